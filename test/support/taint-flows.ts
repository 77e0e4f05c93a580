/** Looks for flows between calls of `source` and `sink`, for tests of the taint engine. The engine gets its matches from here, not from patterns. */
import { allNodes, createUnitReader } from "./flow-units.js";
import { defaultOptions, type TaintOptions } from "../../server/src/rules/options.js";
import type { LabelFormula, TaintSanitizer, TaintSink, TaintSource } from "../../server/src/rules/taint.js";
import type { SyntaxNode } from "../../server/src/syntax/node.js";
import type { Unit } from "../../server/src/syntax/unit.js";
import { findTaintFlows } from "../../server/src/analyses/taint/find-taint-flows.js";
import { taintBodiesOf } from "../../server/src/analyses/taint/taint-bodies.js";
import type {
  TaintFlow,
  TaintMatch,
  TaintPropagatorMatch,
  TaintQuery,
} from "../../server/src/analyses/taint/taint-types.js";

const read = await createUnitReader();
const range = { start: 0, end: 0 };
const formula = { kind: "pattern", pattern: { text: "", range } } as const;
const always: LabelFormula = { kind: "always" };
/** A formula that asks for one label. */
export const label = (name: string): LabelFormula => ({ kind: "label", label: name });

const plainSource: TaintSource = {
  formula,
  label: "__SOURCE__",
  requires: always,
  bySideEffect: "no",
  exact: false,
  control: false,
  range,
};
const plainSink: TaintSink = { formula, requires: undefined, requiresOf: [], exact: true, atExit: false, range };
const plainSanitizer: TaintSanitizer = { formula, bySideEffect: "no", exact: false, notConflicting: false, range };

/** How entries differ from the plain ones. Sources are calls of `source`, then of `source2`; sinks of `sink`, sanitizers of `clean`; propagators `to.add(from)`. */
export interface Setting {
  readonly sources?: readonly Partial<TaintSource>[];
  readonly sink?: Partial<TaintSink>;
  readonly sanitizer?: Partial<TaintSanitizer>;
  readonly propagator?: { readonly label?: string; readonly replaceLabels?: readonly string[] };
  /** Whether sources and sanitizers are the calls' arguments, as with a focus. */
  readonly focus?: boolean;
  readonly options?: Partial<TaintOptions>;
}

function calls(units: readonly Unit[], name: string): SyntaxNode[] {
  return units
    .flatMap(allNodes)
    .filter((node) => node.kind === "Call" && node.child(0).kind === "Name" && node.child(0).value === name);
}

function place({ unit, start, end }: SyntaxNode): { unit: Unit; start: number; end: number } {
  return { unit, start, end };
}

function queryOf(units: readonly Unit[], setting: Setting): TaintQuery {
  const matchesOf = (name: string, entry: number): TaintMatch[] =>
    calls(units, name).map((node) => ({
      entry,
      bindings: undefined,
      ...place(setting.focus === true && name !== "sink" ? (node.children[1] ?? node) : node),
    }));
  const added = units
    .flatMap(allNodes)
    .filter((node) => node.kind === "Call" && node.child(0).kind === "Attribute" && node.child(0).value === "add");
  const propagators: TaintPropagatorMatch[] = added.map((node) => ({
    entry: 0,
    bindings: undefined,
    ...place(node),
    from: place(node.child(1)),
    to: place(node.child(0).child(0)),
  }));
  const sources = setting.sources ?? [{}];
  return {
    specification: {
      sources: sources.map((source) => ({ ...plainSource, ...source })),
      sinks: [{ ...plainSink, ...setting.sink }],
      sanitizers: [{ ...plainSanitizer, ...setting.sanitizer }],
      propagators: [
        {
          formula,
          from: formula.pattern,
          to: formula.pattern,
          label: setting.propagator?.label,
          replaceLabels: setting.propagator?.replaceLabels,
          requires: always,
          bySideEffect: "yes",
          range,
        },
      ],
    },
    options: { ...defaultOptions.taint, ...setting.options },
    matches: {
      sources: [...matchesOf("source", 0), ...(sources.length > 1 ? matchesOf("source2", 1) : [])],
      sinks: matchesOf("sink", 0),
      sanitizers: matchesOf("clean", 0),
      propagators: setting.propagator === undefined ? [] : propagators,
    },
  };
}

/** The flows in all bodies of a text, and the steps that were left. */
export function flowsIn(
  code: string,
  setting: Setting,
  steps = 1_000_000,
): { readonly flows: TaintFlow[]; readonly query: TaintQuery; readonly left: number } {
  const units = read(code);
  const query = queryOf(units, setting);
  const module = { definition: undefined, statements: units.flatMap((unit) => unit.statements) };
  const bodies = [module, ...units.flatMap((unit) => taintBodiesOf(unit).slice(1))];
  const budget = { steps };
  const flows = bodies.flatMap((body) => findTaintFlows(body, query, budget));
  return { flows, query, left: budget.steps };
}

/** In which lines of the body of a function `f(c, d)` (from 1) data arrives at a sink. */
export function linesOf(body: string, setting: Setting = {}): string {
  const code = `def f(c, d):\n    ${body.replaceAll("\n", "\n    ")}\n`;
  const { flows, query } = flowsIn(code, setting);
  const lines = flows.map(({ sink }) => {
    const match = query.matches.sinks[sink]!;
    return code.slice(0, match.unit.start + match.start).split("\n").length - 1;
  });
  return [...new Set(lines)].sort((a, b) => a - b).join(" ");
}
