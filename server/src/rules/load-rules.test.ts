/** What is wrong in rule files, and where; and that the rest of a file still works. */
import { describe, expect, it } from "vitest";
import { loadRules } from "./load-rules.js";
import type { Rule } from "./rule.js";

const good = "  - {id: good, message: m, severity: ERROR, languages: [python], pattern: f()}\n";

/** Problems as "line:column message", both counted from one; warnings start with "?". */
function problemsIn(text: string): string[] {
  return loadRules("rules.yaml", text).problems.map(
    ({ line, character, message, severity }) =>
      `${severity === "warning" ? "?" : ""}${line + 1}:${character + 1} ${message}`,
  );
}

/** Asserts the problems of a rule file and the ids of the rules that work. */
function check(text: string, problems: readonly string[], ids: readonly string[]): void {
  expect(problemsIn(text)).toEqual(problems);
  expect(loadRules("rules.yaml", text).rules.map((rule) => rule.id)).toEqual(ids);
}

/** A file whose first rule has these lines below its id, and whose second one is good. */
function file(...lines: readonly string[]): string {
  return `rules:\n  - id: bad\n${lines.map((line) => `    ${line}\n`).join("")}${good}`;
}

const head = ["message: m", "severity: ERROR", "languages: [python]"];
const taint = [...head, "mode: taint"];
const found = ["pattern-sources: [{pattern: a()}]", "pattern-sinks: [{pattern: b($X)}]"];

type Case = [name: string, lines: readonly string[], ...problems: string[]];

