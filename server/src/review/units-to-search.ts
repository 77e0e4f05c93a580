/** The units of a text that nothing but rules looks at: functions in which none could start are not looked into. */
import { mayStart, meaningsOf, startNeedsOf, type StartNeeds } from "../analyses/search/start-needs.js";
import { mergeNames } from "../names/file-names.js";
import { createChosenUnits, createFileUnits, type FileUnits } from "../syntax/file-units.js";
import type { Unit } from "../syntax/unit.js";
import type { AnalysisContext } from "./file-analysis.js";
import { collectNames } from "./file-names-of-units.js";

const known = new WeakMap<AnalysisContext, { readonly needs: StartNeeds | undefined }>();

/** The units of a text, lowered as far as the context's rules need it. */
export function unitsToSearch(context: AnalysisContext, text: string): FileUnits {
  const needs = needsOf(context);
  return needs === undefined
    ? createFileUnits(context.python, text, false)
    : createChosenUnits(context.python, text, (file) => wantedFunctions(file, needs));
}

function needsOf(context: AnalysisContext): StartNeeds | undefined {
  let entry = known.get(context);
  if (entry === undefined) known.set(context, (entry = { needs: startNeedsOf(context.index, context.rules) }));
  return entry.needs;
}

function wantedFunctions(
  { roots, units }: Pick<FileUnits, "roots" | "units">,
  needs: StartNeeds,
): ReadonlySet<Unit> | "all" {
  const meanings = meaningsOf(mergeNames(collectNames(roots, undefined).values()));
  const wanted = new Set<Unit>();
  const wide = { ...needs, needs: needs.needs.filter(({ isWide }) => isWide) };
  for (const unit of units) {
    // What is no function is parsed in any case.
    const found = mayStart(unit.kind === "function" ? needs : wide, unit.text, meanings);
    if (found === "wide") return "all";
    // What a function declares global, the module has to know.
    if (unit.kind === "function" && (found === "here" || /\bglobal\b/.test(unit.text))) wanted.add(unit);
  }
  return wanted;
}
