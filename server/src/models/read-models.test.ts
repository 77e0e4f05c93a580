/** Model files: what they say becomes plain data, and what is wrong in them is said at its place. */
import { expect, it, describe } from "vitest";
import { mergeModels, readModels } from "./read-models.js";

describe("a file without mistakes", () => {
  const { models, problems } = readModels(
    "models.yaml",
    `library: a database
sources:
  - kind: http-request
    description: a query parameter
    reads: [web.Request.args, "web.Request.{form,body}"]
    calls: [web.read, {name: web.read_into, part: 0}]
    parameters:
      - decorators: [web.route]
        names: [name, ".*_id"]
        type: web.Thing
  - kind: secret
    description: a password
    confidence: medium
    named: [{names: [password], of: [key, parameter]}]
    caught: [ValueError]
    registrations: [{call: web.add, part: "1"}]
sinks:
  - kind: sql
    description: an SQL statement
    calls: ["*.execute", db.run]
    parts: [0, sql, "1[0]", object.url]
    when: [{argument: shell, is: true}, {argument: 0, is: None, not: true, otherwise: true}]
sanitizers:
  - kinds: "*"
    except: [allocation]
    calls: int
    checks: [check, {name: verify, part: 1}]
    guards: [{name: "re.{match,fullmatch}", part: 1, outcome: true}]
    when: [{argument: "object(0)", is: "/[$]$/"}, {argument: kind, is: yaml}, {argument: Loader, is: "name:/^yaml/"}]
    after: [normalise]
propagators:
  - {calls: join, from: [object, 0], to: "result[*]", deep: true}
stops: [len]
types: {"db.{a,b}()": db.C, "db.rows[*]": db.Row}
classes: {db.C: [db.Base], db.Base: []}
aliases: {"old.{a,b}": "new.{c,d}", moved: new}
guesses: [{names: cursor, type: db.C}]
`,
  );

  it("has no problems", () => {
    expect(problems).toEqual([]);
  });

  it("says where data comes from", () => {
    expect(models.sources).toEqual([
      {
        kind: "http-request",
        trust: "remote",
        description: "a query parameter",
        reads: ["web.Request.args", "web.Request.form", "web.Request.body"],
        calls: [
          { name: "web.read", part: "result" },
          { name: "web.read_into", part: "0" },
        ],
        parameters: [
          {
            decorators: ["web.route"],
            classes: [],
            functions: [],
            names: ["name", ".*_id"],
            exceptNames: [],
            type: "web.Thing",
          },
        ],
      },
      {
        kind: "secret",
        trust: "local",
        description: "a password",
        confidence: "medium",
        reads: [],
        calls: [],
        parameters: [],
        named: [{ names: ["password"], exceptNames: [], of: ["parameter", "key"] }],
        caught: ["ValueError"],
        registrations: [{ call: "web.add", part: "1", names: [], exceptNames: [], type: undefined }],
      },
    ]);
  });

  it("says where it must not go", () => {
    expect(models.sinks).toEqual([
      {
        kind: "sql",
        description: "an SQL statement",
        calls: ["*.execute", "db.run"],
        parts: ["0", "sql", "1[0]", "object.url"],
        when: [
          { argument: "shell", is: "true", not: false, otherwise: undefined },
          { argument: "0", is: "null", not: true, otherwise: true },
        ],
        writes: [],
        returns: [],
      },
    ]);
  });

  it("says what makes it harmless", () => {
    const [sanitizer] = models.sanitizers;
    expect(sanitizer?.kinds).toContain("sql");
    expect(sanitizer?.kinds).not.toContain("allocation");
    expect(sanitizer?.kinds).not.toContain("*");
    expect(sanitizer).toMatchObject({
      calls: ["int"],
      checks: [
        { name: "check", part: "0" },
        { name: "verify", part: "1" },
      ],
      guards: [
        { name: "re.match", part: "1", outcome: true },
        { name: "re.fullmatch", part: "1", outcome: true },
      ],
      when: [
        { argument: "object(0)", is: "/[$]$/" },
        { argument: "kind", is: '"yaml"' },
        { argument: "Loader", is: "name:/^yaml/" },
      ],
      after: ["normalise"],
    });
  });

  it("says what things are, and how data goes through calls", () => {
    expect(models.propagators).toEqual([{ calls: ["join"], from: ["object", "0"], to: ["result[*]"], deep: true }]);
    expect(models.stops).toEqual(["len"]);
    expect(models.types).toEqual([
      { name: "db.a()", type: "db.C" },
      { name: "db.b()", type: "db.C" },
      { name: "db.rows[*]", type: "db.Row" },
    ]);
    expect(models.classes).toEqual({ "db.C": ["db.Base"], "db.Base": [] });
    expect(models.aliases).toEqual({ "old.a": "new.c", "old.b": "new.d", moved: "new" });
    expect(models.guesses).toEqual([{ names: ["cursor"], type: "db.C" }]);
  });
});

