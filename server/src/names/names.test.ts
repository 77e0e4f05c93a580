/** What names mean: by imports, in their scopes. */
import { describe, expect, it } from "vitest";
import { createTestEngine } from "../../../test/support/engine.js";

const engine = await createTestEngine([]);

/** Asserts which imported names the last unit of `code` uses, as "name = qualified.name". */
function check(code: string, imports: readonly string[]): void {
  expect(engine.explainText(code).at(-1)?.imports).toEqual(imports);
}

describe("imported names", () => {
  it.each<[name: string, code: string, imports: readonly string[]]>([
    ["a module", "import os\nos.f()\n", ["os = os"]],
    ["a submodule binds its package", "import os.path\nos.path.f()\n", ["os = os"]],
    ["an alias", "import os.path as p\np.f()\n", ["p = os.path"]],
    ["a member", "from a.b import c\nc()\n", ["c = a.b.c"]],
    ["a relative member", "from . import c\nc()\n", ["c = .c"]],
    ["a relative module's member", "from ..a import c as d\nd()\n", ["d = ..a.c"]],
    ["one below an if", "if x:\n    import os\nos.f()\n", ["os = os"]],
    ["one of another function", "def f():\n    import os\nos.f()\n", []],
    ["one that a parameter hides", "import os\ndef f(os):\n    os.f()\n", []],
    ["one that a comprehension hides", "import os\nx = [os for os in y]\n", []],
    ["a wildcard", "from os import *\nsystem()\n", ["* = os"]],
  ])("%s", (_, code, imports) => {
    check(code, imports);
  });
});
