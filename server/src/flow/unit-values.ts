/** Constant and symbolic propagation for the bodies of one unit. */
import type { SyntaxKind, SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import { buildGraph } from "./build-graph.js";
import { semgrepEdges } from "./control-flow-graph.js";
import { evaluateExpression, evaluateSymbolically, type Evaluation } from "./evaluate-expression.js";
import { binaryValue } from "./evaluate-operators.js";
import { solveDataflow } from "./solve-dataflow.js";
import { isLocal, scopesOf, type Scope, type UnitScopes } from "./unit-scopes.js";
import { createValueTable, joinValues, literalValue, unknown, type Value, type ValueTable } from "./values.js";
import { operationsOf, type Operation } from "./variable-operations.js";

/** Constants are literals and what comes of them; symbolic values are also expressions that were assigned. */
export type Propagation = "constant" | "symbolic";

/** What the names of a unit stand for. */
export interface UnitValues {
  readonly table: ValueTable;
  /** Names that are missing mean what the file says of them; those that are unknown here mean nothing known. */
  readonly uses: ReadonlyMap<SyntaxNode, Value>;
}

/** Blocks that may be visited for one of them, on average; loops nest seldom deeper. */
const visitsPerBlock = 30;

/** Solves all bodies of a unit in which something is assigned that may be known. */
export function valuesOfUnit(unit: Unit, propagation: Propagation): UnitValues {
  const table = createValueTable();
  const uses = new Map<SyntaxNode, Value>();
  const scopes = scopesOf(unit);
  for (const target of scopes.targets) uses.set(target, unknown);
  for (const { name, scope } of scopes.answered) {
    if (isLocal(scope, name.value) || (name.constant?.unit === unit && name.constant.start > name.start))
      uses.set(name, unknown);
  }
  for (const scope of scopes.scopes) {
    const variables = variablesOf(scope, propagation);
    if (variables.size > 0) solveBody({ table, uses, scopes, scope, variables, propagation });
  }
  return { table, uses };
}

interface Body {
  readonly table: ValueTable;
  readonly uses: Map<SyntaxNode, Value>;
  readonly scopes: UnitScopes;
  readonly scope: Scope;
  readonly variables: ReadonlyMap<string, number>;
  readonly propagation: Propagation;
}

/** The variables that are ever assigned something that may be known, numbered. */
function variablesOf(scope: Scope, propagation: Propagation): Map<string, number> {
  const variables = new Map<string, number>();
  for (const [name, values] of scope.assigned) {
    if (propagation === "symbolic" || values.some(mayBeConstant)) variables.set(name, variables.size);
  }
  return variables;
}

const constantKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "String",
  "Number",
  "Constant",
  "Name",
  "FormatString",
  "Concatenated",
  "Binary",
  "Unary",
  "Boolean",
  "Compare",
  "Conditional",
  "NamedExpression",
]);

function mayBeConstant(value: SyntaxNode): boolean {
  return constantKinds.has(value.kind);
}

type State = readonly Value[];

function solveBody(body: Body): void {
  const { table, scope, scopes, variables } = body;
  const graph = buildGraph(scope.statements);
  const operations = operationsOf(graph, variables, scopes.shadowed);
  const nothing: State = new Array<Value>(variables.size).fill(unknown);
  const solution = solveDataflow<State>(
    graph,
    {
      direction: "forward",
      edges: semgrepEdges,
      boundary: nothing,
      unvisited: nothing,
      join: (left, right) => left.map((value, index) => joinValues(table, value, right[index] ?? unknown)),
      equal: (left, right) => left.every((value, index) => value === right[index]),
      transfer: (block, state) => runOperations(body, operations[block] ?? [], state),
    },
    visitsPerBlock * operations.length,
  );
  operations.forEach((list, block) => {
    if (list.length === 0) return;
    const state = solution.complete ? solution.states[block] : undefined;
    runOperations(body, list, state ?? nothing, (name, computed) => {
      // Nothing is known of code that is never reached.
      const value = state === undefined ? unknown : computed;
      // Statements of the unit itself share their variables with the rest of the file.
      if (value !== unknown || (scope.definition !== undefined && !scope.foreign.has(name.value)))
        body.uses.set(name, value);
    });
  });
}

function runOperations(
  body: Body,
  operations: readonly Operation[],
  before: State,
  record?: (name: SyntaxNode, value: Value) => void,
): State {
  if (operations.length === 0) return before;
  const state = [...before];
  const evaluation: Evaluation = { table: body.table, read: (name) => readName(body, state, name), bytes: unknown };
  const evaluate = body.propagation === "symbolic" ? evaluateSymbolically : evaluateExpression;
  for (const operation of operations) {
    const { variable } = operation;
    switch (operation.kind) {
      case "use":
        record?.(operation.name, state[variable] ?? unknown);
        break;
      case "forget":
        state[variable] = unknown;
        break;
      case "bind":
        state[variable] = evaluate(evaluation, operation.value);
        break;
      case "change":
        state[variable] = binaryValue(
          body.table,
          operation.operator,
          state[variable] ?? unknown,
          evaluateExpression(evaluation, operation.value),
        );
    }
  }
  return state;
}

function readName(body: Body, state: State, name: SyntaxNode): Value {
  if (body.scopes.shadowed.has(name)) return unknown;
  const variable = body.variables.get(name.value);
  const value = variable === undefined ? unknown : (state[variable] ?? unknown);
  if (value !== unknown || name.constant === undefined || isLocal(body.scope, name.value)) return value;
  return literalValue(body.table, name.constant);
}
