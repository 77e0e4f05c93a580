/** The flows of a project as they are shown: put together again only where something that they are made of is another. */
import { equalData } from "../../base/equal-data.js";
import type { Fixpoint } from "../../base/fixpoint-types.js";
import { assembleFlow, readSink } from "./assemble-flows.js";
import type { Flow, FlowRule, FlowStep } from "./flow-types.js";
import type { EntryRecord, EntryValue } from "./entry-values.js";
import type { FlowSystem } from "./flow-inputs.js";

export interface FlowBoard {
  /** Brings the flows up to date with the entries. */
  readonly refresh: () => void;
  readonly flowsInto: (path: string) => readonly Flow[];
  /** Files whose flows are others than when this was last asked, sorted. */
  readonly takeChangedPaths: () => readonly string[];
}

/** Of each place that data must not reach, and each rule, so many sources are told. */
const maximumSources = 3;

interface Board {
  readonly system: FlowSystem;
  readonly entries: Fixpoint<EntryValue, EntryRecord>;
  readonly rules: readonly FlowRule[];
  /** Flows by the entry where both ends meet, and then by the file of the sink. */
  readonly bySource: Map<string, ReadonlyMap<string, readonly Flow[]>>;
  /** Entries where both ends meet, by the entries that their flows were put together from. */
  readonly users: Map<string, Set<string>>;
  readonly usedBy: Map<string, ReadonlySet<string>>;
  /** Entries where both ends meet, by the file of the sink. */
  readonly byPath: Map<string, Set<string>>;
  readonly changed: Set<string>;
}

export function createFlowBoard(
  system: FlowSystem,
  entries: Fixpoint<EntryValue, EntryRecord>,
  rules: readonly FlowRule[],
): FlowBoard {
  const board: Board = {
    system,
    entries,
    rules,
    bySource: new Map(),
    users: new Map(),
    usedBy: new Map(),
    byPath: new Map(),
    changed: new Set(),
  };
  return {
    refresh: () => {
      refresh(board);
    },
    flowsInto: (path) => flowsInto(board, path),
    takeChangedPaths: () => {
      const paths = [...board.changed].sort();
      board.changed.clear();
      return paths;
    },
  };
}

function refresh(board: Board): void {
  const affected = new Set<string>();
  for (const key of board.entries.takeChanged()) {
    if (key.startsWith("sources\n")) affected.add(key);
    for (const user of board.users.get(key) ?? []) affected.add(user);
  }
  for (const key of affected) assembleAgain(board, key);
}

function assembleAgain(board: Board, key: string): void {
  const before = board.bySource.get(key);
  for (const used of board.usedBy.get(key) ?? []) board.users.get(used)?.delete(key);
  const detail = board.entries.detail(key);
  const flows = new Map<string, Flow[]>();
  const used = new Set<string>();
  const found = detail?.kind === "sources" ? detail.flows : [];
  found.forEach(({ sink }, index) => {
    const { path } = readSink(sink);
    for (const { flow, entries } of assembleFlow(board.system, board.entries, board.rules, key, index)) {
      for (const entry of entries) used.add(entry);
      const known = flows.get(path);
      if (known === undefined) flows.set(path, [flow]);
      else known.push(flow);
    }
  });
  for (const entry of used) {
    const users = board.users.get(entry);
    if (users === undefined) board.users.set(entry, new Set([key]));
    else users.add(key);
  }
  if (used.size === 0) board.usedBy.delete(key);
  else board.usedBy.set(key, used);
  replace(board, key, before ?? new Map<string, readonly Flow[]>(), flows);
}

function replace(
  board: Board,
  key: string,
  before: ReadonlyMap<string, readonly Flow[]>,
  after: ReadonlyMap<string, readonly Flow[]>,
): void {
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (equalData(before.get(path), after.get(path))) continue;
    board.changed.add(path);
    let sources = board.byPath.get(path);
    if (sources === undefined) board.byPath.set(path, (sources = new Set()));
    if (after.has(path)) sources.add(key);
    else sources.delete(key);
    if (sources.size === 0) board.byPath.delete(path);
  }
  if (after.size === 0) board.bySource.delete(key);
  else board.bySource.set(key, after);
}

function flowsInto({ byPath, bySource }: Board, path: string): readonly Flow[] {
  const all = [...(byPath.get(path) ?? [])].flatMap((key) => bySource.get(key)?.get(path) ?? []);
  const ordered = all.map((flow) => ({ flow, order: orderOf(flow) })).sort((a, b) => (a.order < b.order ? -1 : 1));
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  return ordered.flatMap(({ flow }) => {
    const [first] = flow.steps;
    const last = flow.steps.at(-1);
    if (first === undefined || last === undefined) return [];
    const sink = `${flow.rule} ${placeOf(last)}`;
    const both = `${sink} ${placeOf(first)}`;
    const count = counts.get(sink) ?? 0;
    if (seen.has(both) || count >= maximumSources) return [];
    seen.add(both);
    counts.set(sink, count + 1);
    return [flow];
  });
}

function placeOf({ path, body, unit, start, end }: FlowStep): string {
  return [path, body, padded(unit), padded(start), padded(end)].join(" ");
}

function padded(number: number): string {
  return String(number).padStart(8, "0");
}

const levels: Readonly<Record<Flow["confidence"], string>> = { high: "0", medium: "1", low: "2" };

/** By the place of the sink, then the rule, then how sure it is and how long, then where it comes from. */
function orderOf(flow: Flow): string {
  const [first] = flow.steps;
  const last = flow.steps.at(-1);
  return [
    last === undefined ? "" : placeOf(last),
    flow.rule,
    levels[flow.confidence],
    padded(flow.steps.length),
    first === undefined ? "" : placeOf(first),
    flow.source,
  ].join("\n");
}
