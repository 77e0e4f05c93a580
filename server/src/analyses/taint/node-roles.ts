/** Which nodes of a body the matches of a rule are about. One walk that only enters what lies in reach of a match. */
import { findBinding } from "../../matching/bindings.js";
import type { SyntaxKind, SyntaxNode } from "../../syntax/node.js";
import type { TaintMatch, TaintPlace, TaintQuery } from "./taint-types.js";

/** One match, as it is about one node. */
export interface Role {
  readonly kind: "source" | "sink" | "sanitizer" | "from" | "to" | "watched";
  /** Index among the matches of this kind; of `watched` nothing. */
  readonly match: number;
  /** Whether the node is one of the outermost that the match covers, and not only a part of one. */
  readonly whole: boolean;
}

export type NodeRoles = ReadonlyMap<SyntaxNode, readonly Role[]>;

interface Reach {
  readonly place: TaintPlace;
  readonly kind: Role["kind"];
  readonly match: number;
  /** Whether parts of the match count too. */
  readonly parts: boolean;
}

/** The roles of all nodes below `statements`. */
export function rolesOf(query: TaintQuery, nodes: readonly SyntaxNode[]): NodeRoles {
  const roles = new Map<SyntaxNode, Role[]>();
  const reaches = reachesOf(query);
  for (const node of nodes) visit(roles, node, undefined, reaches);
  return roles;
}

function reachesOf({ specification, matches }: TaintQuery): Reach[] {
  const reaches: Reach[] = [];
  const add = (kind: Role["kind"], match: number, place: TaintPlace, parts: boolean): void => {
    reaches.push({ kind, match, place, parts });
  };
  matches.sources.forEach((match, index) => {
    add("source", index, match, specification.sources[match.entry]?.exact !== true);
  });
  matches.sinks.forEach((match, index) => {
    const sink = specification.sinks[match.entry];
    if (sink?.exact !== false && matches.sinks.some((other) => liesWithin(match, other))) return;
    add("sink", index, match, sink?.exact === false);
    for (const { metavariable } of sink?.requiresOf ?? []) {
      const place = boundPlace(match, metavariable);
      if (place !== undefined) add("watched", index, place, false);
    }
  });
  const isConflict = (match: TaintMatch): boolean =>
    [...matches.sources, ...matches.sinks].some((other) => samePlace(match, other));
  matches.sanitizers.forEach((match, index) => {
    const sanitizer = specification.sanitizers[match.entry];
    if (sanitizer?.notConflicting === true && isConflict(match)) return;
    add("sanitizer", index, match, sanitizer?.exact !== true);
  });
  matches.propagators.forEach((match, index) => {
    add("from", index, match.from, false);
    add("to", index, match.to, false);
  });
  return reaches;
}

/** Whether a match lies in a larger one of the same entry. Of exact sinks only the outermost count. */
function liesWithin(inner: TaintMatch, outer: TaintMatch): boolean {
  if (inner.entry !== outer.entry || inner.unit !== outer.unit || samePlace(inner, outer)) return false;
  return outer.start <= inner.start && inner.end <= outer.end;
}

function samePlace(left: TaintPlace, right: TaintPlace): boolean {
  return left.unit === right.unit && left.start === right.start && left.end === right.end;
}

/** Where a metavariable of a match stands in its unit. */
export function boundPlace(match: TaintMatch, metavariable: string): TaintPlace | undefined {
  const node = findBinding(match.bindings, metavariable)?.nodes[0];
  return node === undefined ? undefined : { unit: node.unit, start: node.start, end: node.end };
}

function visit(
  roles: Map<SyntaxNode, Role[]>,
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
  reaches: readonly Reach[],
): void {
  const near = reaches.filter(
    ({ place }) => place.unit === node.unit && place.start <= node.end && node.start <= place.end,
  );
  if (near.length === 0) return;
  if (!transparentKinds.has(node.kind)) {
    for (const { place, kind, match, parts } of near) {
      if (!covers(place, node)) continue;
      const whole = parent === undefined || transparentKinds.has(parent.kind) || !covers(place, parent);
      if (whole || parts) addRole(roles, node, { kind, match, whole });
    }
  }
  for (const child of node.children) visit(roles, child, node, near);
}

function covers(place: TaintPlace, node: SyntaxNode): boolean {
  return place.start <= node.start && node.end <= place.end;
}

/** Kinds that are not evaluated as such: a match of one of them is about the expressions and statements right in it. */
const transparentKinds: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "Block",
  "ExpressionStatement",
  "If",
  "While",
  "For",
  "Try",
  "Except",
  "Else",
  "Finally",
  "With",
  "WithItem",
  "Match",
  "Case",
]);

function addRole(roles: Map<SyntaxNode, Role[]>, node: SyntaxNode, role: Role): void {
  const known = roles.get(node);
  if (known === undefined) roles.set(node, [role]);
  else if (
    !known.some((other) => other.kind === role.kind && other.match === role.match && (other.whole || !role.whole))
  )
    known.push(role);
}
