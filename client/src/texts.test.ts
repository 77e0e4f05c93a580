/** Everything that people read can be translated: the texts in the sources and in the manifest have their files. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const readKeys = (path: string) => Object.keys(JSON.parse(read(path)) as Record<string, string>).sort();

describe("texts", () => {
  it("l10n/bundle.l10n.json has the messages of the client, and no others", () => {
    const sources = readdirSync(new URL("client/src", root)).filter((name) => !name.endsWith(".test.ts"));
    const messages = sources.flatMap((name) =>
      [...read(`client/src/${name}`).matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/gu)].map((match) => match[1]),
    );
    expect(readKeys("l10n/bundle.l10n.json")).toEqual([...new Set(messages)].sort());
  });

  it("package.nls.json has the texts of package.json, and no others", () => {
    const used = [...read("package.json").matchAll(/"%([^%"]+)%"/gu)].map((match) => match[1]);
    expect(readKeys("package.nls.json")).toEqual([...new Set(used)].sort());
  });

  it("every setting says what it is for, who it is for and what it is by default", () => {
    const manifest = JSON.parse(read("package.json")) as {
      contributes: { configuration: { properties: Record<string, Record<string, unknown>> } };
    };
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      expect(setting, name).toHaveProperty("default");
      expect(setting, name).toHaveProperty("markdownDescription");
      expect(["resource", "window", "machine"], name).toContain(setting.scope);
    }
  });
});
