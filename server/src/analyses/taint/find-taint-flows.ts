/**
 * Finds flows from sources to sinks inside of one body: a forward analysis on the body's control-flow graph, whose states say which
 * variables and fields hold whose data (taint tracking with access paths; the semantics are Semgrep CE's).
 */
import { bindingsEqual, findBinding, type Bindings } from "../../matching/bindings.js";
import { buildGraph } from "../../flow/build-graph.js";
import { elementsOf, semgrepEdges, type ControlFlowGraph } from "../../flow/control-flow-graph.js";
import { solveDataflow } from "../../flow/solve-dataflow.js";
import { scopesOf } from "../../flow/unit-scopes.js";
import type { TaintSink } from "../../rules/taint.js";
import type { SyntaxNode } from "../../syntax/node.js";
import { renameInner } from "./access-path.js";
import type { Evaluation, Report, TaintAnalysis } from "./analysis.js";
import { allTaints, type Cell } from "./cells.js";
import { defaultLabel, labelsHold, wantedLabels } from "./labels.js";
import { boundPlace, rolesOf, type NodeRoles } from "./node-roles.js";
import { noTaints, selectTaints, stepsOf, uniteTaints, type Taint, type TaintSet } from "./taint-set.js";
import { copyState, emptyState, joinStates, sameStates, type TaintState } from "./taint-state.js";
import { runElement, runParameters } from "./transfer-taint.js";
import type { TaintBody, TaintBudget, TaintFlow, TaintQuery } from "./taint-types.js";

/** Blocks that may be visited for one of them, on average. */
const visitsPerBlock = 50;

/** The flows in one body, in the order of the sinks' matches, then of the sources'. One for each pair. */
export function findTaintFlows(body: TaintBody, query: TaintQuery, budget: TaintBudget): TaintFlow[] {
  if (query.matches.sinks.length === 0 || query.matches.sources.length === 0) return [];
  const parameters = body.definition?.children[body.definition.kind === "Lambda" ? 0 : 2]?.children ?? [];
  const roles = rolesOf(query, [...parameters, ...body.statements]);
  if (!hasRole(roles, "sink") || !(hasRole(roles, "source") || body.statements.some(readsModule))) return [];
  const graph = buildGraph(body.statements);
  const analysis: TaintAnalysis = {
    query,
    separate: graph.separate,
    roles,
    destinations: destinationsOf(roles),
    renaming: renameInner([...parameters, ...body.statements]),
    budget,
    isGlobal: globalsOf(body),
    depth: 0,
  };
  const flows = new Map<string, TaintFlow>();
  solveBody(analysis, graph, parameters, (sink, taints, watched) => {
    for (const taint of arriving(query, sink, taints, watched)) addFlow(flows, query, sink, taint);
  });
  return [...flows.values()].sort((a, b) => a.sink - b.sink || a.source - b.source);
}

function hasRole(roles: NodeRoles, kind: "sink" | "source"): boolean {
  for (const list of roles.values()) if (list.some((role) => role.kind === kind)) return true;
  return false;
}

/** Whether some name stands for an expression of the module, which may be tainted. */
function readsModule(node: SyntaxNode): boolean {
  return node.assigned !== undefined || node.children.some(readsModule);
}

function destinationsOf(roles: NodeRoles): Map<number, SyntaxNode> {
  const destinations = new Map<number, SyntaxNode>();
  for (const [node, list] of roles) {
    for (const role of list)
      if (role.kind === "to" && !destinations.has(role.match)) destinations.set(role.match, node);
  }
  return destinations;
}

/** Only functions look at the file's names; the statements of a module see their own flow. */
function globalsOf({ definition }: TaintBody): (name: string) => boolean {
  if (definition === undefined) return () => false;
  let bound: ReadonlySet<string> | undefined;
  return (name) => {
    bound ??= scopesOf(definition.unit).scopes.find((scope) => scope.definition === definition)?.bound ?? new Set();
    return !bound.has(name);
  };
}

