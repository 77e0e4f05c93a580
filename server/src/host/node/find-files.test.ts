import { mkdirSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../../test/support/temporary-folder.js";
import { findSourceFiles } from "./find-files.js";

interface Walk {
  readonly files: Readonly<Record<string, string>>;
  readonly start?: string;
  readonly exclude?: readonly string[];
  readonly found: readonly string[];
}

function check({ files, start = "", exclude = [], found }: Walk): void {
  const root = temporaryFolder(files);
  expect(walk(root, start, exclude)).toEqual(found);
}

function walk(root: string, start = "", exclude: readonly string[] = []): string[] {
  const folders = [...findSourceFiles(join(root, start), root, exclude)];
  expect(folders.flatMap(({ problems }) => problems)).toEqual([]);
  return folders.flatMap(({ files }) => files.map(({ path }) => relative(root, path)));
}

const walks: Readonly<Record<string, Walk>> = {
  "Python files only, sorted": {
    files: { "b.py": "", "a/z.pyi": "", "a/b.pyw": "", "a.txt": "", README: "", "x.pyc": "", "B.py": "" },
    found: ["B.py", "b.py", "a/b.pyw", "a/z.pyi"],
  },
  "no foreign folders": {
    files: {
      "a.py": "",
      ".git/hooks/a.py": "",
      "x/node_modules/a.py": "",
      "x/__pycache__/a.py": "",
      "lib/site-packages/a.py": "",
      ".github/a.py": "",
    },
    found: ["a.py", ".github/a.py"],
  },
  "no virtual environments": {
    files: { "a.py": "", "env/pyvenv.cfg": "", "env/a.py": "", "env/lib/a.py": "" },
    found: ["a.py"],
  },
  "ignore files, nested, with exceptions": {
    files: {
      ".gitignore": "*.gen.py\n/build/\nkeep/*\n!keep/b.py\n",
      "a.gen.py": "",
      "a.py": "",
      "build/a.py": "",
      "x/build/a.py": "",
      "x/.gitignore": "!a.gen.py\nc.py\n",
      "x/a.gen.py": "",
      "x/c.py": "",
      "keep/a.py": "",
      "keep/b.py": "",
    },
    found: ["a.py", "keep/b.py", "x/a.gen.py", "x/build/a.py"],
  },
  "our own ignore file, over git's": {
    files: {
      ".gitignore": "a.py\nb.py",
      ".kingsnakeignore": "!b.py\nc.py",
      "a.py": "",
      "b.py": "",
      "c.py": "",
      "d.py": "",
    },
    found: ["b.py", "d.py"],
  },
  "ignore files above the start": {
    files: { ".gitignore": "a.py\nx/y/c.py", "x/y/a.py": "", "x/y/b.py": "", "x/y/c.py": "", "b.py": "" },
    start: "x/y",
    found: ["x/y/b.py"],
  },
  "a start that is ignored itself": {
    files: { ".gitignore": "x/", "x/.gitignore": "b.py", "x/y/a.py": "", "x/b.py": "" },
    start: "x",
    found: ["x/y/a.py"],
  },
  "globs of the configuration": {
    files: { "a.py": "", "x/a.py": "", "x/y/a.py": "", "z/a_pb2.py": "", "gen/deep/a.py": "" },
    exclude: ["x/y/**", "**/*_pb2.py", "gen/"],
    found: ["a.py", "x/a.py"],
  },
};

it.each(Object.entries(walks))("finds %s", (_, expectation) => {
  check(expectation);
});

it("does not follow links", () => {
  const root = temporaryFolder({ "a/b.py": "" });
  symlinkSync("..", join(root, "a", "loop"));
  symlinkSync("b.py", join(root, "a", "c.py"));
  symlinkSync("nowhere", join(root, "a", "d.py"));
  expect(walk(root)).toEqual(["a/b.py"]);
});

it("takes a folder that looks like a file for a folder", () => {
  const root = temporaryFolder({ "a.py/b.py": "" });
  mkdirSync(join(root, "empty.py"));
  expect(walk(root)).toEqual(["a.py/b.py"]);
});

it("says which folder could not be looked at", () => {
  const root = temporaryFolder();
  const [folder] = [...findSourceFiles(join(root, "gone"), root, [])];
  expect(folder).toEqual({
    files: [],
    problems: [{ path: join(root, "gone"), kind: "missing", message: "no such file or folder" }],
  });
});
