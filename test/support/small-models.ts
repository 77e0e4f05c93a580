/** A few models for tests of the flow analysis: a framework, a sanitizer of each form, and sinks of three kinds. Everything is in a library `lib`. */
import type { FlowRule } from "../../server/src/analyses/flows/flow-types.js";
import type { Models, ParameterSource, SanitizerModel, SinkModel, SourceModel } from "../../server/src/models/model.js";

const source: SourceModel = {
  kind: "http-request",
  trust: "remote",
  description: "a query parameter",
  reads: [],
  calls: [],
  parameters: [],
};

const parameter: ParameterSource = {
  decorators: [],
  classes: [],
  functions: [],
  names: [],
  exceptNames: [],
  type: undefined,
};

const sink: SinkModel = { kind: "", description: "", calls: [], parts: ["0"], when: [], writes: [], returns: [] };
const sanitizer: SanitizerModel = { kinds: ["*"], calls: [], checks: [], guards: [], when: [] };

export const smallModels: Models = {
  sources: [
    {
      ...source,
      reads: ["lib.Request.args"],
      calls: [
        { name: "lib.read", part: "result" },
        { name: "lib.fill", part: "0" },
      ],
      parameters: [{ ...parameter, decorators: ["lib.App.route"] }],
      registrations: [{ call: "lib.register", part: "0", names: [], exceptNames: [], type: undefined }],
    },
    { ...source, kind: "environment", trust: "local", description: "a variable", reads: ["os.environ"] },
    {
      ...source,
      kind: "secret",
      trust: "local",
      description: "a secret",
      named: [{ names: [".*password"], exceptNames: ["show_password"], of: ["parameter", "field", "key", "variable"] }],
    },
    { ...source, kind: "exception", trust: "local", description: "an exception", caught: ["Exception"] },
  ],
  sinks: [
    { ...sink, kind: "command", description: "a command", calls: ["os.system"] },
    {
      ...sink,
      kind: "command",
      description: "a command",
      calls: ["lib.run"],
      when: [{ argument: "shell", is: "true", not: false, otherwise: undefined }],
    },
    { ...sink, kind: "command", description: "a program", calls: ["lib.start"], parts: ["0[0]"] },
    { ...sink, kind: "sql", description: "a statement", calls: ["lib.Cursor.execute", "*.execute"] },
    {
      ...sink,
      kind: "html",
      description: "a page",
      writes: ["lib.Page.text"],
      returns: [{ ...parameter, decorators: ["lib.App.route"] }],
    },
    { ...sink, kind: "log", description: "a log", calls: ["lib.log"], deep: true },
    { ...sink, kind: "path", description: "a file", calls: ["open"] },
    { ...sink, kind: "url", description: "an address", calls: ["lib.get"], exceptPrefix: "^https://[^/]+/" },
  ],
  sanitizers: [
    { ...sanitizer, kinds: ["command"], calls: ["lib.quote"] },
    { ...sanitizer, kinds: ["html"], calls: ["lib.escape"] },
    { ...sanitizer, calls: ["int"] },
    { ...sanitizer, checks: [{ name: "lib.check", part: "0" }] },
    { ...sanitizer, guards: [{ name: "lib.is_safe", part: "0", outcome: true }] },
    { ...sanitizer, guards: [{ name: "lib.is_bad", part: "0", outcome: false }] },
    { ...sanitizer, guards: [{ name: "{str}.isdigit".replace(/[{}]/g, ""), part: "object", outcome: true }] },
    {
      ...sanitizer,
      kinds: ["path"],
      guards: [{ name: "str.startswith", part: "object", outcome: true }],
      after: ["os.path.realpath"],
    },
    {
      ...sanitizer,
      guards: [{ name: "re.Pattern.fullmatch", part: "0", outcome: true }],
      when: [{ argument: "object(0)", is: "/^\\[a-z\\]/", not: false, otherwise: undefined }],
    },
  ],
  propagators: [
    { calls: ["lib.quote", "lib.escape", "lib.same", "os.path.realpath"], from: ["0"], to: ["result"] },
    { calls: ["os.path.join"], from: ["*"], to: ["result"] },
    { calls: ["str"], from: ["0"], to: ["result"], deep: true },
    { calls: ["str.join"], from: ["0"], to: ["result"], deep: true },
    { calls: ["lib.unquote"], from: ["0"], to: ["result"], restores: ["*"] },
    { calls: ["lib.pack"], from: ["0"], to: ["result.body"] },
    { calls: ["lib.Buffer.write"], from: ["0"], to: ["object"] },
    { calls: ["map"], from: ["*"], to: ["result[*]"] },
  ],
  stops: ["len", "print"],
  types: [
    { name: "lib.request", type: "lib.Request" },
    { name: "lib.connect()", type: "lib.Connection" },
    { name: "lib.Connection.cursor()", type: "lib.Cursor" },
    { name: "re.compile()", type: "re.Pattern" },
  ],
  classes: {
    "lib.Request": [],
    "lib.Cursor": [],
    "lib.OtherCursor": ["lib.Cursor"],
    "lib.App": [],
    "lib.Page": [],
    "lib.View": [],
  },
  aliases: { "lib.wrappers.Request": "lib.Request", "lib.OtherRead": "lib.read" },
  guesses: [{ names: ["cursor"], type: "lib.Cursor" }],
};

function rule(id: string, sources: readonly string[], sinks: readonly string[]): FlowRule {
  return { id, sources, sinks, sanitizers: sinks };
}

export const smallRules: readonly FlowRule[] = [
  rule("command-injection", ["http-request"], ["command"]),
  rule("sql-injection", ["http-request"], ["sql"]),
  rule("cross-site-scripting", ["http-request"], ["html"]),
  rule("path-traversal", ["http-request"], ["path"]),
  rule("request-forgery", ["http-request"], ["url"]),
  rule("command-from-environment", ["environment"], ["command"]),
  rule("secret-in-log", ["secret", "exception"], ["log"]),
];
