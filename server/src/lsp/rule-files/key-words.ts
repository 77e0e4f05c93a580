/** What is said of a key of the rule language, in completion and when the mouse rests on it. */
import type { KeyDescription, ValueShape } from "../../rules/language/keys.js";

/** The kind of value, in a few words. */
export function shapeInWords(shape: ValueShape): string {
  switch (shape.kind) {
    case "choice":
      return shape.choices.length <= 4 ? shape.choices.map(({ value }) => value).join(" | ") : "one of a few words";
    case "list":
      return `list of ${shapeInWords(shape.of)}`;
    case "map":
      return "map";
    case "either":
      return [...new Set(shape.of.map(shapeInWords))].join(", or ");
    case "labels-of-metavariables":
      return "metavariables with formulas over labels";
    case "labels":
      return "formula over labels";
    case "boolean":
      return "true | false";
    case "integer":
      return "whole number";
    default:
      return shape.kind;
  }
}

/** A short note beside the key's name: what it is, and whether it counts. */
export function keyDetail(key: KeyDescription): string {
  const required = key.isRequired ? ", needed" : "";
  const standing = key.standing === "used" ? "" : `, ${key.standing}`;
  return `${shapeInWords(key.value)}${required}${standing}`;
}

/** Everything about a key. */
export function keyMarkdown(key: KeyDescription): string {
  const parts = [
    `**${key.name}**: ${keyDetail(key)}`,
    key.documentation,
    key.reason === ""
      ? ""
      : `${key.standing === "refused" ? "Rules with it do not run" : "Without effect"}: ${key.reason}`,
    ...choicesOf(key.value).map(({ value, documentation }) => `- \`${value}\`: ${documentation}`),
    key.example === "" ? "" : `\`\`\`yaml\n${key.example}\n\`\`\``,
    key.origin === "kingsnake" ? "Kingsnake's own: Semgrep does not know it." : "",
  ];
  const present = parts.filter((part) => part !== "");
  return present.reduce((all, part, index) => {
    const isList = part.startsWith("- ") && (present[index - 1] ?? "").startsWith("- ");
    return index === 0 ? part : `${all}${isList ? "\n" : "\n\n"}${part}`;
  }, "");
}

/** The same without markup. */
export function keyPlainText(key: KeyDescription): string {
  const reason = key.reason === "" ? "" : `\n\n${key.reason}`;
  return `${key.name}: ${keyDetail(key)}\n\n${key.documentation}${reason}${key.example === "" ? "" : `\n\n${key.example}`}`;
}

/** The words that a value may be, those in lists too. */
export function choicesOf(shape: ValueShape): readonly { readonly value: string; readonly documentation: string }[] {
  switch (shape.kind) {
    case "choice":
      return shape.choices;
    case "list":
      return choicesOf(shape.of);
    case "either":
      return shape.of.flatMap(choicesOf);
    case "boolean":
      return [
        { value: "true", documentation: "On." },
        { value: "false", documentation: "Off." },
      ];
    default:
      return [];
  }
}