describe("a rule that cannot run", () => {
  it.each<Case>([
    ["no message", ["severity: ERROR", "languages: [python]", "pattern: f()"], '2:9 Rule "bad" has no "message".'],
    ["no severity", ["message: m", "languages: [python]", "pattern: f()"], '2:9 Rule "bad" has no "severity".'],
    [
      "an unknown severity",
      ["message: m", "severity: EROR", "languages: [python]", "pattern: f()"],
      '4:15 "severity" cannot be "EROR". Did you mean "ERROR"?',
    ],
    ["no languages", ["message: m", "severity: ERROR", "pattern: f()"], '2:9 Rule "bad" has no "languages".'],
    [
      "another language",
      ["message: m", "severity: ERROR", "languages: [java, go]", "nothing: is looked at"],
      "5:16 Kingsnake runs rules for Python and for text; this one is for java, go.",
    ],
    ["another mode", [...head, "mode: join"], '6:11 Kingsnake does not run rules of "mode: join".'],
    ["an unknown mode", [...head, "mode: serach"], '6:11 The mode "serach" is not known. Use search or taint.'],
    ["no pattern", head, '2:9 The rule has no pattern. Add "pattern", "patterns" or "pattern-either".'],
    ["a pattern that is a list", [...head, "pattern: [f()]"], '6:14 "pattern" must be text.'],
    ["a pattern that is a number", [...head, "pattern: 5"], '6:14 "pattern" must be text. Put quotes around 5.'],
    ["a pattern that is null", [...head, "pattern:"], '6:5 "pattern" has no value.'],
    ["an empty pattern", [...head, "pattern: ''"], '6:14 "pattern" is empty.'],
    ["patterns that are no list", [...head, "patterns: f()"], '6:15 "patterns" must be a list.'],
    ["empty patterns", [...head, "patterns: []"], '6:5 "patterns" is empty.'],
    ["an entry that is no map", [...head, "patterns: [f()]"], '6:16 Each entry of "patterns" must be a map.'],
    ["an entry that is null", [...head, "patterns:", "  -"], '7:8 "patterns" has an empty entry.'],
    [
      "two operators",
      [...head, "pattern: f()", "patterns: [{pattern: g()}]"],
      '7:5 "patterns" cannot stand beside "pattern". Put both into a list under "patterns".',
    ],
    [
      "a missing hyphen",
      [...head, "patterns:", "  - pattern: f($X)", "    pattern-not: f(1)"],
      '8:9 "pattern-not" stands in the same entry as "pattern". Give it an entry of its own, with a hyphen.',
    ],
    [
      "nothing that matches",
      [...head, "patterns: [{pattern-not: f()}]"],
      '6:5 "patterns" needs an operator that matches something, such as "pattern", beside what takes away.',
    ],
    [
      "a negation among alternatives",
      [...head, "pattern-either: [{pattern-not: f()}]"],
      '6:23 "pattern-not" cannot stand alone in "pattern-either". Put it into a list under "patterns", beside what it is about.',
    ],
    [
      "a misspelt operator",
      [...head, "patterns:", "  - pattern: f()", "  - pattern-insde: g()"],
      '8:9 "patterns" has no key "pattern-insde". Did you mean "pattern-inside"?',
    ],
    [
      "a condition without its regex",
      [...head, "patterns:", "  - pattern: f($X)", "  - metavariable-regex: {metavariable: $X}"],
      '8:9 "metavariable-regex" has no "regex".',
    ],
    [
      "a condition on what is no metavariable",
      [...head, "patterns:", "  - pattern: f($X)", "  - metavariable-regex: {metavariable: x, regex: a}"],
      '8:44 "x" is not a metavariable; write it as $NAME in capitals.',
    ],
    [
      "a condition of the paid engine",
      [...head, "patterns:", "  - pattern: f($X)", "  - metavariable-name: {metavariable: $X, module: a}"],
      `8:9 "metavariable-name" does not work here. It belongs to Semgrep's paid engine. Write the qualified name in the pattern; imports are followed.`,
    ],
    [
      "a metavariable of another language",
      [
        ...head,
        "patterns:",
        "  - pattern: f($X)",
        "  - metavariable-pattern: {metavariable: $X, language: bash, pattern: a}",
      ],
      "8:60 Kingsnake cannot read a metavariable as bash; it knows python, py, python2, python3, generic, spacegrep, aliengrep, regex, none.",
    ],
    ["paths that are no map", [...head, "pattern: f()", "paths: [a]"], '7:12 "paths" must be a map.'],
    [
      "a misspelt path",
      [...head, "pattern: f()", "paths: {incldue: [a]}"],
      '7:13 "paths" has no key "incldue". Did you mean "include"?',
    ],
    ["a key twice", [...head, "pattern: f()", "pattern: g()"], '7:5 "pattern" stands in this map already.'],
    [
      "an option that is no boolean",
      [...head, "pattern: f()", "options: {symbolic_propagation: 1}"],
      '7:37 "symbolic_propagation" must be true or false.',
    ],
    [
      "a fix without a replacement",
      [...head, "pattern: f()", "fix-regex: {regex: a}"],
      '7:5 "fix-regex" has no "replacement".',
    ],
    [
      "a fix of a broken expression",
      [...head, "pattern: f()", "fix-regex: {regex: '(', replacement: b}"],
      "7:24 The group is not closed.",
    ],
    ["sources without their mode", [...head, ...found], '6:5 A rule with sources and sinks needs "mode: taint".'],
    ["no sinks", [...taint, found[0] ?? ""], '2:9 A rule of "mode: taint" needs "pattern-sinks".'],
    [
      "a source that is no map",
      [...taint, "pattern-sources: [a()]", found[1] ?? ""],
      '7:23 Each entry of "pattern-sources" must be a map.',
    ],
    [
      "a broken formula of labels",
      [...taint, found[0] ?? "", "pattern-sinks:", '  - {pattern: b($X), requires: "A and && B"}'],
      '9:43 "&" cannot stand in a formula over labels. Use names, "not", "and", "or" and parentheses.',
    ],
    [
      "a formula of labels that stops",
      [...taint, found[0] ?? "", "pattern-sinks:", "  - {pattern: b($X), requires: A and}"],
      "9:41 A label is missing before the end.",
    ],
    [
      "a side effect that only sources have",
      [...taint, ...found, "pattern-sanitizers: [{pattern: c(), by-side-effect: only}]"],
      '9:57 "by-side-effect" must be true or false.',
    ],
    [
      "a propagator that goes nowhere",
      [...taint, ...found, "pattern-propagators: [{pattern: c($X), from: $X}]"],
      '9:5 "pattern-propagators" has no "to".',
    ],
    [
      "a propagator that comes from nowhere",
      [...taint, ...found, "pattern-propagators: [{pattern: c($X), to: $X}]"],
      '9:5 "pattern-propagators" has no "from".',
    ],
    [
      "a propagator from what is no metavariable",
      [...taint, ...found, "pattern-propagators: [{pattern: c($X), from: X, to: $X}]"],
      '9:50 "X" is not a metavariable; write it as $NAME in capitals.',
    ],
    [
      "a kind that no model knows",
      [...taint, "pattern-sources: [{from: http-requests}]", "pattern-sinks: [{from: [sql, comand]}]"],
      '7:30 "from" cannot be "http-requests". Did you mean "http-request"?',
      '8:34 "from" cannot be "comand". Did you mean "command"?',
    ],
    [
      "a kind of a sink as a source",
      [
        "message: m",
        "severity: ERROR",
        "languages: [python]",
        "taint: {sources: [{from: socket}], sinks: [{from: socket}]}",
      ],
      '6:55 "from" cannot be "socket". Use sql, command, code, template, html, path, archive-path, url, redirect, header, log, xpath, ldap, nosql, xml, deserialisation, regex, mail, format-string, session, allocation, attribute-name, module-name or response.',
    ],
    [
      "a kind beside a pattern",
      [...taint, "pattern-sources: [{pattern: a(), from: socket}]", "pattern-sinks: [{from: sql}]"],
      '7:24 "pattern" cannot stand beside "from". Give it an entry of its own.',
    ],
    [
      "labels beside kinds of models",
      [...taint, "pattern-sources: [{from: socket}]", "pattern-sinks: [{pattern: b(), requires: A}]"],
      '8:36 "requires" only holds inside of one function, and not beside "from". Leave it out, or use patterns in place of the kinds.',
    ],
    [
      "control flow beside kinds of models",
      [...taint, "pattern-sources: [{pattern: a(), control: true}]", "pattern-sinks: [{from: sql}]"],
      '7:38 "control" only holds inside of one function, and not beside "from". Leave it out, or use patterns in place of the kinds.',
    ],
    ["no kinds", [...taint, "pattern-sources: [{from: []}]", found[1] ?? ""], '7:23 "from" is empty.'],
    [
      "a newer key misspelt",
      [...head, "match: {patern: f()}"],
      '6:13 "match" has no key "patern". Did you mean "pattern"?',
    ],
    [
      "two newer operators",
      [...head, "match: {pattern: f(), regex: a}"],
      '6:27 "regex" cannot stand beside "pattern". Put both into a list under "all".',
    ],
    [
      "only a newer negation",
      [...head, "match: {not: f()}"],
      '6:13 "match" needs an operator that matches something, beside what takes away.',
    ],
    [
      "a pattern in a rule for regex",
      ["message: m", "severity: ERROR", "languages: [regex]", "pattern: a"],
      '6:5 A rule for regex has no "pattern". Use "pattern-regex".',
    ],
  ])("%s", (_, lines, ...problems) => {
    check(file(...lines), problems, ["good"]);
  });
});

