/** `mode: taint` in both syntaxes, from YAML to a specification. Keys and types of values have been checked before. */
import type { TextRange } from "../base/text-range.js";
import { booleanAt, listOf, sourceOf, textAt, textsAt } from "../base/yaml/fields.js";
import type { Formula, PatternSource } from "./formula.js";
import type { Place } from "./language/keys.js";
import { parseLabels } from "./parse-labels.js";
import { kindsAt, kindsOfEntries } from "./read-kinds.js";
import { readOperatorOf, type FormulaContext } from "./read-formula.js";
import { readMatchEntry } from "./read-match.js";
import { report } from "./rule-reader.js";
import type {
  KindsFromModels,
  LabelFormula,
  SideEffect,
  TaintPropagator,
  TaintSink,
  TaintSpecification,
} from "./taint.js";
import type { YamlField, YamlMap, YamlValue } from "../base/yaml/yaml-values.js";

/** The label of sources that name none. */
const defaultLabel = "__SOURCE__";

const always: LabelFormula = { kind: "always" };

/** One entry of a list of sources, sinks ...; one that is only a pattern has no settings. */
interface TaintEntry {
  readonly formula: Formula;
  readonly settings: YamlMap | undefined;
  readonly range: TextRange;
  /** The list that it stands in. */
  readonly owner: YamlField;
}

/** The specification that the map of a rule, or that under `taint`, holds. */
export function readTaint(
  context: FormulaContext,
  map: YamlMap,
  syntax: "classic" | "match",
): TaintSpecification | undefined {
  const kinds: Record<keyof KindsFromModels, readonly string[]> = {
    sources: [],
    sinks: [],
    sanitizers: [],
    propagators: [],
  };
  const entries = (name: keyof KindsFromModels, place: Place): readonly TaintEntry[] | undefined => {
    const key = syntax === "classic" ? `pattern-${name}` : name;
    const read = syntax === "classic" ? readClassicEntry : readNewEntry;
    const field = map.fields.get(key);
    if (field === undefined) return [];
    const items = listOf(field.value);
    if (items.length === 0) report(context.reader, field.keyRange, `"${key}" is empty.`, "warning");
    kinds[name] = kindsOfEntries(context, items, place);
    const found = items.filter((item) => kindsAt(item) === undefined).map((item) => read(context, field, item, place));
    return found.every((entry) => entry !== undefined) ? found : undefined;
  };
  const isNew = syntax === "match";
  const sources = entries("sources", isNew ? "match-source" : "source");
  const sinks = entries("sinks", isNew ? "match-sink" : "sink");
  const sanitizers = entries("sanitizers", isNew ? "match-sanitizer" : "sanitizer");
  const propagators = entries("propagators", isNew ? "match-propagator" : "propagator");
  if (!sources || !sinks || !sanitizers || !propagators) return undefined;
  if (Object.values(kinds).some((list) => list.length > 0))
    checkFollowed(context, [...sources, ...sinks, ...propagators]);
  return {
    sources: sources.map((entry) => ({
      ...common(entry),
      label: textAt(entry.settings, "label") ?? defaultLabel,
      requires: readRequires(context, entry.settings) ?? always,
      control: booleanAt(entry.settings, "control") ?? false,
    })),
    sinks: sinks.map((entry) => readSink(context, entry)),
    sanitizers: sanitizers.map((entry) => ({
      ...common(entry),
      notConflicting: booleanAt(entry.settings, "not_conflicting") ?? false,
    })),
    propagators: propagators.flatMap((entry) => readPropagator(context, entry) ?? []),
    ...(Object.values(kinds).some((list) => list.length > 0) && {
      from: { ...kinds, sanitizers: [...new Set([...kinds.sinks, ...kinds.sanitizers])] },
    }),
  };
}

/** What entries say that the analysis which follows kinds of models, and patterns beside them, does not know of. */
function checkFollowed({ reader }: FormulaContext, entries: readonly TaintEntry[]): void {
  for (const { settings } of entries)
    for (const key of ["requires", "control", "at-exit"]) {
      const field = settings?.fields.get(key);
      if (field === undefined || (key !== "requires" && booleanAt(settings, key) !== true)) continue;
      const advice = "Leave it out, or use patterns in place of the kinds.";
      report(reader, field.keyRange, `"${key}" only holds inside of one function, and not beside "from". ${advice}`);
    }
}