/** Asserts problems as "line:column message"; the good sink at the end of the file still counts, unless it is said not to. */
function check(text: string, problems: readonly string[], sinks: readonly string[] = ["good"]): void {
  const good = "sinks:\n  - {kind: sql, description: s, calls: good}\n";
  const loaded = readModels("models.yaml", `${text}\n${good}`);
  expect(loaded.problems.map(({ line, character, message }) => `${line + 1}:${character + 1} ${message}`)).toEqual(
    problems,
  );
  expect(loaded.models.sinks.flatMap(({ calls }) => calls)).toEqual(sinks);
}

const source = "library: l\nsources:\n  - {kind: secret, description: d";

it.each<[name: string, text: string, problems: readonly string[]]>([
  [
    "an unknown key of the file",
    "library: l\nsource: []",
    ['2:1 A model file has no key "source". Did you mean "sources"?'],
  ],
  ["a file that says not what it is about", "stops: [len]", ['1:1 A model file has no "library".']],
  [
    "an unknown kind",
    "library: l\nsources: [{kind: http-requst, description: d}]",
    ['2:18 "kind" cannot be "http-requst". Did you mean "http-request"?'],
  ],
  ["an unknown key", `${source}, raeds: [a]}`, ['3:36 A source has no key "raeds". Did you mean "reads"?']],
  ["a missing key", "library: l\nsources: [{kind: secret}]", ['2:11 A source has no "description".']],
  ["no dotted name", `${source}, reads: [a b]}`, ['3:44 "a b" is no dotted name.']],
  ["a name with empty braces", `${source}, reads: ["a.{b,}"]}`, ['3:44 "a.{b,}" is no dotted name.']],
  [
    "no part",
    `${source}, calls: [{name: a, part: "0["}]}`,
    ['3:60 "0[" is no part of a call: object, result, a position, a keyword, *.'],
  ],
  ["no regular expression", `${source}, named: [{names: ["("], of: key}]}`, ['3:53 "(" is no regular expression.']],
  [
    "no word of a choice",
    `${source}, named: [{names: [a], of: [keys]}]}`,
    ['3:62 "of" cannot be "keys". Did you mean "key"?'],
  ],
  ["a list in place of text", "library: l\nsources: [{kind: [secret], description: d}]", ['2:18 "kind" must be text.']],
  ["a text in place of a list", "library: l\nsources: x", ['2:10 "sources" must be a list.']],
  ["an entry that is no map", "library: l\nsources: [x]", ['2:11 An entry of "sources" must be a map.']],
  ["an empty list", `${source}, reads: []}`, ['3:43 "reads" is empty.']],
  [
    "no boolean",
    "library: l\npropagators: [{calls: a, from: 0, to: result, deep: 1}]",
    ['2:53 "deep" must be true or false.'],
  ],
  ["a type of nothing", "library: l\ntypes: {a(): }", ['2:9 "a()" has no value.']],
  [
    "no name of a type",
    "library: l\ntypes: {a b: c}",
    ['2:9 "a b" is no dotted name, with "()" or "[*]" behind it or not.'],
  ],
  ["types that are no map", "library: l\ntypes: [a]", ['2:8 "types" must be a map from names.']],
  [
    "a condition without a constant",
    "library: l\nsanitizers: [{kinds: sql, when: [{argument: 0, is: /(/}]}]",
    ['2:52 "/(/" is no regular expression between slashes.'],
  ],
])("%s is said at its place", (_, text, problems) => {
  check(text, problems);
});

it("what is no YAML is said, and nothing of it counts", () => {
  check(
    "library: [",
    ["2:1 This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]"],
    [],
  );
});

it.each<[name: string, text: string, problem: string]>([
  ["no map", "- a", "A model file is a map."],
  ["nothing", "", "A model file is a map."],
  ["nested too deep", "[".repeat(1000), "This is nested too deep to be read."],
  ["too large", " ".repeat(1_000_001), "The model file is larger than 1 MB. Split it into several files."],
])("a file that is %s is no model", (_, text, problem) => {
  const { models, problems } = readModels("models.yaml", text);
  expect(problems.map(({ message }) => message)).toEqual([problem]);
  expect(models.sinks).toEqual([]);
});

it("several files come together, of which the last one counts for a class", () => {
  const one = readModels(
    "a.yaml",
    "library: a\nstops: [len, id]\nclasses: {a.A: [b.B], a.C: []}\naliases: {x: y}",
  ).models;
  const two = readModels("b.yaml", "library: b\nstops: [id]\nclasses: {a.A: []}\ntypes: {a.a: a.A}").models;
  expect(mergeModels([one, two])).toMatchObject({
    stops: ["len", "id"],
    classes: { "a.A": [], "a.C": [] },
    aliases: { x: "y" },
    types: [{ name: "a.a", type: "a.A" }],
  });
});
