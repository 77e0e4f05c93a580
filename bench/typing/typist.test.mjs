import { expect, test } from "vitest";
import { createPythonParser, parseAgain } from "../harness/python-parser.mjs";
import { openDocument } from "./editing.mjs";
import { treeEdit } from "./tree-edit.mjs";
import { apply, typeInto } from "./typist.mjs";

const text = `class Port:
    def up(self, device, *, mtu=1500):
        """Bring it up: 😀."""
        name = device.strip()
        self.run(["ip", "link", name])
        return name

    def down(self):
        self.run([])
        return None
`;

test("the same seed types the same, another one does not", async () => {
  const parser = await createPythonParser();
  const typed = (seed) => JSON.stringify(typeInto(text, { parser, seed, count: 200 }));
  expect(typed(1)).toBe(typed(1));
  expect(typed(1)).not.toBe(typed(2));
});

test.each([1, 2, 3, 4, 5])("edits as ranges and as tree edits say the same, seed %i", async (seed) => {
  const parser = await createPythonParser();
  const document = openDocument("file:///typed.py", text);
  let expected = text;
  let tree = parser.parse(text);
  for (const edit of typeInto(text, { parser, seed, count: 200 })) {
    const [change] = document.change(edit).contentChanges;
    expected = apply(expected, edit);
    expect(document.text).toBe(expected);
    tree = parseAgain(parser, tree, expected, treeEdit(edit, change.range));
    const fresh = parser.parse(expected);
    expect(tree.rootNode.endIndex).toBe(fresh.rootNode.endIndex);
    fresh.delete();
  }
});
