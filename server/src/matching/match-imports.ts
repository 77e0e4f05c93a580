/**
 * Matching of import statements. `import a.b` and `from a import b` name the same thing and match each other; a pattern also
 * matches the import of something below what it names.
 */
import type { SyntaxNode } from "../syntax/node.js";
import type { Bindings } from "./bindings.js";
import { bind, matchNode, type MatchBudget, type Next } from "./match.js";
import type { ConcretePattern, PatternNode } from "./pattern.js";

/** What one import statement binds: one thing. */
interface ImportedThing {
  readonly node: SyntaxNode;
  /** Empty for `import a.b`. */
  readonly module: string;
  /** `*` for a wildcard. */
  readonly name: string;
  readonly path: string;
  readonly alias: SyntaxNode;
}

/** Matches an import of either form with one of either form. */
export function matchImport(
  pattern: ConcretePattern,
  node: SyntaxNode,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  return matchNames({ pattern, budget, next }, 0, importedThings(node), bindings);
}

function importedThings(node: SyntaxNode): ImportedThing[] {
  const module = node.kind === "ImportFrom" ? node.value : "";
  const joint = module === "" || module.endsWith(".") ? module : `${module}.`;
  return node.children.flatMap((name) =>
    name.kind === "ImportName"
      ? [{ node, module, name: name.value, path: joint + name.value, alias: name.child(0) }]
      : [],
  );
}

interface ImportMatch {
  readonly pattern: ConcretePattern;
  readonly budget: MatchBudget;
  readonly next: Next;
}

/** Each name of the pattern finds a thing of its own. */
function matchNames(
  match: ImportMatch,
  index: number,
  things: readonly ImportedThing[],
  bindings: Bindings | undefined,
): boolean {
  const name = match.pattern.children[index];
  if (name === undefined) return match.next(bindings);
  if (name.type === "ellipsis") return things.length > 0 && matchNames(match, index + 1, things, bindings);
  if (name.type !== "node") return false;
  for (const thing of things) {
    const rest: Next = (found) =>
      matchNames(
        match,
        index + 1,
        things.filter((other) => other !== thing),
        found,
      );
    if (matchThing(match, name, thing, bindings, rest)) return true;
  }
  return false;
}

function matchThing(
  { pattern, budget }: ImportMatch,
  name: ConcretePattern,
  thing: ImportedThing,
  bindings: Bindings | undefined,
  next: Next,
): boolean {
  const alias: Next = (found) => matchAlias(name.children[0], thing, found, budget, next);
  if (pattern.kind === "Import") {
    const [wanted] = name.children;
    const asksForAlias = wanted !== undefined && !(wanted.type === "node" && wanted.kind === "Absent");
    if (asksForAlias && thing.node.kind !== "Import") return false;
    if (name.valueMetavariable !== "")
      return bindText(name.valueMetavariable, written(thing), thing, bindings, budget, alias);
    return thing.name !== "*" && leadsTo(name.value, thing.path) && alias(bindings);
  }
  const isWildcard = thing.name === "*" && thing.node.kind === "ImportFrom";
  if (name.value === "*" || name.value.includes("ǃǃǃ"))
    return (
      thing.node.kind === "ImportFrom" &&
      (!(name.value === "*") || isWildcard) &&
      matchModule(pattern, thing, thing.module, bindings, budget, alias)
    );
  return !isWildcard && matchMember(pattern, name, thing, bindings, budget, alias);
}

/** `from M import N`, with a metavariable in the place of either. */
function matchMember(
  pattern: ConcretePattern,
  name: ConcretePattern,
  thing: ImportedThing,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (pattern.valueMetavariable === "" && name.valueMetavariable === "") {
    const joint = pattern.value.endsWith(".") ? pattern.value : `${pattern.value}.`;
    return leadsTo(joint + name.value, thing.path) && next(bindings);
  }
  const separator = thing.path.lastIndexOf(".");
  if (separator < 0) return false;
  const module = thing.module !== "" ? thing.module : thing.path.slice(0, separator);
  const member = thing.path.slice(separator + 1);
  return matchModule(pattern, thing, module, bindings, budget, (found) => {
    if (name.valueMetavariable !== "") return bindText(name.valueMetavariable, member, thing, found, budget, next);
    return name.value === member && next(found);
  });
}

function matchModule(
  pattern: ConcretePattern,
  thing: ImportedThing,
  module: string,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (pattern.valueMetavariable !== "")
    return bindText(pattern.valueMetavariable, module, thing, bindings, budget, next);
  return pattern.value === module && next(bindings);
}

function leadsTo(wanted: string, path: string): boolean {
  return path === wanted || path.startsWith(`${wanted}.`);
}

function written(thing: ImportedThing): string {
  return thing.module === "" ? thing.name : `${thing.module} import ${thing.name}`;
}

function bindText(
  name: string,
  text: string,
  { node }: ImportedThing,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  const found = node.unit.text.indexOf(text, node.start);
  const start = found >= 0 && found < node.end ? found : node.start;
  return bind({ name, nodes: [node], part: { text, start, end: start + text.length } }, bindings, budget, next);
}

function matchAlias(
  wanted: PatternNode | undefined,
  thing: ImportedThing,
  bindings: Bindings | undefined,
  budget: MatchBudget,
  next: Next,
): boolean {
  if (wanted === undefined || (wanted.type === "node" && wanted.kind === "Absent")) return next(bindings);
  return matchNode(wanted, thing.alias, bindings, budget, next);
}
