/** The units of a text that nothing but rules looks at: functions in which none could start are not parsed. */
import { mayStart, meaningsOf, startNeedsOf, type StartNeeds } from "../analyses/search/start-needs.js";
import { mergeNames } from "../names/file-names.js";
import { createFileUnits, type FileUnits } from "../syntax/file-units.js";
import { parseUnit } from "../syntax/python-parser.js";
import type { Unit } from "../syntax/unit.js";
import type { AnalysisContext } from "./file-analysis.js";
import { collectNames } from "./file-names-of-units.js";

/** Where so much of a text has to be parsed, all of it costs less in one piece. */
const muchOfText = 0.6;

const known = new WeakMap<AnalysisContext, { readonly needs: StartNeeds | undefined }>();

/** The units of a text, parsed as far as the context's rules need it. */
export function unitsToSearch(context: AnalysisContext, text: string): FileUnits {
  const { python } = context;
  const needs = needsOf(context);
  if (needs === undefined) return createFileUnits(python, text, false);
  const file = createFileUnits(python, text, false, () => false);
  const wanted = wantedFunctions(file, needs);
  const length = wanted === "all" ? text.length : wanted.reduce((sum, unit) => sum + unit.text.length, 0);
  if (wanted === "all" || length > text.length * muchOfText) return createFileUnits(python, text, false);
  for (const unit of wanted) parseUnit(python, unit);
  return file;
}

function needsOf(context: AnalysisContext): StartNeeds | undefined {
  let entry = known.get(context);
  if (entry === undefined) known.set(context, (entry = { needs: startNeedsOf(context.index, context.rules) }));
  return entry.needs;
}

function wantedFunctions({ roots, units }: FileUnits, needs: StartNeeds): readonly Unit[] | "all" {
  const meanings = meaningsOf(mergeNames(collectNames(roots, undefined).values()));
  const wanted: Unit[] = [];
  for (const unit of units) {
    const found = mayStart(needs, unit.text, meanings);
    if (found === "wide") return "all";
    // What a function declares global, the module has to know.
    if (unit.kind === "function" && (found === "here" || /\bglobal\b/.test(unit.text))) wanted.push(unit);
  }
  return wanted;
}
