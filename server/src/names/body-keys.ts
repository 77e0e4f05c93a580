/** Keys of bodies: what of them says where a body stands. */
import { moduleBody, type BodyKey } from "./module-facts.js";

/** A lambda, by its place: "outer.<lambda:120>". */
const lambda = /\.?<lambda:\d+>(?:#\d+)?$/;

/** The key of a lambda of a body: by its offset in its unit, and how many lambdas of other units stand at the same. */
export function keyOfLambda(around: BodyKey, offset: number, others: number): BodyKey {
  const key = `${around}.<lambda:${offset}>`;
  return others === 0 ? key : `${key}#${others + 1}`;
}

/** The body that a lambda stands in; undefined for other bodies. */
export function bodyAroundLambda(key: BodyKey): BodyKey | undefined {
  if (!lambda.test(key)) return undefined;
  const around = key.replace(lambda, "");
  return around === "" ? moduleBody : around;
}

/** The body that the facts of a file have for a body: a lambda is a part of the body around it. */
export function withoutLambdas(body: BodyKey): BodyKey {
  let key = body;
  for (let around = bodyAroundLambda(key); around !== undefined; around = bodyAroundLambda(key)) key = around;
  return key;
}
