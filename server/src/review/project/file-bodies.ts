/** The bodies of one version of a file, by the keys that facts and graphs have for them. */
import { bodiesIn, codeOfDefinition, codeOfModule, unitsOfBody, type BodyCode } from "../../flow/build-value-graph.js";
import { bodyAroundLambda } from "../../names/body-keys.js";
import { bodiesOf } from "../../names/body-nodes.js";
import { moduleBody, type BodyKey } from "../../names/module-facts.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { PlacedUnit, Unit } from "../../syntax/unit.js";

/** What a file's functions are, found once for each version. */
export interface FileBodies {
  readonly codeOf: (key: BodyKey) => BodyCode | undefined;
  /** The units that places in the body are relative to. */
  readonly unitsOf: (key: BodyKey) => readonly Unit[];
  /** Keys of all bodies but lambdas. */
  readonly keys: () => Iterable<BodyKey>;
  /** The FunctionDef of a body. */
  readonly definitionOf: (key: BodyKey) => SyntaxNode | undefined;
}

const known = new WeakMap<readonly PlacedUnit[], FileBodies>();

/** The bodies of the file with these units. */
export function bodiesOfFile(roots: readonly PlacedUnit[]): FileBodies {
  const found = known.get(roots) ?? findBodies(roots);
  known.set(roots, found);
  return found;
}

/** A function in a function: "outer.<locals>.inner". */
const nesting = ".<locals>.";
function findBodies(roots: readonly PlacedUnit[]): FileBodies {
  const nodes = bodiesOf(roots);
  let module: BodyCode | undefined;
  const codeOf = (key: BodyKey): BodyCode | undefined => {
    if (key === moduleBody) return (module ??= codeOfModule(roots));
    const around = bodyAroundLambda(key);
    if (around !== undefined) {
      const outer = codeOf(around);
      return outer === undefined ? undefined : bodiesIn(outer).find((inner) => inner.key === key);
    }
    const definition = nodes.get(key)?.definition;
    return definition === undefined ? undefined : codeOfDefinition(key, definition, definitionsAround(key));
  };
  const definitionsAround = (key: BodyKey): SyntaxNode[] => {
    const around: SyntaxNode[] = [];
    for (let at = key.lastIndexOf(nesting); at >= 0; at = key.lastIndexOf(nesting, at - 1)) {
      const definition = nodes.get(key.slice(0, at))?.definition;
      if (definition !== undefined) around.push(definition);
      if (at === 0) break;
    }
    return around;
  };
  return {
    codeOf,
    unitsOf: (key) => {
      const code = codeOf(key);
      return code === undefined ? [] : unitsOfBody(code);
    },
    keys: () => nodes.keys(),
    definitionOf: (key) => nodes.get(key)?.definition,
  };
}
