/** The conditions under which models say something of a call. */
import type { CallSite, ConstantValue, ValueId } from "../../flow/value-graph.js";
import type { CallCondition } from "../../models/model.js";
import type { AccessPath } from "./access-path.js";
import { bindingOfValue } from "./bound-values.js";
import type { BodyView } from "./body-view.js";
import { parsePart, placePart } from "./call-part.js";
import { constantOf, knownPart, madeByCall, withoutVersions } from "./definitions.js";
import { objectRole } from "./graph-index.js";
import { externalName } from "./member-names.js";

/** Whether all conditions hold for a call. */
export function conditionsHold(view: BodyView, site: CallSite, conditions: readonly CallCondition[]): boolean {
  return conditions.every((condition) => holds(view, site, condition));
}

function holds(view: BodyView, site: CallSite, condition: CallCondition): boolean {
  const known = isTrue(view, site, condition);
  if (known === undefined) return condition.otherwise ?? false;
  return known !== condition.not;
}

/** What is known of an argument: its value, that there is none, or nothing. */
type Known = { readonly value: ValueId } | { readonly constant: ConstantValue } | "absent" | "unknown";

function isTrue(view: BodyView, site: CallSite, { argument, is }: CallCondition): boolean | undefined {
  const known = argumentOf(view, site, argument);
  if (is === "present") return known !== "absent";
  if (is === "absent") return known === "absent";
  if (known === "absent" || known === "unknown") return undefined;
  const constant = "constant" in known ? known.constant : constantOf(view.graph, known.value);
  if (is === "constant") return constant !== undefined;
  if (is.startsWith(namePrefix)) return hasName(view, known, is.slice(namePrefix.length));
  return constant === undefined ? undefined : equalsText(constant, is);
}

/** What stands before an expression for the name of a class, function or variable. */
const namePrefix = "name:";

function hasName(view: BodyView, known: Exclude<Known, string>, regex: string): boolean | undefined {
  if ("constant" in known) return false;
  const name = externalName(view, known.value) ?? nameInProject(view, known.value);
  return name === undefined ? undefined : regexOf(regex.slice(1, -1))?.test(name) === true;
}

/** The name of a function or class of the project, as it is imported. */
function nameInProject({ graph }: BodyView, id: ValueId): string | undefined {
  const value = graph.values[withoutVersions(graph, id)];
  return value?.kind === "global" ? value.name : undefined;
}

/** "0", "shell", "0[1]", "object(0)", "parser(resolve_entities)", "object(object(0))" */
function argumentOf(view: BodyView, site: CallSite, argument: string): Known {
  const nested = /^([^(]+)\((.*)\)$/.exec(argument);
  if (nested === null) return partOf(view, site, argument);
  const [, outer = "", inner = ""] = nested;
  const holder = partOf(view, site, outer);
  if (holder === "absent" || holder === "unknown" || "constant" in holder) return holder;
  const maker = madeByCall(view.graph, holder.value);
  if (maker !== undefined) return argumentOf(view, maker, inner);
  const constant = bindingOfValue(view, holder.value)?.binding.made?.[inner];
  return constant === undefined ? "unknown" : { constant };
}

function partOf(view: BodyView, site: CallSite, part: string): Known {
  const parsed = parsePart(part);
  if (parsed === undefined) return "unknown";
  const [placed] = placePart(parsed, site);
  if (placed === undefined) return "absent";
  const given = placed.role === objectRole ? site.method?.object : site.arguments[placed.role]?.value;
  if (given === undefined) return "absent";
  return valueAt(view, given, placed.path);
}

function valueAt({ graph }: BodyView, id: ValueId, path: AccessPath): Known {
  let at: ValueId = id;
  for (const part of path) {
    const next = knownPart(graph, at, part);
    if (next === undefined) return "unknown";
    at = next;
  }
  return { value: at };
}

/** Whether a constant is the one that a condition writes: JSON text, or "/regular expression/" for one that is found in it. */
export function equalsText(constant: ConstantValue, is: string): boolean {
  if (is.length > 1 && is.startsWith("/") && is.endsWith("/")) {
    if (constant.type !== "str" && constant.type !== "bytes") return false;
    return regexOf(is.slice(1, -1))?.test(constant.text) === true;
  }
  switch (constant.type) {
    case "str":
    case "bytes":
      return JSON.stringify(constant.text) === is || constant.text === is;
    case "int":
    case "float":
      return String(constant.number) === is;
    case "bool":
      return String(constant.truth) === is;
    case "None":
      return is === "null";
  }
}

/** Texts that are looked into are cut here, so that no expression of a model takes long. */
function regexOf(source: string): { readonly test: (text: string) => boolean } | undefined {
  try {
    const regex = new RegExp(source);
    return { test: (text) => regex.test(text.slice(0, 1000)) };
  } catch {
    return undefined;
  }
}
