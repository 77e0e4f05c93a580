/** `requires`: boolean formulas over the labels of taints. */
import type { LabelFormula } from "../../rules/taint.js";
import type { TaintSet } from "./taint-set.js";

/** What a sink requires that says nothing. */
export const defaultLabel = "__SOURCE__";

export function labelsHold(formula: LabelFormula, taints: TaintSet): boolean {
  switch (formula.kind) {
    case "always":
      return true;
    case "label":
      for (const taint of taints.values()) if (taint.label === formula.label) return true;
      return false;
    case "not":
      return !labelsHold(formula.part, taints);
    case "and":
      return formula.parts.every((part) => labelsHold(part, taints));
    case "or":
      return formula.parts.some((part) => labelsHold(part, taints));
  }
}

/** Labels that a formula asks for, those that it forbids left out. */
export function wantedLabels(formula: LabelFormula): ReadonlySet<string> {
  const labels = new Set<string>();
  const collect = (at: LabelFormula): void => {
    if (at.kind === "label") labels.add(at.label);
    else if (at.kind === "and" || at.kind === "or") at.parts.forEach(collect);
  };
  collect(formula);
  return labels;
}
