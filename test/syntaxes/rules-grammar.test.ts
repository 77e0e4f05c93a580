/** How rule files are coloured: Python in patterns, metavariables in it, and YAML as before after it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type IRawGrammar } from "vscode-textmate";
import { repository } from "../support/engine.js";

const readGrammar = (path: string): IRawGrammar => JSON.parse(readFileSync(path, "utf8")) as IRawGrammar;
const ours = ["rules", "metavariables"].map((name) =>
  readGrammar(join(repository, "syntaxes", `${name}.tmLanguage.json`)),
);

/** Enough of both languages to see who colours what; it takes no indentation off, as YAML grammars of older editors. */
const stubs = [
  {
    scopeName: "source.yaml",
    patterns: [{ match: "^\\s*(?:-\\s+)*([\\w-]+)(:)", captures: { "1": { name: "entity.name.tag.yaml" } } }],
    repository: {},
  },
  {
    scopeName: "source.python",
    patterns: [
      { match: "\\b(?:def|return|try)\\b", name: "keyword.python" },
      { begin: "'''", end: "'''", name: "string.python" },
      { match: "\\w+(?=\\()", name: "call.python" },
    ],
    repository: {},
  },
] as unknown as IRawGrammar[];

/** The grammars of VS Code, where its sources were fetched for the tests in the editor. */
function editorGrammars(): IRawGrammar[] {
  const found = [".vscode-test"]
    .map((folder) => join(repository, folder))
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .map((folder) => join(folder, "node_modules", "code-server", "lib", "vscode", "extensions"))
    .find(existsSync);
  if (found === undefined) return [];
  return ["yaml", "python"].flatMap((language) => {
    const folder = join(found, language, "syntaxes");
    return readdirSync(folder).map((name) => readGrammar(join(folder, name)));
  });
}

async function loadGrammar(grammars: readonly IRawGrammar[]): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  const bytes = readFileSync(wasm);
  await oniguruma.loadWASM(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) =>
      Promise.resolve([...grammars, ...ours].find(({ scopeName }) => scopeName === scope) ?? null),
    getInjections: (scope) => (scope === "source.yaml" ? ours.map(({ scopeName }) => scopeName) : []),
  });
  const grammar = await registry.loadGrammar("source.yaml");
  if (grammar === null) throw new Error("There is no grammar.");
  return grammar;
}

/** Of each line what is Python (P), a metavariable in it ($), an ellipsis (.), a YAML key (K) or else (-). */
function paint(grammar: IGrammar, text: string): string[] {
  let state = textmate.INITIAL;
  return text.split("\n").map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const letters = tokens.map(({ startIndex, endIndex, scopes }) => letterOf(scopes).repeat(endIndex - startIndex));
    // Nobody sees the colour of a space.
    return letters
      .join("")
      .slice(0, line.length)
      .replace(/./g, (letter, index: number) => (line[index] === " " ? "-" : letter));
  });
}

function letterOf(scopes: readonly string[]): string {
  const has = (part: string): boolean => scopes.some((scope) => scope.includes(part));
  if (has("metavariable")) return "$";
  if (has("ellipsis.kingsnake")) return ".";
  if (has("entity.name.tag")) return "K";
  return scopes.some((scope) => /^(?:meta\.embedded\.kingsnake|.*\.python)$/.test(scope)) ? "P" : "-";
}

const cases: readonly (readonly [name: string, lines: readonly (readonly [line: string, painted: string])[]])[] = [
  [
    "a text over several lines, and the keys after it",
    [
      ["rules:", "KKKKK-"],
      ["  - patterns:", "----KKKKKKKK-"],
      ["      - pattern: |", "--------KKKKKKK---"],
      ["          def $F(...):", "----------PPP-$$P...PP"],
      ["            '''a", "------------PPPP"],
      ["", ""],
      ["            b'''", "------------PPPP"],
      ["        message: def", "--------KKKKKKK-----"],
      ["    id: def", "----KK-----"],
    ],
  ],
  [
    "a text that is empty as yet",
    [
      ["rules:", "KKKKK-"],
      ["  - pattern: |", "----KKKKKKK---"],
      ["    message: def f", "----KKKKKKK-------"],
      ["other: def", "KKKKK-----"],
    ],
  ],
  [
    "a value on the line of its key, and a comment after it",
    [
      ["rules:", "KKKKK-"],
      ["  - pattern-not: f($X, $...R)  # def", "----KKKKKKKKKKK--PP$$P-$$$$$P-------"],
      ['    fix: "g($X)"', "----KKK---PP$$P-"],
      ["    pattern: 'f(<... $X ...>)'", "----KKKKKKK---PP....-$$-....P-"],
    ],
  ],
  [
    "what only looks like a rule",
    [
      ["rules:", "KKKKK-"],
      ["  - pattern: ^def [a-z]+$", "----KKKKKKK--------------"],
      ["    message: use pattern: f($X)", "----KKKKKKK--------------------"],
      ["    # pattern: f($X)", "--------------------"],
      ["    title: def", "----KKKKK-----"],
    ],
  ],
];

describe("rule files", () => {
  function check(grammar: IGrammar, lines: readonly (readonly [string, string])[]): void {
    const painted = paint(grammar, lines.map(([line]) => line).join("\n"));
    expect(painted.map((paints, index) => `${lines[index]?.[0] ?? ""}\n${paints}`)).toEqual(
      lines.map(([line, paints]) => `${line}\n${paints}`),
    );
  }

  it.each(cases)("colour %s, over a small YAML grammar", async (_, lines) => {
    check(await loadGrammar(stubs), lines);
  });

  const real = editorGrammars();
  it.skipIf(real.length === 0).each(cases)("colour %s, over VS Code's", async (_, lines) => {
    check(await loadGrammar(real), lines);
  });
});
