/** Whatever is done to the text of a rule file, reading it ends well, and rules that were not touched still load. */
import "../../../test/support/fast-check-seed.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { keysOfPlace } from "./language/keys.js";
import { loadRules } from "./load-rules.js";

const good = (id: string): string => `  - id: ${id}
    message: m
    severity: ERROR
    languages: [python]
    patterns:
      - pattern: |
          if $X:
              f($X)
      - metavariable-regex: {metavariable: $X, regex: "a'"}
`;

const victim = `  - id: victim
    message: "It is $X."
    severity: WARNING
    languages: [python]
    mode: taint
    pattern-sources:
      - patterns: [{pattern: a($X)}, {focus-metavariable: $X}]
        label: A
    pattern-sinks:
      - pattern: b($X)
        requires: A and not B
    options: {symbolic_propagation: true}
    metadata:
      cwe: ["CWE-1: a"]
    match:
      all: [f($X), {not: f(1)}]
      where: [{metavariable: $X, comparison: $X > 1}]
    fix-regex: {regex: a, replacement: b}
`;

const names = [...new Set(Object.values(keysOfPlace).flatMap((keys) => keys.map(({ name }) => name)))];

/** Text that may be put anywhere: YAML's own signs, keys of the language, and anything else. */
const insertion = fc.oneof(
  fc.constantFrom(
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    ":",
    ": ",
    "- ",
    "|",
    ">",
    "#",
    "&a ",
    "*a",
    "<<: ",
    "?",
    "!",
    "%",
    "\t",
    "\0",
    "\ufffd",
    "@",
    "null",
    "~",
    "5",
    "1.5",
    "true",
    "  ",
  ),
  fc.constantFrom(...names).map((name) => `${name}: `),
  fc.string({ maxLength: 5 }),
);

/** An edit: what is cut out at a place, of a share of the text, and what is put there. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.integer({ min: 0, max: 12 }),
  put: insertion,
});

function apply(text: string, { at, cut, put }: { at: number; cut: number; put: string }): string {
  const place = Math.floor(at * text.length);
  return text.slice(0, place) + put + text.slice(place + cut);
}

it("never throws, and reports places inside of the file", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const text = edits.reduce(apply, `rules:\n${victim}${good("good")}`);
      for (const { range, line, character } of loadRules("a.yaml", text).problems) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(text.length + 1);
        expect(text.split(/\r\n|\n|\r/)[line]?.length).toBeGreaterThanOrEqual(character);
      }
    }),
    { numRuns: 500 },
  );
});

it("keeps the rules around one that is edited", () => {
  // A line that starts with a hyphen where rules start is a new rule, and a line that starts at the margin ends the list.
  const inside = fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .filter((edits) => edits.every(({ put }) => !/[\n\r]|^\s*-/.test(put)));
  fc.assert(
    fc.property(inside, (edits) => {
      const [first = "", ...lines] = victim.split("\n").slice(0, -1);
      // Every line keeps its indentation, so that it stays a part of the rule.
      const edited = lines.map((line, index) => {
        const own = edits.filter(({ at }) => Math.floor(at * lines.length) === index);
        return `    ${own.reduce(apply, line.slice(4))}`;
      });
      const text = `rules:\n${good("before")}${[first, ...edited, ""].join("\n")}${good("after")}`;
      const ids = loadRules("a.yaml", text).rules.map(({ id }) => id);
      expect(ids.filter((id) => id !== "victim" && id !== "vi")).toEqual(["before", "after"]);
    }),
    { numRuns: 500 },
  );
});
