/** The table of the rule language as a page for people: docs/rule-language.md. */
import { keysOfPlace, type KeyDescription, type Place, type ValueShape } from "./keys.js";

interface Section {
  readonly title: string;
  readonly place: Place;
  readonly introduction?: string;
  /** Keys that another section has already, and that are not repeated. */
  readonly without?: Place;
}

const sections: readonly Section[] = [
  { title: "A rule file", place: "file" },
  { title: "A rule", place: "rule", introduction: "A rule has one of the operators, or sources and sinks." },
  { title: "`paths`", place: "paths" },
  {
    title: "`options`",
    place: "options",
    introduction: "What holds where a rule says nothing stands at the end of each sentence.",
  },
  { title: "`metadata`", place: "metadata", introduction: "Any other keys may stand there, too." },
  { title: "`fix-regex`", place: "fix-regex" },
  {
    title: "Entries of `patterns`",
    place: "entry",
    introduction: "Each entry has one key. At least one must be an operator that does not only take away.",
  },
  {
    title: "Entries of `pattern-either`, and maps under `pattern-not` and its kin",
    place: "alternative",
    introduction: "Each has one key.",
  },
  { title: "`metavariable-regex`", place: "metavariable-regex" },
  { title: "`metavariable-pattern`", place: "metavariable-pattern" },
  { title: "`metavariable-comparison`", place: "metavariable-comparison" },
  { title: "`metavariable-type`", place: "metavariable-type" },
  { title: "`metavariable-analysis`", place: "metavariable-analysis" },
  { title: "`analyzer`, as a map", place: "analyzer" },
  {
    title: "`match`",
    place: "match",
    introduction: "One operator, in text or as a map, with what must hold beside it.",
  },
  { title: "Entries of `where`", place: "where" },
  { title: "`taint`", place: "taint" },
  { title: "Sources", place: "source", introduction: "Beside an operator, in both syntaxes:", without: "alternative" },
  { title: "Sinks", place: "sink", introduction: "Beside an operator, in both syntaxes:", without: "alternative" },
  {
    title: "Sanitizers",
    place: "sanitizer",
    introduction: "Beside an operator, in both syntaxes:",
    without: "alternative",
  },
  {
    title: "Propagators",
    place: "propagator",
    introduction: "Beside an operator, in both syntaxes:",
    without: "alternative",
  },
];

/** The page, in Markdown. */
export function createReference(notice: string): string {
  const introduction =
    "Every key of a rule file. [writing-rules.md](writing-rules.md) explains how they work together. Keys that are ours and not Semgrep's are marked **ours**.";
  const parts = sections.flatMap((section) => ["", ...sectionLines(section)]);
  return `${[notice, "", "# The rule language", "", introduction, ...parts].join("\n")}\n`;
}

function sectionLines({ title, place, introduction, without }: Section): readonly string[] {
  const told = new Set(without === undefined ? [] : keysOfPlace[without].map(({ name }) => name));
  const keys = keysOfPlace[place].filter(({ name }) => !told.has(name));
  return [
    `## ${title}`,
    "",
    ...(introduction === undefined ? [] : [introduction, ""]),
    ...tableOf(keys.filter(({ standing }) => standing === "used")),
    ...listOf(keys, "ignored", "Read, and without effect: "),
    ...listOf(keys, "refused", "A rule with one of these does not run: "),
  ];
}

function tableOf(keys: readonly KeyDescription[]): readonly string[] {
  const rows = keys.map(({ name, value, documentation, example, origin, isRequired }) => {
    const marks = [isRequired ? "needed" : "", origin === "kingsnake" ? "**ours**" : ""].filter((mark) => mark !== "");
    return `| ${[`\`${name}\``, cell(wordsFor(value)), cell(documentation), `\`${cell(example)}\``, marks.join(", ")].join(" | ")} |`;
  });
  return rows.length === 0
    ? []
    : ["| key | value | meaning | for example | |", "| --- | --- | --- | --- | --- |", ...rows];
}

function listOf(keys: readonly KeyDescription[], standing: string, introduction: string): readonly string[] {
  const names = keys.filter((key) => key.standing === standing).map(({ name }) => `\`${name}\``);
  return names.length === 0 ? [] : ["", `${introduction}${names.join(", ")}.`];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** What a value is, in as few words as it takes. */
function wordsFor(shape: ValueShape): string {
  switch (shape.kind) {
    case "choice":
      return shape.choices.map(({ value }) => value).join(", ") + (shape.isOpen ? " ..." : "");
    case "list":
      return `list of ${pluralOf(shape.of)}`;
    case "either": {
      const [one, list] = shape.of;
      if (list?.kind === "list" && list.of === one && one.kind === "choice")
        return `${wordsFor(one)}; or a list of them`;
      return [...new Set(shape.of.map(wordsFor))].join(" or ");
    }
    case "labels":
      return "formula over labels";
    case "labels-of-metavariables":
      return "map";
    case "regex":
      return "regular expression";
    case "integer":
      return "whole number";
    case "boolean":
      return "true, false";
    case "anything":
      return "any";
    default:
      return shape.kind;
  }
}

function pluralOf(shape: ValueShape): string {
  if (shape.kind === "either") return shape.of.map(pluralOf).join(" or ");
  if (shape.kind === "choice" || shape.kind === "text") return shape.kind === "text" ? "texts" : wordsFor(shape);
  if (shape.kind === "list") return `lists of ${pluralOf(shape.of)}`;
  return shape.kind === "labels-of-metavariables" ? "maps from a metavariable to labels" : `${wordsFor(shape)}s`;
}
