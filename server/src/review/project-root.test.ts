import { describe, expect, it } from "vitest";
import { joinPath, parentFolder, relativePath } from "./paths.js";
import type { ProjectFiles } from "./ports.js";
import { findProjectRoot } from "./project-root.js";

function memoryFiles(texts: Readonly<Record<string, string>>): ProjectFiles {
  return {
    async *findPythonFiles() {
      // None are asked for here.
    },
    readText: (path) => Promise.resolve(texts[path] ?? { path, kind: "missing", message: "There is no such file." }),
    findRuleFiles: () => Promise.resolve([]),
    exists: (path) => Promise.resolve(Object.keys(texts).some((file) => file === path || file.startsWith(`${path}/`))),
  };
}

async function check(
  files: Readonly<Record<string, string>>,
  folder: string,
  expected: string | undefined,
): Promise<void> {
  const root = await findProjectRoot(memoryFiles(files), folder);
  expect(root?.configurationPath ?? root?.folder).toBe(expected);
}

describe("findProjectRoot", () => {
  it("takes the nearest folder that marks a project", async () => {
    await check({ "/a/kingsnake.toml": "", "/a/b/x.py": "" }, "/a/b", "/a/kingsnake.toml");
    await check({ "/a/kingsnake.toml": "", "/a/b/pyproject.toml": "[tool.kingsnake]" }, "/a/b", "/a/b/pyproject.toml");
    await check({ "/a/kingsnake.toml": "", "/a/b/pyproject.toml": "[tool.other]" }, "/a/b", "/a/kingsnake.toml");
    await check({ "/a/.git/HEAD": "", "/kingsnake.toml": "" }, "/a/b/c", "/a");
    await check({ "/kingsnake.toml": "" }, "/a/b/c", "/kingsnake.toml");
    await check({}, "/a/b/c", undefined);
  });

  it("leaves a broken pyproject.toml to others, and takes a broken kingsnake.toml", async () => {
    await check({ "/a/pyproject.toml": "[" }, "/a", undefined);
    await check({ "/a/kingsnake.toml": "[" }, "/a", "/a/kingsnake.toml");
  });
});

describe("paths", () => {
  it.each([
    ["/a/b", "/a"],
    ["/a", "/"],
    ["/", undefined],
    ["C:\\a\\b", "C:\\a"],
    ["C:\\a", "C:\\"],
    ["C:\\", undefined],
    ["file:///a/b", "file:///a"],
  ])("parentFolder(%s) is %s", (path, expected) => {
    expect(parentFolder(path)).toBe(expected);
  });

  it("joins and takes apart", () => {
    expect(joinPath("/a", "./b/c")).toBe("/a/b/c");
    expect(joinPath("/a", "/b")).toBe("/b");
    expect(joinPath("/", "b")).toBe("/b");
    expect(relativePath("C:\\a", "C:\\a\\b\\c.py")).toBe("b/c.py");
    expect(relativePath("/a", "/ab/c.py")).toBeUndefined();
  });
});
