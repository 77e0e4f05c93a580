/** Rules of patterns that are followed through the project: what they leave alone, what their findings say, how many there may be. */
import { describe, expect, it } from "vitest";
import type { ReviewEngine } from "../../server/src/review/engine.js";
import { builtInRuleFiles, createTestEngine, showAll } from "../support/engine.js";
import { finishFlows, flowsBetween } from "../support/project-review.js";

const head = "severity: ERROR, languages: [python], mode: taint";

function engineOf(...rules: readonly string[]): Promise<ReviewEngine> {
  const text = `rules:\n${rules.map((rule) => `- {${rule}, ${head}}\n`).join("")}`;
  return createTestEngine([{ path: "rules.yaml", text }]);
}

/** The findings of a project as "rule path:line". */
function found(engine: ReviewEngine, files: Readonly<Record<string, string>>): string[] {
  return flowsBetween(engine, files).map(({ ruleId, path, line }) => `${ruleId} ${path}:${line}`);
}

describe("rules beside each other", () => {
  const two = [
    "id: a, message: m, pattern-sources: [{from: http-request}], pattern-sinks: [{from: sql}], pattern-sanitizers: [{pattern: clean_a($X)}]",
    "id: b, message: m, pattern-sources: [{from: http-request}], pattern-sinks: [{from: sql}], pattern-sanitizers: [{pattern: clean_b($X)}]",
    "id: c, message: m, pattern-sources: [{from: http-request}], pattern-sinks: [{from: sql}]",
  ];

  it.each<[what: string, call: string, rules: readonly string[]]>([
    ["as it comes", "q", ["a", "b", "c"]],
    ["harmless for the first", "clean_a(q)", ["b"]],
    ["harmless for the second", "clean_b(q)", ["a"]],
    ["harmless for both", "clean_a(clean_b(q))", []],
    ["harmless by models", "int(q)", []],
  ])("what is harmless for one is so for no other: %s", async (_, call, rules) => {
    const text = `import sqlite3\nfrom flask import request\ndef clean_a(x): return x\ndef clean_b(x): return x\ndef f():\n    q = request.args["q"]\n    sqlite3.connect("x").execute(${call})\n`;
    const expected = call.includes("clean") && rules.length < 3 ? [...rules, "c"] : rules;
    expect(found(await engineOf(...two), { "a.py": text })).toEqual(expected.map((rule) => `${rule} a.py:7`));
  });

  it("built-in rules find the same as without patterns", async () => {
    const text = `import os, sqlite3\nfrom flask import request\ndef f():\n    q = request.args.get("q")\n    if chosen(q):\n        os.system(q)\n    p = q\n    mark(p)\n    sqlite3.connect("x").execute(p)\n`;
    const rule = `rules:\n- {id: own, message: m, ${head}, pattern-sources: [{patterns: [{pattern: mark($X)}, {focus-metavariable: $X}], by-side-effect: true}, {pattern: request.$W}], pattern-sinks: [{from: sql}, {pattern: os.$F(...)}], pattern-sanitizers: [{patterns: [{pattern: $X}, {pattern-inside: "if chosen($X): ..."}]}]}\n`;
    const alone = found(await createTestEngine(), { "a.py": text });
    const beside = found(await createTestEngine([...builtInRuleFiles(), { path: "own.yaml", text: rule }]), {
      "a.py": text,
    });
    expect(alone).toEqual(["command-injection a.py:6", "sql-injection a.py:9"]);
    expect(beside.filter((line) => !line.startsWith("own "))).toEqual(alone);
    expect(beside.filter((line) => line.startsWith("own "))).toContain("own a.py:9");
    expect(beside).not.toContain("own a.py:6");
  });

  const many = Array.from(
    { length: 70 },
    (_, index) =>
      `id: r${index}, message: m, options: {interfile: true}, pattern-sources: [{pattern: read${index}()}], pattern-sinks: [{pattern: write${index}(...)}], pattern-sanitizers: [{pattern: clean${index}(...)}]`,
  );

  it("may be more than there are kinds that one analysis tells apart", async () => {
    const engine = await engineOf(...many);
    const source = many.map((_, index) => `def f${index}():\n    g${index}(read${index}())\n`).join("");
    const same = many.map((_, index) => `def clean${index}(x): return x\n`).join("");
    const sinks = (clean: (index: number) => number): string =>
      many.map((_, index) => `def g${index}(x):\n    write${index}(clean${clean(index)}(x))\n`).join("") + same;
    const files = { "a.py": `from b import *\n${source}`, "b.py": sinks((index) => index) };
    expect(found(engine, files)).toEqual([]);
    const project = engine.openProject();
    for (const [path, text] of Object.entries(files)) project.flows.addText(path, text);
    expect(finishFlows(project, files, showAll)).toEqual([]);
    // Each rule's own calls make nothing harmless for the next one.
    const other = { ...files, "b.py": sinks((index) => (index + 1) % many.length) };
    project.flows.addText("b.py", other["b.py"]);
    expect(finishFlows(project, other, showAll).map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual(
      many.map((_, index) => `r${index} ${index * 2 + 2}`),
    );
    const again = engine.openProject();
    expect(again.flows.restore(project.flows.store())).toBe(true);
    for (const [path, text] of Object.entries(other)) again.flows.addText(path, text);
    again.flows.forgetOthers();
    expect(finishFlows(again, other, showAll)).toHaveLength(many.length);
    expect(again.flows.counters().computed).toBe(0);
  });
});

describe("a rule that is followed from file to file", () => {
  const rule =
    'id: own, message: "$WHAT comes to $CALL by $HOW: value($HOW)", options: {interfile: true}, pattern-sources: [{pattern: read($WHAT)}], pattern-sinks: [{pattern: "write($CALL, $HOW)"}]';
  const files = {
    "a.py": "from b import end\nX = 3\ndef f():\n    end(read('the name'))\n",
    "b.py": "def end(x):\n    write(x + 'y', 'fast')\n",
  };

  it("says in the message what its patterns bind, at both ends", async () => {
    const [flow] = flowsBetween(await engineOf(rule), files);
    expect(flow?.message).toBe(`'the name' comes to x + 'y' by 'fast': "fast"`);
    expect(flow?.steps.map(({ path, line }) => `${path}:${line}`)).toEqual(["a.py:4", "a.py:4", "b.py:2"]);
  });

  it("finds one place once, inside of a function as Semgrep does", async () => {
    const engine = await engineOf(rule);
    const text = "def f():\n    x = read('a')\n    write(x, 1)\n    write(unknown(x), 1)\n";
    const { findings } = engine.reviewText("a.py", text, showAll);
    expect(findings.map(({ range }) => text.slice(range.start).split("\n")[0])).toEqual([
      "write(x, 1)",
      "write(unknown(x), 1)",
    ]);
  });

  it("is found in documents of a project as one types", async () => {
    const engine = await engineOf(rule);
    const project = engine.openProject();
    project.flows.addText("a.py", files["a.py"]);
    const document = project.openDocument("b.py", files["b.py"]);
    const count = (): number => {
      finishFlows(project, { ...files, "b.py": document.text }, showAll);
      return document.review(showAll).findings.length;
    };
    expect(count()).toBe(1);
    const text = files["b.py"];
    document.edit([{ range: { start: text.indexOf("write"), end: text.indexOf("write") + 5 }, newText: "print" }]);
    expect(count()).toBe(0);
    document.edit([{ range: { start: text.indexOf("write"), end: text.indexOf("write") + 5 }, newText: "write" }]);
    expect(count()).toBe(1);
    project.flows.addText("a.py", files["a.py"].replace("read(", "wait("));
    expect(count()).toBe(0);
    document.close();
  });
});

describe("patterns that span units", () => {
  it.each<[what: string, text: string, expected: readonly string[]]>([
    [
      "in such a class",
      "class A(Task):\n    def a(self):\n        self.b(read())\n    def b(self, x):\n        write(x)\n",
      ["own a.py:5"],
    ],
    [
      "in another one",
      "class A(Job):\n    def a(self):\n        self.b(read())\n    def b(self, x):\n        write(x)\n",
      [],
    ],
    [
      "by another name",
      "from lib import read as get\nclass A(Task):\n    def a(self):\n        self.b(get())\n    def b(self, x):\n        write(x)\n",
      [],
    ],
  ])("%s", async (_, text, expected) => {
    const engine = await engineOf(
      'id: own, message: m, options: {interfile: true}, pattern-sources: [{patterns: [{pattern: read()}, {pattern-inside: "class $C(Task): ..."}]}], pattern-sinks: [{pattern: write(...)}]',
    );
    expect(found(engine, { "a.py": text })).toEqual(expected);
  });

  it("sees through imports", async () => {
    const engine = await engineOf(
      "id: own, message: m, options: {interfile: true}, pattern-sources: [{pattern: lib.read()}], pattern-sinks: [{pattern: lib.write(...)}]",
    );
    const text = "import lib as l\nfrom lib import read as get\ndef f():\n    g(get())\ndef g(x):\n    l.write(x)\n";
    expect(found(engine, { "a.py": text })).toEqual(["own a.py:6"]);
  });
});
