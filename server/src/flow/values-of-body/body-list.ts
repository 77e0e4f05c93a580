/** Which bodies there are in a file. */
import type { PlacedUnit } from "../../syntax/unit.js";
import { codeOfDefinition, codeOfModule, type BodyCode } from "./body-code.js";
import { scopeOfBody } from "./body-scope.js";

/** The functions, methods and lambdas that are defined in a body, not further in, in the order of the text. Lambdas have keys like "outer.<lambda:120>". */
export function bodiesIn(code: BodyCode): readonly BodyCode[] {
  return scopeOfBody(code).inner.map(({ node, key, enclosing }) => codeOfDefinition(key, node, enclosing));
}

/** All bodies of a file, the module first, each before those that are defined in it. */
export function allBodies(roots: readonly PlacedUnit[]): readonly BodyCode[] {
  const bodies: BodyCode[] = [codeOfModule(roots)];
  for (let at = 0; at < bodies.length; at++) {
    const body = bodies[at];
    if (body !== undefined) bodies.push(...bodiesIn(body));
  }
  return bodies;
}
