/** The table of the rule language, as completion and hover ask it. */
import { describe, expect, it } from "vitest";
import { describeKey, keysAllowedAt, keysOfPlace, placesOfShape, type Place } from "./keys.js";

describe("the keys allowed at a path", () => {
  function check(path: readonly string[], some: readonly string[], none: readonly string[]): void {
    const names = keysAllowedAt(path).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...some]));
    expect(names.filter((name) => none.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  }

  it.each<[path: readonly string[], some: readonly string[], none: readonly string[]]>([
    [[], ["rules"], ["id"]],
    [["rules"], ["id", "pattern", "match", "taint", "fix-regex", "pattern-sources"], ["rules", "where"]],
    [
      ["rules", "patterns"],
      ["pattern-not", "metavariable-regex", "focus-metavariable"],
      ["id", "match"],
    ],
    [["rules", "patterns", "pattern-not", "patterns"], ["pattern"], ["id"]],
    [["rules", "patterns", "metavariable-regex"], ["metavariable", "regex"], ["pattern"]],
    [["rules", "patterns", "metavariable-pattern", "patterns"], ["pattern"], ["metavariable"]],
    [["rules", "pattern-sources"], ["pattern", "label", "by-side-effect"], ["at-exit"]],
    [["rules", "match", "all", "not"], ["inside", "where", "as"], ["pattern-inside"]],
    [["rules", "match", "where"], ["focus", "metavariable", "analyzer"], ["as"]],
    [["rules", "taint", "sinks"], ["requires", "at-exit", "any"], ["control"]],
    [["rules", "options"], ["symbolic_propagation"], []],
    [["rules", "id"], [], ["id"]],
    [["nowhere", "patterns"], [], ["pattern"]],
  ])("%j", (path, some, none) => {
    check(path, some, none);
  });
});

it("describes a key where it may stand", () => {
  expect(describeKey(["rules", "metadata"], "in-tests")).toMatchObject({ origin: "kingsnake", standing: "used" });
  expect(describeKey(["rules"], "in-tests")).toBeUndefined();
});

const keys = Object.entries(keysOfPlace).flatMap(([place, descriptions]) =>
  descriptions.map((key) => ({ place, key, title: `${place}: ${key.name}` })),
);

it.each(keys)("$title is documented", ({ key }) => {
  expect(key.documentation).toMatch(/^[A-Z`].*\.$/);
  expect(key.reason === "").toBe(key.standing === "used");
  if (key.standing === "used") expect(key.example.startsWith(`${key.name}:`)).toBe(true);
});

it("has no map that no key leads to", () => {
  const reached = new Set<Place>(["file"]);
  for (const place of reached) {
    for (const key of keysOfPlace[place]) for (const below of placesOfShape(key.value)) reached.add(below);
  }
  expect(Object.keys(keysOfPlace).filter((place) => !reached.has(place as Place))).toEqual([]);
});
