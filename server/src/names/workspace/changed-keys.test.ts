/** What changes with a file's facts. */
import { describe, expect, it } from "vitest";
import { createFactReader } from "../../../../test/support/file-facts.js";
import { createWorkspace } from "../workspace.js";
import { noLibraryTypes } from "./workspace-types.js";

const reader = await createFactReader();

/** Asserts which keys a change of a.py changes. */
function checkChange(before: string | undefined, after: string | undefined, expected: readonly string[]): void {
  const workspace = createWorkspace(noLibraryTypes);
  if (before !== undefined) workspace.setFile("a.py", reader.read(before));
  const changed = workspace.setFile("a.py", after === undefined ? undefined : reader.read(after));
  expect([...changed].sort()).toEqual([...expected].sort());
}

describe("changes", () => {
  it.each<[name: string, before: string | undefined, after: string | undefined, expected: readonly string[]]>([
    ["nothing", "x = 1", "x = 1", []],
    ["a body's code", "def f():\n    a.b = 1", "def f():\n    a.b = 2", []],
    ["a call", "def f(): g()", "def f(): h()", ["calls:g", "calls:h"]],
    ["a word", "def f(): x.a", "def f(): x.b", ["word:a", "word:b"]],
    ["a new file", undefined, "x = 1", ["file:a.py:", "module:a", "root:a", "variable:a.py:x", "name:a.py:x"]],
    ["a file that goes", "", undefined, ["file:a.py:", "module:a", "root:a"]],
    ["parameters", "def f(a): pass\ndef g(): pass", "def f(b): pass\ndef g(): pass", ["function:a.py:f"]],
    ["a new function", "", "def f(): pass", ["function:a.py:f", "name:a.py:f"]],
    ["a variable", "x = 1", "x = 'a'", ["variable:a.py:x"]],
    ["an import", "import m", "from n import m", ["name:a.py:m", "expanded:a.py:m", "expanded:a.py:n"]],
    ["a star", "", "from m import *", ["stars:a.py:"]],
    ["a base", "class C: pass", "class C(B): pass", ["class:a.py:C", "bases:a.py:C", "derived:B"]],
    ["an attribute", "class C:\n    x = 1", "class C:\n    x = ''", ["class:a.py:C", "member:a.py:C.x"]],
    [
      "a method",
      "class C: pass",
      "class C:\n    def m(self): pass",
      ["class:a.py:C", "member:a.py:C.m", "function:a.py:C.m"],
    ],
  ])("of %s", (_, before, after, expected) => {
    checkChange(before, after, expected);
  });
});
