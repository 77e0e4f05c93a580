import { expect, it } from "vitest";
import { createFakeEngine, reviewWords } from "../../../test/support/fake-engine.js";
import { defaultConfiguration } from "../review/configuration.js";
import type { ReviewEngine } from "../review/engine.js";
import type { SourceText } from "../review/ports.js";
import type { SourceFiles } from "./host.js";
import { reviewFile } from "./review-file.js";

interface Expectation {
  readonly findings?: number;
  readonly problems?: readonly string[];
  readonly fixed?: number;
  readonly written?: string;
}

function check(
  text: string,
  options: { fix?: boolean; isNamed?: boolean; engine?: ReviewEngine },
  expected: Expectation,
): void {
  let written: string | undefined;
  const files: SourceFiles = {
    readSource: (path): ReturnType<SourceFiles["readSource"]> =>
      text === "" ? { path, kind: "missing", message: "no such file or folder" } : sourceOf(text),
    writeSource: (path, _, newText) => {
      if (newText.includes("locked")) return { path, kind: "unreadable", message: "permission denied" };
      written = newText;
      return undefined;
    },
  };
  const file = { path: "/p/a.py", projectPath: "a.py", isNamed: options.isNamed === true };
  const settings = { options: defaultConfiguration, fix: options.fix === true };
  const engine = { ...(options.engine ?? createFakeEngine()), addText: () => undefined };
  const { file: reviewed } = reviewFile(engine, file, settings, files);
  expect(reviewed.findings.length).toBe(expected.findings ?? 0);
  expect(reviewed.problems.map(({ level, message }) => `${level}: ${message}`)).toEqual(expected.problems ?? []);
  expect(reviewed.fixed).toBe(expected.fixed ?? 0);
  expect(written).toBe(expected.written);
}

function sourceOf(text: string): SourceText {
  return { text, encoding: "utf-8", mark: "", ...(text.startsWith("odd") && { warning: "it is odd" }) };
}

it("reports findings and leaves the file alone", () => {
  check("bad\nbad\n", {}, { findings: 2 });
});

it("mends, and reports what is left", () => {
  check("bad\nbad\n", { fix: true }, { fixed: 2, written: "good\ngood\n" });
  check("good\n", { fix: true }, {});
});

it("keeps the findings of a file that cannot be written", () => {
  check("bad locked", { fix: true }, { findings: 1, problems: ["error: permission denied"] });
});

it("does not keep a mended text that parses worse", () => {
  const engine = createFakeEngine((path, text) => reviewWords(path, text.replace("good", "oops")));
  check("bad", { fix: true, engine }, { findings: 1 });
});

it("gives up where mending never ends", () => {
  const engine = createFakeEngine((path) => reviewWords(path, "bad"));
  check("bad", { fix: true, engine }, { findings: 1, fixed: 10, written: `${"good".repeat(1)}${"d".repeat(9)}` });
});

it("says once that code does not parse", () => {
  check(
    "oops\noops\noops",
    {},
    { problems: ["warning: the code cannot be parsed here, nor at 2 other places; the rest was reviewed"] },
  );
});

it("passes on how the file was read", () => {
  check("odd", {}, { problems: ["warning: it is odd"] });
});

it("takes a missing file for an error only where it was named", () => {
  check("", {}, { problems: ["warning: no such file or folder"] });
  check("", { isNamed: true }, { problems: ["error: no such file or folder"] });
});

it("survives an engine that fails", () => {
  const engine = createFakeEngine(() => {
    throw new RangeError("Maximum call stack size exceeded");
  });
  check("x", { engine }, { problems: ["error: the review of this file failed: Maximum call stack size exceeded"] });
});
