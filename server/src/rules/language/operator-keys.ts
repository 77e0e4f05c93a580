/** The classic operators: what may stand in a rule, under `patterns`, under `pattern-either` and below `pattern-not` and its kin. */
import {
  boolean,
  choiceOf,
  comparison,
  describe,
  describeIgnored,
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

const isOperator = { isOperator: true };
const patternOrFormula = eitherOf(pattern, mapOf("formula"));

export const patternKey = describe("pattern", pattern, "Code that looks like this.", "pattern: eval($X)", isOperator);

export const regexKey = describe(
  "pattern-regex",
  regex,
  "Text that this regular expression matches.",
  "pattern-regex: 'password\\s*='",
  isOperator,
);

export const patternsKey = describe(
  "patterns",
  listOf(mapOf("entry")),
  "All entries of the list must hold.",
  "patterns: [{pattern: f($X)}, {pattern-not: f(1)}]",
  isOperator,
);

export const eitherKey = describe(
  "pattern-either",
  listOf(mapOf("alternative")),
  "One entry of the list must match.",
  "pattern-either: [{pattern: eval($X)}, {pattern: exec($X)}]",
  isOperator,
);

export const insideKey = describe(
  "pattern-inside",
  patternOrFormula,
  "Keeps what lies in such code.",
  "pattern-inside: 'def $F(...): ...'",
  isOperator,
);

export const anywhereKey = describe(
  "semgrep-internal-pattern-anywhere",
  patternOrFormula,
  "Keeps what lies in a file that has such code somewhere, with the same metavariables.",
  "semgrep-internal-pattern-anywhere: import socket",
  isOperator,
);

/** What takes matches away; these need another operator beside them. */
export const negativeKeys: readonly KeyDescription[] = [
  describe("pattern-not", patternOrFormula, "Takes away what is exactly such code.", "pattern-not: f(1)", isOperator),
  describe(
    "pattern-not-inside",
    patternOrFormula,
    "Takes away what lies in such code.",
    "pattern-not-inside: 'with $LOCK: ...'",
    isOperator,
  ),
  describe(
    "pattern-not-regex",
    regex,
    "Takes away what overlaps with what this regular expression matches.",
    "pattern-not-regex: '# checked'",
    isOperator,
  ),
];

export const conditionKeys: readonly KeyDescription[] = [
  describe(
    "metavariable-regex",
    mapOf("metavariable-regex"),
    "Keeps matches where a metavariable's text matches a regular expression.",
    "metavariable-regex: {metavariable: $X, regex: ^get_}",
  ),
  describe(
    "metavariable-pattern",
    mapOf("metavariable-pattern"),
    "Keeps matches where what a metavariable stands for matches operators of its own.",
    "metavariable-pattern: {metavariable: $X, pattern: request.$Y}",
  ),
  describe(
    "metavariable-comparison",
    mapOf("metavariable-comparison"),
    "Keeps matches for which an expression over metavariables is true.",
    "metavariable-comparison: {comparison: $BITS < 2048}",
  ),
  describe(
    "metavariable-type",
    mapOf("metavariable-type"),
    "Keeps matches where a metavariable has a declared type.",
    "metavariable-type: {metavariable: $X, type: str}",
  ),
  describe(
    "metavariable-analysis",
    mapOf("metavariable-analysis"),
    "Keeps matches where an analysis finds something in a metavariable's text.",
    "metavariable-analysis: {metavariable: $X, analyzer: entropy}",
  ),
  describe(
    "focus-metavariable",
    eitherOf(metavariable, listOf(metavariable)),
    "Moves the match to what a metavariable stands for; of a list, to each of them.",
    "focus-metavariable: $X",
  ),
  describeRefused(
    "metavariable-name",
    "Keeps matches where a metavariable is a name of some module.",
    "It belongs to Semgrep's paid engine. Write the qualified name in the pattern; imports are followed.",
  ),
  describeRefused(
    "semgrep-internal-metavariable-name",
    "Keeps matches where a metavariable is a name of some kind.",
    "It belongs to Semgrep's paid engine. Write the qualified name in the pattern; imports are followed.",
  ),
  describeRefused(
    "pattern-where-python",
    "Runs Python code of the rule.",
    'Rules run no code, here as in Semgrep today. Use "metavariable-comparison".',
  ),
];

const theMetavariable = describe(
  "metavariable",
  metavariable,
  "The metavariable that is looked at.",
  "metavariable: $X",
  { isRequired: true },
);

export const metavariableRegexKeys: readonly KeyDescription[] = [
  theMetavariable,
  describe("regex", regex, "What its text must match, from its start on.", "regex: ^get_", { isRequired: true }),
  describe(
    "constant-propagation",
    boolean,
    "Whether a name that is known to be a literal counts as that literal.",
    "constant-propagation: true",
  ),
];

const otherLanguage = choiceOf(
  {
    python: "As Python.",
    generic: "As any text, in words and brackets.",
    regex: "As text, by regular expressions only.",
  },
  true,
);

export const metavariablePatternSettings: readonly KeyDescription[] = [
  theMetavariable,
  describe(
    "language",
    otherLanguage,
    "What the metavariable's text is read as, a string by its content.",
    "language: generic",
  ),
];

export const metavariableComparisonKeys: readonly KeyDescription[] = [
  { ...theMetavariable, isRequired: false, documentation: 'The metavariable that "base" and "strip" are about.' },
  describe(
    "comparison",
    comparison,
    "An expression with comparisons, arithmetic, int(), str(), today(), strptime() and re.match().",
    "comparison: $BITS < 2048 and $BITS % 8 == 0",
    { isRequired: true },
  ),
  describe("base", integer, "The radix in which the metavariable's digits are read.", "base: 8"),
  describe("strip", boolean, "Whether quotes around the number are taken away first.", "strip: true"),
];

export const metavariableTypeKeys: readonly KeyDescription[] = [
  theMetavariable,
  describe("type", text, "The type that it must have.", "type: str"),
  describe("types", listOf(text), "One of these types.", "types: [str, bytes]"),
  describeIgnored("language", text, "What the type is written in.", "A type is written in the rule's language."),
];

const analyzers = choiceOf({
  entropy: "Text that looks random, as keys and passwords do.",
  entropy_v2: "A newer measure of the same.",
  redos: "A regular expression that some texts make very slow.",
});

/** Semgrep's other form: the analysis as a map with its settings. */
export const analyzerKeys: readonly KeyDescription[] = [
  describe("kind", analyzers, "The name of the analysis.", "kind: entropy_v2", { isRequired: true }),
  describe(
    "mode",
    choiceOf({ lax: "Finds more.", default: "The usual measure.", strict: "Finds less." }),
    "How sure entropy_v2 must be.",
    "mode: strict",
  ),
];

export const analyzerShape = eitherOf(analyzers, mapOf("analyzer"));

export const metavariableAnalysisKeys: readonly KeyDescription[] = [
  theMetavariable,
  describe("analyzer", analyzerShape, "The name of the analysis.", "analyzer: entropy", { isRequired: true }),
  describeIgnored("options", text, "Settings of an analysis.", "The analyses have none."),
];
