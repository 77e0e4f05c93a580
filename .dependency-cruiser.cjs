// The layers of docs/architecture.md. Imports go down only; a layer may skip those in between.
"use strict";

/** From each layer to the layers right below it, and why it stands there. */
const layers = {
  base: { below: [], why: "Texts, ranges and line numbers know nothing of Python, so that everything can use them." },
  syntax: { below: ["base"], why: "The syntax form is what code is, before anything is known about its meaning." },
  models: { below: ["base"], why: "What libraries do is data; it knows neither code nor rules." },
  names: {
    below: ["models", "syntax"],
    why: "Names are resolved without control flow, so that a keystroke can afford it.",
  },
  flow: { below: ["names"], why: "Control flow and values are derived from syntax and names, whoever asks for them." },
  rules: { below: ["models"], why: "A rule is read from YAML before any Python is seen." },
  matching: { below: ["flow", "rules"], why: "Patterns are matched without knowing which analysis wants the matches." },
  analyses: {
    below: ["matching"],
    why: "An analysis is started by the facade and knows nothing of who shows its findings.",
  },
  review: {
    below: ["analyses"],
    why: "The facade is plain data in and out; formats, protocols and files are its users'.",
  },
  report: {
    below: ["review"],
    why: "A format is a function from findings to text, for the command line and the server alike.",
  },
  host: {
    below: ["review"],
    why: "Files and threads come in through the facade's ports, and are replaced in a browser.",
  },
  lsp: { below: ["report"], why: "The server gets files and threads handed in, so that it also runs in a browser." },
  cli: { below: ["report"], why: "Commands get files and threads handed in, so that tests need neither." },
  main: { below: ["lsp", "cli", "host"], why: "The only place that wires things together." },
};

/** The layer itself and everything below it, at any depth. */
function reach(layer) {
  return [layer, ...new Set(layers[layer].below.flatMap(reach))];
}

const sources = "^server/src";
const tests = "[.]test[.]ts$";

const directions = Object.entries(layers).map(([layer, { why }]) => ({
  name: `direction-of-${layer}`,
  comment: why,
  severity: "error",
  from: { path: `${sources}/${layer}/`, pathNot: tests },
  to: { path: `^(server/src|client|test|bench|scripts)/`, pathNot: `${sources}/(${reach(layer).join("|")})/` },
}));

/** `where`: the only folders from which `what` may be imported. */
function onlyFrom(name, where, what, comment) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: "^(server|client)/src/", pathNot: [...where, tests] },
    to: { path: what },
  };
}

module.exports = {
  forbidden: [
    ...directions,
    {
      name: "engines-are-apart",
      comment:
        "An analysis that needs another's result shares what is below both; else they cannot be read or changed alone.",
      severity: "error",
      from: { path: `${sources}/analyses/([^/]+)/`, pathNot: tests },
      to: { path: `${sources}/analyses/([^/]+)/`, pathNot: `${sources}/analyses/$1/` },
    },
    {
      name: "client-is-thin",
      comment: "The client talks to the server over the protocol only, so that any editor can do what it does.",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^server/" },
    },
    {
      name: "no-tests-in-sources",
      comment: "What a test needs is not shipped.",
      severity: "error",
      from: { path: "^(server|client)/src/", pathNot: tests },
      to: { path: `${tests}|^test/` },
    },
    {
      name: "no-cycles",
      comment:
        "Files that need each other can be understood only together. A pattern's matcher is recursive by nature.",
      severity: "error",
      from: { pathNot: [tests, `${sources}/matching/`] },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing-missing",
      comment: "An import that cannot be resolved would only be noticed when it runs.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^vscode$" },
    },
    {
      name: "no-development-packages",
      comment: "What is shipped needs what is listed in dependencies.",
      severity: "error",
      from: { path: "^(server|client)/src/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    },
    onlyFrom(
      "parser-stays-in-syntax",
      [`${sources}/syntax/`],
      "node_modules/web-tree-sitter/",
      "Trees in wasm memory are made and freed in one layer.",
    ),
    onlyFrom(
      "protocol-stays-at-the-edge",
      [`${sources}/(lsp|main)/`, "^client/"],
      "node_modules/vscode-(languageserver|jsonrpc)",
      "Findings know nothing of LSP.",
    ),
    onlyFrom(
      "files-come-from-the-host",
      [`${sources}/host/node/`, "^client/"],
      "^(node:)?(fs|fs/promises|worker_threads|child_process)$",
      "Everything else also runs in a browser, or in a test without files.",
    ),
    onlyFrom(
      "arguments-stay-in-cli",
      [`${sources}/cli/`],
      "node_modules/commander/",
      "The command line is one of several ways in.",
    ),
    onlyFrom("editor-stays-in-client", ["^client/"], "^vscode$", "The server runs in any editor."),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|fixtures)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