describe("a rule that runs without something", () => {
  it.each<Case>([
    [
      "a misspelt key",
      [...head, "pattern: f()", "mesage: m"],
      '?7:5 Rule "bad" has no key "mesage". Did you mean "message"?',
    ],
    [
      "a condition that is not in a list",
      [...head, "pattern: f($X)", "metavariable-regex: {metavariable: $X, regex: a}"],
      '?7:5 "metavariable-regex" has no effect here. Put it into a list under "patterns".',
    ],
    [
      "a negation that is not in a list",
      [...taint, "pattern-sources: [{pattern: a(), pattern-not: b()}]", found[1] ?? ""],
      '?7:38 "pattern-not" has no effect here. Put it into a list under "patterns".',
    ],
    [
      "a misspelt option",
      [...head, "pattern: f()", "options: {symbolic_propogation: true}"],
      '?7:15 "options" has no key "symbolic_propogation". Did you mean "symbolic_propagation"?',
    ],
    ["metadata that is no map", [...head, "pattern: f()", "metadata: a"], '?7:15 "metadata" must be a map.'],
    ["metadata that is null", [...head, "pattern: f()", "metadata: {cwe: }"], '?7:16 "cwe" has no value.'],
    [
      "a lone language",
      ["message: m", "severity: ERROR", "languages: py", "pattern: f()"],
      '?5:16 "languages" must be a list.',
    ],
    [
      "small letters",
      ["message: m", "severity: error", "languages: [py]", "pattern: f()"],
      '?4:15 Write ERROR: Semgrep refuses "error".',
    ],
    [
      "sources in a search",
      [...head, "pattern: f()", "pattern-sources: [{pattern: a()}]"],
      '?7:5 "pattern-sources" has no effect without "mode: taint".',
    ],
    [
      "a pattern beside sources",
      [...taint, ...found, "pattern: f()"],
      '?9:5 "pattern" has no effect in a rule of "mode: taint".',
    ],
    ["no sources", [...taint, "pattern-sources: []", found[1] ?? ""], '?7:5 "pattern-sources" is empty.'],
    [
      "a label of what models tell",
      [...taint, "pattern-sources: [{from: socket, label: A}]", "pattern-sinks: [{from: sql}]"],
      '?7:38 "label" has no effect beside "from".',
    ],
    [
      "labels that are to be followed from file to file",
      [...taint, found[0] ?? "", "pattern-sinks: [{pattern: b(), requires: A}]", "options: {interfile: true}"],
      '?9:15 "interfile" has no effect beside "requires", which only holds inside of one function.',
    ],
    [
      "two fixes",
      [...head, "pattern: f()", "fix: g()", "fix-regex: {regex: a, replacement: b}"],
      '?8:5 "fix-regex" has no effect beside "fix".',
    ],
    [
      "what is for others",
      [...head, "pattern: f()", "options: {vardef_assign: true, xml_children_ordered: 1}", "product: sast"],
    ],
  ])("%s", (_, lines, ...problems) => {
    check(file(...lines), problems, ["bad", "good"]);
  });

  it.each([
    [
      "min-version: 1.183.0",
      "?7:18 The rule is for Semgrep 1.183.0 or newer; Kingsnake reads the language of 1.182.0, and leaves it out.",
    ],
    [
      "max-version: '1.9'",
      "?7:18 The rule is for Semgrep 1.9 or older; Kingsnake reads the language of 1.182.0, and leaves it out.",
    ],
  ])("or is for another version: %s", (line, problem) => {
    check(file(...head, "pattern: f()", line, "new-key: 1"), [problem], ["good"]);
  });

  it.each(["min-version: 1.182.0", "max-version: 1.182", "min-version: 0.1", "max-version: 2"])("%s", (line) => {
    check(file(...head, "pattern: f()", line), [], ["bad", "good"]);
  });
});

