import { chmodSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../../../test/support/temporary-folder.js";
import { isFileProblem } from "../../review/ports.js";
import { decodeSource, readSource, writeSource } from "./source-file.js";

function checkDecoded(
  bytes: Uint8Array | string,
  expected: { text: string; encoding?: string; warning?: RegExp },
): void {
  const source = decodeSource(Buffer.from(bytes as string));
  expect(source?.text).toBe(expected.text);
  expect(source?.encoding).toBe(expected.encoding ?? "utf-8");
  if (expected.warning === undefined) expect(source?.warning).toBeUndefined();
  else expect(source?.warning).toMatch(expected.warning);
}

describe("decodeSource", () => {
  it.each([
    ["ASCII", "x = 1\r\n", { text: "x = 1\r\n" }],
    ["nothing", "", { text: "" }],
    ["UTF-8", "x = 'é名😀'\n", { text: "x = 'é名😀'\n" }],
    ["a byte order mark", "\ufeffx = 'é'\n", { text: "x = 'é'\n" }],
    ["a declaration of UTF-8", "# -*- coding: utf8 -*-\n'é'", { text: "# -*- coding: utf8 -*-\n'é'" }],
    ["Latin-1", latin("# coding: latin-1\n'é'"), { text: "# coding: latin-1\n'é'", encoding: "latin-1" }],
    [
      "in the second line",
      latin("#!python\n# vim: fileencoding=iso8859-1\n'é'"),
      { text: "#!python\n# vim: fileencoding=iso8859-1\n'é'", encoding: "latin-1" },
    ],
    [
      "in the third line",
      latin("\n\n# coding: koi8-r\n'é'"),
      { text: "\n\n# coding: koi8-r\n'é'", encoding: "latin-1", warning: /read as Latin-1/ },
    ],
    [
      "another encoding",
      bytesOf("# coding: koi8-r\n'", 0xc1, "'"),
      { text: "# coding: koi8-r\n'а'", encoding: "koi8-r" },
    ],
    [
      "no such encoding",
      latin("# coding: klingon\n'é'"),
      { text: "# coding: klingon\n'é'", encoding: "klingon", warning: /klingon, which is not known/ },
    ],
    ["UTF-16", Buffer.from("\ufeffx = 'é'", "utf16le"), { text: "x = 'é'", encoding: "utf-16le" }],
    ["broken UTF-8", latin("'é'"), { text: "'é'", encoding: "latin-1", warning: /not valid UTF-8/ }],
  ])("reads %s", (_, bytes, expected) => {
    checkDecoded(bytes, expected);
  });

  it("does not take a binary file for text", () => {
    expect(decodeSource(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]))).toBeUndefined();
    expect(decodeSource(Buffer.from([0x89, 0x50, 0xff, 0, 0, 1]))).toBeUndefined();
  });
});

describe("writeSource", () => {
  it.each([
    ["UTF-8", Buffer.from("'é'\r\n")],
    ["a byte order mark", Buffer.from("\ufeff'é'\n")],
    ["Latin-1", latin("# coding: latin-1\n'é'")],
  ])("keeps %s", (_, bytes) => {
    const path = join(temporaryFolder({ "a.py": bytes }), "a.py");
    expect(rewrite(path, (text) => `${text}x`)).toBeUndefined();
    expect(readFileSync(path)).toEqual(Buffer.concat([bytes, Buffer.from("x")]));
  });

  it("refuses what could not be read back", () => {
    const bytes = latin("# coding: latin-1\n'é'");
    const path = join(temporaryFolder({ "a.py": bytes }), "a.py");
    expect(rewrite(path, (text) => `${text}名`)).toMatch(/cannot be written back/);
    expect(readFileSync(path)).toEqual(bytes);
  });

  it("keeps the mode, and writes through a link", () => {
    const folder = temporaryFolder({ "a.py": "x" });
    chmodSync(join(folder, "a.py"), 0o751);
    symlinkSync("a.py", join(folder, "b.py"));
    expect(rewrite(join(folder, "b.py"), () => "y")).toBeUndefined();
    expect(readFileSync(join(folder, "a.py"), "utf8")).toBe("y");
    expect(statSync(join(folder, "a.py")).mode & 0o777).toBe(0o751);
  });
});

describe("readSource", () => {
  it("says what is wrong in words", () => {
    const folder = temporaryFolder({ "a.py/b": "", "c.py": new Uint8Array([0, 1]) });
    symlinkSync("d.py", join(folder, "d.py"));
    const messages = ["a.py", "b.py", "c.py", "d.py", "c.py/e.py"].map((name) => {
      const source = readSource(join(folder, name));
      return isFileProblem(source) ? source.message : undefined;
    });
    expect(messages).toEqual([
      "it is not a regular file",
      "no such file or folder",
      "it looks like a binary file",
      "its symbolic links lead in a circle",
      "a part of the path is not a folder",
    ]);
  });
});

function rewrite(path: string, change: (text: string) => string): string | undefined {
  const source = readSource(path);
  if (isFileProblem(source)) throw new Error(source.message);
  return writeSource(path, source, change(source.text))?.message;
}

function latin(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

function bytesOf(...parts: readonly (string | number)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === "number" ? Buffer.from([part]) : latin(part))));
}
