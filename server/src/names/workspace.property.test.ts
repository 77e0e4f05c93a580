/** A workspace that files went through one by one is the same as a fresh one, and answers change only with what they rest on. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFactReader } from "../../../test/support/file-facts.js";
import { createRandom } from "../../../test/support/random-edits.js";
import type { ModuleFacts } from "./module-facts.js";
import { createWorkspace, type LibraryTypes, type Reads, type Workspace } from "./workspace.js";

const reader = await createFactReader();

const library: LibraryTypes = {
  typeOf: (name) => (name === "lib.make()" ? "lib.Thing" : name === "lib.Thing.part()" ? "lib.Part" : undefined),
  basesOf: (name) => (name === "lib.Thing" ? ["lib.Base"] : []),
};

const paths = [
  "a.py",
  "b.py",
  "p/__init__.py",
  "p/a.py",
  "p/b.py",
  "p/q/a.py",
  "p/q/__init__.py",
  "src/a.py",
  "lib.py",
];

/** Statements that refer to each other in many ways, most of them wrong in most files. */
const statements = [
  "import a",
  "import b",
  "import p.a",
  "import p.q.a as z",
  "import lib",
  "from a import *",
  "from . import a",
  "from .b import *",
  "from ..b import f",
  "from p import C",
  "from p.q import a",
  "from .a import C as D",
  "from b import f, x",
  "from lib import Base as C",
  "def f(): return x",
  "def f(a: C): return a.m()",
  "def g(): return f()",
  "x = f()",
  "x = C()",
  "x = lib.make().part()",
  "y = a.C",
  "y = x",
  "class C: pass",
  "class C(D):\n    def m(self): return self.n()",
  "class D(C): x = f()",
  "class C(a.C):\n    def n(self): return C()",
  "class D(lib.Thing):\n    def m(self): return super().m()",
  "class E(C, D):\n    def __init__(self): self.y = x",
  "class D(y): pass",
];

type Files = Map<string, ModuleFacts>;

/** Everything that is asked, by name. */
function questions(workspace: Workspace, names: readonly string[]): Map<string, (reads: Reads) => unknown> {
  const asked = new Map<string, (reads: Reads) => unknown>();
  for (const path of paths) {
    for (const name of names) {
      asked.set(`resolve ${path} ${name}`, (reads) => workspace.resolve(path, name, reads));
      asked.set(`types ${path} ${name}`, (reads) => workspace.typesOf({ kind: "name", name }, path, reads));
      asked.set(`call ${path} ${name}`, (reads) => workspace.typesOf({ kind: "call", name }, path, reads));
    }
    for (const key of ["C", "D", "E", "C#2"]) {
      const of = { path, key };
      asked.set(`ancestors ${path} ${key}`, (reads) => workspace.ancestors(of, reads));
      asked.set(`class ${path} ${key}`, (reads) => workspace.classFact(of, reads));
      asked.set(`member ${path} ${key}`, (reads) => workspace.member(of, "m", reads));
      asked.set(`descendants ${path} ${key}`, (reads) => workspace.descendants(of, reads));
      asked.set(`overrides ${path} ${key}`, (reads) => workspace.overrides(of, "n", reads));
      asked.set(`method ${path} ${key}`, (reads) =>
        workspace.typesOfMethodCall({ kind: "instance", class: of }, "m", reads),
      );
    }
    asked.set(`return ${path}`, (reads) => workspace.typesOfReturn({ path, key: "f" }, reads));
  }
  for (const name of ["f", "C", "m", "make"])
    asked.set(`calls ${name}`, (reads) => workspace.bodiesThatCall(name, reads));
  for (const word of ["f", "x", "m", "part"])
    asked.set(`word ${word}`, (reads) => workspace.bodiesWithWord(word, reads));
  return asked;
}

const names = [
  "x",
  "y",
  "f",
  "C",
  "a.C",
  "a.f",
  "p.C",
  "p.a.x",
  "p.q.a.C.m",
  ".a.C",
  "..b.f",
  "b.x",
  "z.C",
  "D.m",
  "lib.make",
  "E.y.m",
];

interface Answer {
  readonly value: unknown;
  readonly reads: ReadonlySet<string>;
}

function answers(workspace: Workspace): Map<string, Answer> {
  const all = new Map<string, Answer>();
  for (const [name, ask] of questions(workspace, names)) {
    const reads = new Set<string>();
    all.set(name, { value: ask((key) => reads.add(key)), reads });
  }
  return all;
}

function freshWorkspace(files: Files): Workspace {
  const workspace = createWorkspace(library);
  for (const [path, facts] of [...files].reverse()) workspace.setFile(path, facts);
  return workspace;
}

function randomText(random: () => number): string {
  const count = Math.floor(random() * 6);
  return Array.from({ length: count }, () => statements[Math.floor(random() * statements.length)] ?? "").join("\n");
}

describe("workspaces", () => {
  it("answer as fresh ones do, and tell what their answers rest on", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const files: Files = new Map();
        const workspace = createWorkspace(library);
        let before = answers(workspace);
        for (let step = 0; step < 14; step++) {
          const path = paths[Math.floor(random() * paths.length)] ?? "a.py";
          const facts = random() < 0.15 ? undefined : reader.read(randomText(random));
          if (facts === undefined) files.delete(path);
          else files.set(path, facts);
          const values = valuesOf(workspace, before);
          const changed = workspace.setFile(path, facts);
          const after = answers(workspace);
          checkAnswers(after, answers(freshWorkspace(files)));
          checkReads(before, after, changed);
          checkValues(workspace, values, changed);
          before = after;
        }
      }),
      { numRuns: 12 },
    );
  });
});

/** As JSON; nothing is as good as null. */
function show(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** What stands under all keys that were read. */
function valuesOf(workspace: Workspace, all: ReadonlyMap<string, Answer>): Map<string, string> {
  const values = new Map<string, string>();
  for (const { reads } of all.values()) for (const key of reads) values.set(key, show(workspace.valueOf(key)));
  return values;
}

function checkAnswers(incremental: ReadonlyMap<string, Answer>, fresh: ReadonlyMap<string, Answer>): void {
  const showAnswer = (name: string, answer: Answer | undefined): string =>
    show([name, answer?.value, [...(answer?.reads ?? [])].sort()]);
  for (const [name, answer] of incremental) expect(showAnswer(name, answer)).toBe(showAnswer(name, fresh.get(name)));
}

/** An answer that is another rests on something that is said to be another. */
function checkReads(
  before: ReadonlyMap<string, Answer>,
  after: ReadonlyMap<string, Answer>,
  changed: ReadonlySet<string>,
): void {
  for (const [name, { value, reads }] of before) {
    if (show(value) === show(after.get(name)?.value)) continue;
    expect([...reads].some((key) => changed.has(key)) ? "" : name).toBe("");
  }
}

/** What stands under a key is another only if it is said to be. */
function checkValues(workspace: Workspace, before: ReadonlyMap<string, string>, changed: ReadonlySet<string>): void {
  for (const [key, value] of before)
    if (!changed.has(key)) expect(`${key} ${show(workspace.valueOf(key))}`).toBe(`${key} ${value}`);
}
