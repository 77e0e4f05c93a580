import { describe, expect, it } from "vitest";
import { parseConfiguration } from "./configuration-file.js";
import { defaultConfiguration, type ProjectConfiguration } from "./configuration.js";

interface Expected {
  /** What differs from the defaults; undefined if the file says nothing. */
  readonly says?: Partial<ProjectConfiguration> | undefined;
  /** Each as "text at its range: message". */
  readonly problems?: readonly string[];
}

function check(text: string, expected: Expected, path = "/p/kingsnake.toml"): void {
  const { configuration, problems } = parseConfiguration(path, text);
  const says = "says" in expected ? expected.says : {};
  expect(configuration).toEqual(says === undefined ? undefined : { ...defaultConfiguration, ...says });
  expect(problems.map(({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`)).toEqual(
    expected.problems ?? [],
  );
}

describe("parseConfiguration", () => {
  it("takes an empty file as the mark of a project", () => {
    check("", {});
  });

  it("reads every key", () => {
    check(
      `disable = ["a", "b"]
minimum-severity = "warning"
minimum-confidence = "medium"
rules = ["own"]
exclude = ["build/**"]
test-files = ["checks/**"]
[severity]
some-rule = "info"
`,
      {
        says: {
          disabledRules: ["a", "b"],
          minimumSeverity: "warning",
          minimumConfidence: "medium",
          rulePaths: ["own"],
          exclude: ["build/**"],
          testFiles: ["checks/**"],
          severities: { "some-rule": "info" },
        },
      },
    );
  });

  it("reads the table of a pyproject.toml and nothing else of it", () => {
    const text = '[project]\nname = "x"\n[tool.kingsnake]\ndisable = ["a"]\nDisable = 1\n';
    check(
      text,
      { says: { disabledRules: ["a"] }, problems: ["Disable: Unknown key `Disable`; did you mean `disable`?"] },
      "/p/pyproject.toml",
    );
    check('[project]\nname = "x"\n', { says: undefined }, "/p/pyproject.toml");
  });

  it("names the nearest key of one that is unknown", () => {
    check("minimum_severity = 'error'\n", {
      problems: ["minimum_severity: Unknown key `minimum_severity`; did you mean `minimum-severity`?"],
    });
    check("testFiles = []\n", { problems: ["testFiles: Unknown key `testFiles`; did you mean `test-files`?"] });
  });

  it("goes on after a wrong type", () => {
    check('disable = "a"\nexclude = ["x"]\n', {
      says: { exclude: ["x"] },
      problems: ["disable: `disable` must be a list of rule ids."],
    });
    check('severity = { "a.b" = "loud", c = "error" }\n', {
      says: { severities: { c: "error" } },
      problems: ['"a.b": The severity of `a.b` must be "error", "warning" or "info".'],
    });
    check("severity = 3\n", { problems: ["severity: `severity` must be a table from rule ids to severities."] });
    check(
      "tool.kingsnake = 3\n",
      { problems: ["tool.kingsnake: `tool.kingsnake` must be a table."] },
      "/p/pyproject.toml",
    );
  });

  it("says where the text is not TOML", () => {
    const { configuration, problems } = parseConfiguration("/p/kingsnake.toml", 'disable = ["a"]\nexclude = [\n');
    expect(configuration).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^This file is not valid TOML, so its settings do not count: .*\.$/);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(1);
  });
});
