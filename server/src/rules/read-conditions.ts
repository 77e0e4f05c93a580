/** What must hold of metavariables, from YAML to conditions; in both syntaxes, as their keys are the same. */
import { booleanAt, integerAt, listOf, mapAt, sourceOf, textAt } from "../base/yaml/fields.js";
import type { Analyzer, Condition, Formula, PatternLanguage, PatternSource } from "./formula.js";
import type { YamlMap } from "../base/yaml/yaml-values.js";

/** A condition that the map's own keys say, whatever the key that it stands under. */
export function readRegexCondition(map: YamlMap): Condition | undefined {
  const metavariable = textAt(map, "metavariable");
  const regex = sourceOf(map.fields.get("regex")?.value);
  if (metavariable === undefined || regex === undefined) return undefined;
  const constantPropagation = booleanAt(map, "constant-propagation") ?? false;
  return { kind: "regex", metavariable, regex, constantPropagation };
}

export function readComparisonCondition(map: YamlMap): Condition | undefined {
  const comparison = sourceOf(map.fields.get("comparison")?.value);
  if (comparison === undefined) return undefined;
  return {
    kind: "comparison",
    metavariable: textAt(map, "metavariable"),
    comparison,
    base: integerAt(map, "base"),
    strip: booleanAt(map, "strip") ?? false,
  };
}

export function readTypeCondition(map: YamlMap): Condition | undefined {
  const metavariable = textAt(map, "metavariable");
  const one = sourceOf(map.fields.get("type")?.value);
  const several = listOf(map.fields.get("types")?.value).flatMap((item) => sourceOf(item) ?? []);
  const types: readonly PatternSource[] = one === undefined ? several : [one, ...several];
  return metavariable === undefined || types.length === 0 ? undefined : { kind: "type", metavariable, types };
}

export function readAnalysisCondition(map: YamlMap): Condition | undefined {
  const metavariable = textAt(map, "metavariable");
  const settings = mapAt(map, "analyzer");
  const analyzer = (settings === undefined ? textAt(map, "analyzer") : textAt(settings, "kind")) as
    Analyzer | undefined;
  if (metavariable === undefined || analyzer === undefined) return undefined;
  const mode = textAt(settings, "mode");
  return {
    kind: "analysis",
    metavariable,
    analyzer,
    strictness: mode === "lax" || mode === "strict" ? mode : "default",
  };
}

export function patternCondition(
  map: YamlMap,
  language: PatternLanguage | undefined,
  formula: Formula,
): Condition | undefined {
  const metavariable = textAt(map, "metavariable");
  return metavariable === undefined ? undefined : { kind: "pattern", metavariable, language, formula };
}
