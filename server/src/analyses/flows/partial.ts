/** Functions of which `functools.partial` has fixed some arguments. */
import type { CallSite, ValueId } from "../../flow/value-graph.js";
import type { BodyView } from "./body-view.js";
import { positionOf } from "./call-arguments.js";
import { externalName } from "./member-names.js";

/** How many positional arguments `functools.partial` has fixed, if a value is made by it; and of what. */
export function partialOf(
  view: BodyView,
  value: ValueId,
): { readonly function: ValueId; readonly fixed: number; readonly site: CallSite } | undefined {
  const made = view.graph.values[value];
  const site = made?.kind === "call" ? view.graph.calls[made.call] : undefined;
  const [first] = site?.arguments ?? [];
  if (site === undefined || first === undefined || externalName(view, site.callee) !== "functools.partial")
    return undefined;
  const fixed = site.arguments.filter(({ keyword, spread }) => keyword === undefined && spread === "none").length - 1;
  return { function: first.value, fixed, site };
}

/** What a `functools.partial` keeps of an argument, as parts of what it gives: "#0" by position, "=name" by keyword. */
export function fixedPart(site: CallSite, role: number): string | undefined {
  if (role < 0) return undefined;
  const argument = site.arguments[role];
  if (argument?.keyword !== undefined) return `{=${argument.keyword}}`;
  const position = positionOf(site, role);
  return position === undefined || position === 0 ? undefined : `{#${position - 1}}`;
}