function solveBody(
  analysis: TaintAnalysis,
  graph: ControlFlowGraph,
  parameters: readonly SyntaxNode[],
  report: Report,
): void {
  const begin = (state: TaintState, reporting: Report | undefined): Evaluation => ({
    analysis,
    state: copyState(state),
    watched: new Map<SyntaxNode, Cell>(),
    report: reporting,
    assignedCall: undefined,
    forgetsParts: false,
  });
  const entry = begin(emptyState, report);
  runParameters(entry, parameters);
  const run = (block: number, state: TaintState, reporting: Report | undefined): TaintState => {
    const elements = elementsOf(graph, block);
    if (elements.length === 0) return state;
    const evaluation = begin(state, reporting);
    for (const element of elements) runElement(evaluation, element);
    return evaluation.state;
  };
  const solution = solveDataflow<TaintState>(
    graph,
    {
      direction: "forward",
      edges: semgrepEdges,
      boundary: entry.state,
      unvisited: undefined,
      join: joinStates,
      equal: sameStates,
      transfer: (block, state) => run(block, state, undefined),
    },
    visitsPerBlock * graph.successors.length,
  );
  // States that were not finished are too low: what they show is true, and something may be missing.
  solution.states.forEach((state, block) => {
    if (state !== undefined) run(block, state, report);
  });
}

/** The taints at a sink that are worth a finding each. */
function arriving(
  query: TaintQuery,
  sink: number,
  taints: TaintSet,
  watched: ReadonlyMap<SyntaxNode, Cell>,
): Iterable<Taint> {
  const match = query.matches.sinks[sink];
  const entry = query.specification.sinks[match?.entry ?? -1];
  // `at-exit` is in the syntax; the reference finds nothing by it.
  if (match === undefined || entry === undefined || entry.atExit) return [];
  const fitting = query.options.unifyMetavariables
    ? selectTaints(taints, (taint) => agree(match.bindings, query.matches.sources[taint.source]?.bindings))
    : taints;
  if (entry.requiresOf.length > 0) return firstOf(taintsOfEach(query, sink, entry, watched));
  const requires = entry.requires ?? { kind: "label", label: defaultLabel };
  if (fitting.size === 0 || !labelsHold(requires, fitting)) return [];
  const wanted = wantedLabels(requires);
  const chosen = selectTaints(fitting, ({ label }) => wanted.has(label));
  if (requires.kind === "label") return chosen.values();
  return firstOf(chosen.size > 0 ? chosen : fitting);
}

function firstOf(taints: TaintSet): Iterable<Taint> {
  for (const taint of taints.values()) return [taint];
  return [];
}

/** The list form of `requires`: each metavariable's value must fit its own formula. */
function taintsOfEach(
  { matches }: TaintQuery,
  sink: number,
  entry: TaintSink,
  watched: ReadonlyMap<SyntaxNode, Cell>,
): TaintSet {
  const match = matches.sinks[sink];
  let all = noTaints;
  for (const { metavariable, requires } of entry.requiresOf) {
    const place = match === undefined ? undefined : boundPlace(match, metavariable);
    let taints = noTaints;
    for (const [node, cell] of watched) {
      if (node.unit === place?.unit && node.start === place.start && node.end === place.end)
        taints = uniteTaints(taints, allTaints(cell));
    }
    if (!labelsHold(requires, taints)) return noTaints;
    all = uniteTaints(all, taints);
  }
  return all;
}

/** Whether both bind the metavariables that they share to the same code. */
function agree(left: Bindings | undefined, right: Bindings | undefined): boolean {
  for (let at = right; at !== undefined; at = at.rest) {
    const bound = findBinding(left, at.binding.name);
    if (bound !== undefined && !bindingsEqual(bound, at.binding)) return false;
  }
  return true;
}

function addFlow(flows: Map<string, TaintFlow>, { matches }: TaintQuery, sink: number, taint: Taint): void {
  const key = `${sink} ${taint.source}`;
  if (flows.has(key)) return;
  let bindings = matches.sinks[sink]?.bindings;
  for (let at = matches.sources[taint.source]?.bindings; at !== undefined; at = at.rest) {
    if (findBinding(bindings, at.binding.name) === undefined) bindings = { binding: at.binding, rest: bindings };
  }
  flows.set(key, { sink, source: taint.source, bindings, steps: stepsOf(taint.trail) });
}
