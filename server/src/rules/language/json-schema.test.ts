/** The JSON schema against rules that work and rules that do not, and against the reader. */
import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { builtInRuleFiles, repository } from "../../../../test/support/engine.js";
import { loadRules } from "../load-rules.js";
import { createRuleSchema } from "./json-schema.js";
import { keysOfPlace } from "./keys.js";
import { createReference } from "./reference.js";

const validate = new Ajv({ strict: false }).compile(createRuleSchema());

const head = "rules:\n  - id: a\n    message: m\n    severity: ERROR\n    languages: [python]\n";

/** Asserts that schema and reader agree on whether a rule with this line works. */
function check(line: string, works: boolean): void {
  const text = `${head}    ${line}\n`;
  expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(works);
  expect(loadRules("a.yaml", text).rules).toHaveLength(works ? 1 : 0);
}

describe("schema and reader", () => {
  it.each([
    "pattern: f()",
    "patterns: [{pattern: f($X)}, {pattern-not: {pattern-either: [{pattern: g()}]}}, {focus-metavariable: [$X, $Y]}]",
    "patterns: [{pattern: f($X)}, {metavariable-analysis: {metavariable: $X, analyzer: {kind: entropy_v2, mode: lax}}}]",
    "match: {all: [f($X), {not: f(1)}], where: [{metavariable: $X, type: int}, {focus: $X}]}",
    "{mode: taint, pattern-sources: [{pattern: a(), by-side-effect: only}], pattern-sinks: [{pattern: b(), requires: [{$X: A}]}]}".slice(
      1,
      -1,
    ),
    "taint: {sources: [a(), {any: [b(), c()], label: A}], sinks: [d()]}",
    "taint: {sources: [{from: http-request}], sinks: [{from: [sql, command]}], propagators: [{from: library}]}",
    "taint: {sources: [a()], sinks: [b()], propagators: [{pattern: 'c($X, $Y)', from: $X, to: $Y}]}",
    "{pattern: f(), metadata: {anything: [1, {b: 2}]}}".slice(1, -1),
  ])("take %s", (line) => {
    // Several keys of a rule are written as lines of their own.
    check(line.replace(/, (?=pattern-s|metadata)/g, "\n    "), true);
  });

  it.each([
    "pattern: 5",
    "patterns: [{pattern: f(), pattern-not: g()}]",
    "patterns: [{patern: f()}]",
    "pattern-either: [{pattern-not: f()}]",
    "match: {pattern: f(), regex: g}",
    "match: {pattern-inside: f()}",
    "taint: {sources: [a()]}",
    "taint: {sources: [{from: sql}], sinks: [b()]}",
    "taint: {sources: [{from: socket, pattern: a()}], sinks: [b()]}",
    "taint: {sources: [a()], sinks: [b()], propagators: [{pattern: c($X), from: $X}]}",
    "taint: {sources: [a()], sinks: [b()], propagators: [{from: $X, to: $Y}]}",
    "patterns: [{pattern: f($X)}, {metavariable-regex: {metavariable: x, regex: a}}]",
  ])("refuse %s", (line) => {
    check(line, false);
  });

  it.each(builtInRuleFiles().map(({ path: file }) => file))("take %s", (file) => {
    const text = readFileSync(path.join(repository, file), "utf8");
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(loadRules(file, text).problems).toEqual([]);
  });
});

it("the reference names every key", () => {
  const page = createReference("");
  const names = new Set(Object.values(keysOfPlace).flatMap((keys) => keys.map(({ name }) => name)));
  expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