function readClassicEntry(
  context: FormulaContext,
  list: YamlField,
  item: YamlValue,
  place: Place,
): TaintEntry | undefined {
  if (item.kind !== "map") return undefined;
  const { range } = item;
  const formula = readOperatorOf(context, item, place, { name: `An entry of "${list.key}"`, range });
  return formula === undefined ? undefined : { formula, settings: item, range, owner: list };
}

function readNewEntry(context: FormulaContext, list: YamlField, item: YamlValue, place: Place): TaintEntry | undefined {
  const formula = readMatchEntry(context, item, place, list.key);
  const settings = item.kind === "map" ? item : undefined;
  return formula === undefined ? undefined : { formula, settings, range: item.range, owner: list };
}

interface Common {
  readonly formula: Formula;
  readonly bySideEffect: SideEffect;
  readonly exact: boolean;
  readonly range: TextRange;
}

function common({ formula, settings, range }: TaintEntry): Common {
  return { formula, bySideEffect: sideEffectOf(settings), exact: booleanAt(settings, "exact") ?? false, range };
}

function sideEffectOf(settings: YamlMap | undefined): SideEffect {
  if (textAt(settings, "by-side-effect") === "only") return "only";
  return booleanAt(settings, "by-side-effect") === true ? "yes" : "no";
}

function readSink(context: FormulaContext, { formula, settings, range }: TaintEntry): TaintSink {
  const requires = settings?.fields.get("requires")?.value;
  return {
    formula,
    requires: requires?.kind === "list" ? undefined : readRequires(context, settings),
    requiresOf: listOf(requires).flatMap((item) => readRequiresOf(context, item)),
    exact: booleanAt(settings, "exact") ?? true,
    atExit: booleanAt(settings, "at-exit") ?? false,
    range,
  };
}

function readRequires(context: FormulaContext, settings: YamlMap | undefined): LabelFormula | undefined {
  const source = sourceOf(settings?.fields.get("requires")?.value);
  return source === undefined ? undefined : readLabels(context, source);
}

function readRequiresOf(context: FormulaContext, item: YamlValue): TaintSink["requiresOf"] {
  if (item.kind !== "map") return [];
  const [field, second] = [...item.fields.values()];
  const source = sourceOf(field?.value);
  if (field === undefined || second !== undefined || source === undefined || !field.key.startsWith("$")) {
    report(
      context.reader,
      item.range,
      'An entry of "requires" is one metavariable with its labels, as in "- $X: USER".',
    );
    return [];
  }
  const requires = readLabels(context, source);
  return requires === undefined ? [] : [{ metavariable: field.key, requires }];
}

function readLabels({ reader }: FormulaContext, source: PatternSource): LabelFormula | undefined {
  const parsed = parseLabels(source.text);
  if ("formula" in parsed) return parsed.formula;
  report(reader, rangeInside(reader.text, source, parsed.offset), parsed.message);
  return undefined;
}

/** Where an offset of a one-line value stands in the file; quotes before it count. */
function rangeInside(text: string, { text: value, range }: PatternSource, offset: number): TextRange {
  const at = text.slice(range.start, range.end).indexOf(value);
  return at < 0 ? range : { start: Math.min(range.start + at + offset, range.end), end: range.end };
}

function readPropagator(context: FormulaContext, entry: TaintEntry): TaintPropagator | undefined {
  const from = sourceOf(entry.settings?.fields.get("from")?.value);
  const to = sourceOf(entry.settings?.fields.get("to")?.value);
  for (const [key, value] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (value === undefined) report(context.reader, entry.owner.keyRange, `"${entry.owner.key}" has no "${key}".`);
  }
  if (from === undefined || to === undefined) return undefined;
  const replaced = entry.settings?.fields.has("replace-labels") === true;
  return {
    formula: entry.formula,
    from,
    to,
    label: textAt(entry.settings, "label"),
    replaceLabels: replaced ? textsAt(entry.settings, "replace-labels") : undefined,
    requires: readRequires(context, entry.settings) ?? always,
    // Data is passed on for good, unless the rule says otherwise.
    bySideEffect: entry.settings?.fields.has("by-side-effect") === true ? sideEffectOf(entry.settings) : "yes",
    range: entry.range,
  };
}
