/** The newer syntax: what stands under `match` and `taint`, and in lists of `where`. */
import {
  boolean,
  comparison,
  describe,
  describeRefused,
  eitherOf,
  integer,
  listOf,
  mapOf,
  metavariable,
  pattern,
  regex,
  text,
  type KeyDescription,
} from "./key-description.js";
import { analyzerShape } from "./operator-keys.js";

const isOperator = { isOperator: true };
const formula = eitherOf(pattern, mapOf("match"));

const operators: readonly KeyDescription[] = [
  describe("pattern", pattern, "Code that looks like this.", "pattern: eval($X)", isOperator),
  describe("regex", regex, "Text that this regular expression matches.", "regex: 'password\\s*='", isOperator),
  describe("all", listOf(formula), "All entries of the list must hold.", "all: [f($X), {not: f(1)}]", isOperator),
  describe("any", listOf(formula), "One entry of the list must match.", "any: [eval($X), exec($X)]", isOperator),
  describe("not", formula, "Takes away what is exactly such code.", "not: f(1)", isOperator),
  describe("inside", formula, "Keeps what lies in such code.", "inside: 'def $F(...): ...'", isOperator),
  describe(
    "anywhere",
    formula,
    "Keeps what lies in a file that has such code somewhere.",
    "anywhere: import socket",
    isOperator,
  ),
  describeRefused(
    "taint",
    "Data that flows, as a part of what is looked for.",
    'It works at the top of a rule only: write "taint" beside "id".',
  ),
];

export const matchKeys: readonly KeyDescription[] = [
  ...operators,
  describe(
    "where",
    listOf(mapOf("where")),
    "What must hold of the metavariables.",
    "where: [{metavariable: $X, regex: ^get_}]",
  ),
  describe("as", metavariable, "Binds all that was matched to a metavariable.", "as: $CALL"),
];

export const whereKeys: readonly KeyDescription[] = [
  describe("metavariable", metavariable, "The metavariable that is looked at.", "metavariable: $X"),
  ...operators,
  describe("language", text, "What the metavariable's text is read as, a string by its content.", "language: generic"),
  describe("where", listOf(mapOf("where")), "What must hold of the metavariables in it.", "where: [{focus: $X}]"),
  describe("type", text, "The type that the metavariable must have.", "type: str"),
  describe("types", listOf(text), "One of these types.", "types: [str, bytes]"),
  describe("analyzer", analyzerShape, "An analysis that must find something in its text.", "analyzer: entropy"),
  describe("comparison", comparison, "An expression over metavariables that must be true.", "comparison: $BITS < 2048"),
  describe("base", integer, "The radix in which the metavariable's digits are read.", "base: 8"),
  describe("strip", boolean, "Whether quotes around the number are taken away first.", "strip: true"),
  describe(
    "focus",
    eitherOf(metavariable, listOf(metavariable)),
    "Moves the match to what a metavariable stands for; of a list, to each of them.",
    "focus: $X",
  ),
];

export const taintKeys: readonly KeyDescription[] = [
  describe(
    "sources",
    listOf(eitherOf(pattern, mapOf("match-source"))),
    "Where data comes from.",
    "sources: [input()]",
    { isRequired: true },
  ),
  describe(
    "sinks",
    listOf(eitherOf(pattern, mapOf("match-sink"))),
    "Where that data must not arrive.",
    "sinks: [eval($X)]",
    { isRequired: true },
  ),
  describe(
    "sanitizers",
    listOf(eitherOf(pattern, mapOf("match-sanitizer"))),
    "What makes the data harmless.",
    "sanitizers: [int($X)]",
  ),
  describe(
    "propagators",
    listOf(mapOf("match-propagator")),
    "Code that hands the data on from one metavariable to another.",
    "propagators: [{pattern: $TO.push($FROM), from: $FROM, to: $TO}]",
  ),
];
