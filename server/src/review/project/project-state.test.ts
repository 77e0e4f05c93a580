/** What is read of closed files. */
import { describe, expect, it } from "vitest";
import { readBinaries } from "../../../../test/support/engine.js";
import { smallModels, smallRules } from "../../../../test/support/small-models.js";
import { createPythonParser } from "../../syntax/python-parser.js";
import { createProjectFlows } from "./project-flows.js";
import { createProjectState, load, lookupIn, setFacts, unload, type ProjectState } from "./project-state.js";

const python = await createPythonParser(readBinaries());
const context = { python, models: smallModels, rules: smallRules, ruleOf: () => undefined, marker: undefined };

const text = "def a(x):\n  return x\ndef b(x):\n  return x\n";
const other = "def b(x):\n  return x\ndef a(x):\n  return [x]\n";

/** A project with one closed file. */
function openState(): ProjectState {
  const state = createProjectState(context);
  setFacts(state, "m.py", createProjectFlows(context).factsOfText("m.py", text));
  return state;
}

/** Asks for a body, reads the file as it is then, and checks which functions of it were parsed. */
function check(state: ProjectState, body: string, ...expected: string[]): void {
  const lookup = lookupIn(state);
  expect(lookup("m.py", body)).toBe("later");
  load(state, "m.py", text);
  expect(lookup("m.py", body)).toMatchObject({ body });
  const units = state.files.get("m.py")?.units?.units ?? [];
  expect(units.flatMap((unit) => (unit.statements.length > 0 ? [unit.text.slice(0, 5)] : []))).toEqual(expected);
}

describe("a closed file is parsed as far as somebody wants it", () => {
  it("the first time", () => {
    check(openState(), "a", "def a");
  });

  it("when more is wanted while it is there", () => {
    const state = openState();
    check(state, "a", "def a");
    check(state, "b", "def a", "def b");
  });

  it("when something else is wanted later", () => {
    const state = openState();
    check(state, "a", "def a");
    unload(state, "m.py");
    check(state, "b", "def b");
  });

  it("when it was let go before it was read", () => {
    const state = openState();
    expect(lookupIn(state)("m.py", "a")).toBe("later");
    unload(state, "m.py");
    check(state, "b", "def a", "def b");
  });

  it("when it is another file since", () => {
    const state = openState();
    expect(lookupIn(state)("m.py", "a")).toBe("later");
    setFacts(state, "m.py", createProjectFlows(context).factsOfText("m.py", other));
    check(state, "b", "def b");
  });
});
