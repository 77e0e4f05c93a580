/** The keys of a rule file, of a rule, and of its `paths` and `fix-regex`. */
import {
  anything,
  choiceOf,
  describe,
  describeIgnored,
  describeRefused,
  eitherOf,
  glob,
  integer,
  listOf,
  mapOf,
  pattern,
  regex,
  text,
  version,
  type KeyDescription,
} from "./key-description.js";

/** What severities are called in YAML; the newer names mean the same three levels. */
const severities = choiceOf({
  ERROR: "A defect.",
  WARNING: "Probably a defect, or one that does less harm.",
  INFO: "Worth a look.",
  CRITICAL: "Newer name; shown as an error.",
  HIGH: "Newer name; shown as an error.",
  MEDIUM: "Newer name; shown as a warning.",
  LOW: "Newer name; shown as information.",
  INVENTORY: "Lists what is there; shown as information.",
  EXPERIMENT: "A rule that is being tried; shown as information.",
});

const languages = choiceOf(
  {
    python: "Python of any version.",
    generic: "Any text, in words and brackets.",
    regex: "Any text, by regular expressions only.",
    py: "Another name for python.",
    python2: "Python; the parser takes both versions.",
    python3: "Python; the parser takes both versions.",
    none: "Another name for regex.",
  },
  true,
);

const modes = choiceOf({
  search: "Looks for code; what a rule does that names no mode.",
  taint: "Follows data from sources to sinks.",
});

export const fileKeys: readonly KeyDescription[] = [
  describe("rules", listOf(mapOf("rule")), "The rules of the file.", "rules: [...]", { isRequired: true }),
  describeIgnored("missed", anything, "Numbers that Semgrep's registry writes into rule files.", "It is a note."),
];

const aboutRule: readonly KeyDescription[] = [
  describe("id", text, "Names the rule in reports, comments and settings.", "id: job-started-as-root", {
    isRequired: true,
  }),
  describe(
    "message",
    text,
    "Says what is wrong and what to do; a metavariable in it becomes the code that it stands for.",
    "message: $COMMAND is started as root.",
    { isRequired: true },
  ),
  describe("severity", severities, "How grave a finding is.", "severity: WARNING", { isRequired: true }),
  describe("languages", listOf(languages), "What the patterns are written in.", "languages: [python]", {
    isRequired: true,
  }),
  describe("mode", modes, "How the rule looks for what it finds.", "mode: taint"),
  describe("metadata", mapOf("metadata"), "What is known about the defect; any keys.", "metadata: {cwe: [CWE-78]}"),
  describe("options", mapOf("options"), "Changes how patterns match.", "options: {symbolic_propagation: true}"),
  describe("paths", mapOf("paths"), "The files that the rule is for.", "paths: {exclude: [tests/]}"),
  describe("min-version", version, "The rule is left out if the language is older.", "min-version: 1.50.0"),
  describe("max-version", version, "The rule is left out if the language is newer.", "max-version: 1.200.0"),
  describeIgnored("version", anything, "The version of the rule itself.", "It is a note for readers."),
];

const aboutFix: readonly KeyDescription[] = [
  describe(
    "fix",
    text,
    "Replaces what was found, or what is focused on; metavariables become their code.",
    "fix: yaml.safe_load($TEXT)",
  ),
  describe(
    "fix-regex",
    mapOf("fix-regex"),
    "Replaces what a regular expression matches in the code that was found.",
    "fix-regex: {regex: 'verify=False', replacement: 'verify=True'}",
  ),
];

const paid = "It belongs to Semgrep's paid engine.";

const elsewhere: readonly KeyDescription[] = [
  describeIgnored("product", anything, "The product of Semgrep that a rule is part of.", "It changes no result."),
  describeIgnored("validators", anything, "How to ask a service whether a secret is still good.", paid),
  describeRefused(
    "r2c-internal-project-depends-on",
    "Packages that the project must depend on.",
    `${paid} Kingsnake reads no lock files for rules.`,
  ),
  describeRefused("project-depends-on", "Packages that the project must depend on.", paid),
  describeRefused("join", "Joins the findings of several rules.", 'Rules of "mode: join" do not run here.'),
  describeRefused("steps", "Runs rules one after the other.", 'Rules of "mode: step" do not run here.'),
  describeRefused(
    "extract",
    "Code of another language inside of this one.",
    'Rules of "mode: extract" do not run here.',
  ),
  describeRefused("dest-language", "The language of what is extracted.", 'Rules of "mode: extract" do not run here.'),
  describeRefused("dest-rules", "The rules for what is extracted.", 'Rules of "mode: extract" do not run here.'),
  describeRefused("transform", "What to do with what is extracted.", 'Rules of "mode: extract" do not run here.'),
  describeRefused("reduce", "How extracts are put together.", 'Rules of "mode: extract" do not run here.'),
];

/** All keys of a rule but its operators. */
export const ruleSettings: readonly KeyDescription[] = [...aboutRule, ...aboutFix, ...elsewhere];

/** The operators that a rule of `mode: search` may have; it has one of them. */
export const searchKeys: readonly KeyDescription[] = [
  describe("match", eitherOf(pattern, mapOf("match")), "What is looked for, in the newer syntax.", "match: eval($X)", {
    isOperator: true,
  }),
];

/** What a rule of `mode: taint` is made of, and its newer form. */
export const taintModeKeys: readonly KeyDescription[] = [
  describe(
    "pattern-sources",
    listOf(mapOf("source")),
    "Where data comes from.",
    "pattern-sources: [{pattern: input()}]",
  ),
  describe(
    "pattern-sinks",
    listOf(mapOf("sink")),
    "Where that data must not arrive.",
    "pattern-sinks: [{pattern: eval($X)}]",
  ),
  describe(
    "pattern-sanitizers",
    listOf(mapOf("sanitizer")),
    "What makes the data harmless.",
    "pattern-sanitizers: [{pattern: int($X)}]",
  ),
  describe(
    "pattern-propagators",
    listOf(mapOf("propagator")),
    "Code that hands the data on from one metavariable to another.",
    "pattern-propagators: [{pattern: $TO.push($FROM), from: $FROM, to: $TO}]",
  ),
  describe(
    "taint",
    mapOf("taint"),
    "Sources, sinks and what lies between, in the newer syntax.",
    "taint: {sources: [input()], sinks: [eval($X)]}",
  ),
];

export const pathsKeys: readonly KeyDescription[] = [
  describe(
    "include",
    listOf(glob),
    "Only files that one of these matches; without a leading slash at any depth.",
    "include: ['views/*.py']",
  ),
  describe("exclude", listOf(glob), "No files that one of these matches.", "exclude: [tests/]"),
];

export const fixRegexKeys: readonly KeyDescription[] = [
  describe("regex", regex, "What is replaced, inside of the code that was found.", "regex: 'http://'", {
    isRequired: true,
  }),
  describe("replacement", text, "What is written there; \\1 is the first group.", "replacement: 'https://'", {
    isRequired: true,
  }),
  describe("count", integer, "How many times, from the left; as often as it matches if it is left out.", "count: 1"),
];
