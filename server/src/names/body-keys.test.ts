/** Keys of lambdas. */
import { expect, it } from "vitest";
import { bodyAroundLambda, keyOfLambda, withoutLambdas } from "./body-keys.js";

it.each<[key: string, around: string | undefined, named: string]>([
  ["f", undefined, "f"],
  ["C.m#2", undefined, "C.m#2"],
  ["<module>", undefined, "<module>"],
  [keyOfLambda("f.<locals>.g", 120, 0), "f.<locals>.g", "f.<locals>.g"],
  [keyOfLambda("<module>", 3, 1), "<module>", "<module>"],
  [keyOfLambda(keyOfLambda("C.m", 5, 0), 9, 2), "C.m.<lambda:5>", "C.m"],
  ["<lambda:5>", "<module>", "<module>"],
])("%s", (key, around, named) => {
  expect([bodyAroundLambda(key), withoutLambdas(key)]).toEqual([around, named]);
});
