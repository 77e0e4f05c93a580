import { describe, expect, it } from "vitest";
import { defaultSettings, readEditorSettings, type EditorSettings } from "./editor-settings.js";

function check(value: unknown, expected: Partial<EditorSettings>, warnings: readonly string[] = []): void {
  const said: string[] = [];
  expect(readEditorSettings(value, (message) => said.push(message))).toEqual({ ...defaultSettings, ...expected });
  expect(said).toEqual(warnings);
}

describe("readEditorSettings", () => {
  it("reads nested and dotted settings", () => {
    check(
      { rules: { paths: ["own"], disable: ["a"] }, scan: { exclude: ["x"] }, trace: { server: "off" } },
      {
        rulePaths: ["own"],
        disabledRules: ["a"],
        exclude: ["x"],
      },
    );
    check({ "rules.disable": ["a"], enable: false }, { disabledRules: ["a"], enable: false });
  });

  it("takes anything for an answer", () => {
    for (const value of [null, undefined, 3, "x", [], [1]]) check(value, {});
    check({ enable: null, minimumSeverity: null }, {});
  });

  it("ignores what is unknown or of a wrong type, and says so", () => {
    check({ enable: "yes", minimumSeverity: "error", colour: 1, constructor: 2 }, { minimumSeverity: "error" }, [
      "The setting kingsnake.enable is of the wrong type and is ignored.",
      "Unknown setting kingsnake.colour is ignored.",
      "Unknown setting kingsnake.constructor is ignored.",
    ]);
  });
});