it("names the rule that a problem belongs to", () => {
  expect(loadRules("rules.yaml", file("message: m")).problems.map((problem) => problem.ruleId)).toContain("bad");
});

describe("a good rule", () => {
  it("takes its metadata, with defaults for what is missing", () => {
    const text = file(
      ...head,
      "pattern: f()",
      "fix: g()",
      "metadata: {cwe: 'CWE-78: a name', confidence: HIGH, kin: [B602], in-tests: off, fix-safety: safe}",
    );
    const [rule, plain] = loadRules("rules.yaml", text).rules;
    expect(rule).toMatchObject({ cwe: ["CWE-78"], confidence: "high", kin: ["B602"], inTests: "off", topic: "custom" });
    expect(rule?.fix).toMatchObject({ change: { kind: "template", template: "g()" }, safety: "safe" });
    expect(plain).toMatchObject({ title: "good", confidence: "medium", cwe: [], inTests: "same", severity: "error" });
    expect(plain?.fix).toBeUndefined();
  });

  it.each<[name: string, lines: readonly string[], rule: Partial<Rule>]>([
    ["CRITICAL", ["message: m", "severity: CRITICAL", "languages: [py]", "pattern: f()"], { severity: "error" }],
    ["MEDIUM", ["message: m", "severity: MEDIUM", "languages: [py]", "pattern: f()"], { severity: "warning" }],
    ["INVENTORY", ["message: m", "severity: INVENTORY", "languages: [py]", "pattern: f()"], { severity: "info" }],
    [
      "several languages",
      ["message: m", "severity: LOW", "languages: [java, python3]", "pattern: f()"],
      { language: "python" },
    ],
    ["no language", ["message: m", "severity: LOW", "languages: [none]", "pattern-regex: f"], { language: "regex" }],
    ["any text", ["message: m", "severity: LOW", "languages: [generic]", "pattern: f ..."], { language: "generic" }],
    [
      "paths",
      [...head, "pattern: f()", "paths: {include: [a], exclude: [b, c]}"],
      { include: ["a"], exclude: ["b", "c"] },
    ],
  ])("%s", (_, lines, rule) => {
    const loaded = loadRules("rules.yaml", file(...lines));
    expect(loaded.problems).toEqual([]);
    expect(loaded.rules[0]).toMatchObject(rule);
  });

  it("may change a part of what it finds", () => {
    const [rule] = loadRules(
      "rules.yaml",
      file(...head, "pattern: f()", "fix-regex: {regex: a, replacement: b, count: 2}"),
    ).rules;
    expect(rule?.fix?.change).toMatchObject({ kind: "regex", regex: { text: "a" }, replacement: "b", count: 2 });
  });
});
