import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cacheFolder, createProjectCache } from "./project-cache.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kingsnake-cache-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("what was kept comes back, for its project alone", () => {
  const cache = createProjectCache(join(folder, "made", "when", "needed"));
  expect(cache.read("/project")).toBeUndefined();
  cache.write("/project", "first");
  cache.write("/project", "second");
  cache.write("/other", "third");
  expect([cache.read("/project"), cache.read("/other")]).toEqual(["second", "third"]);
});

test("no temporary file stays behind", () => {
  createProjectCache(folder).write("/project", "text");
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a folder that cannot be made loses nothing but the cache", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const cache = createProjectCache(join(file, "below"));
  cache.write("/project", "text");
  expect(cache.read("/project")).toBeUndefined();
});

test("of many projects those that were used last are kept", () => {
  const cache = createProjectCache(folder);
  for (let index = 0; index < 60; index++) cache.write(`/project${index}`, "text");
  expect(readdirSync(folder)).toHaveLength(50);
  expect(cache.read("/project59")).toBe("text");
});

test.each([
  ["linux", { XDG_CACHE_HOME: "/x" }, join("/x", "kingsnake")],
  ["win32", { LOCALAPPDATA: "/l" }, join("/l", "kingsnake")],
  ["linux", { KINGSNAKE_CACHE: "/own", XDG_CACHE_HOME: "/x" }, "/own"],
])("on %s with %j the folder is %s", (platform, environment, expected) => {
  expect(cacheFolder(environment, platform)).toBe(expected);
});
