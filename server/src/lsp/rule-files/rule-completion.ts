/** Completion in rule files: the keys that may stand here, and the values that a key may have. */
import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextMode,
  MarkupKind,
  type Command,
  type CompletionItem,
} from "vscode-languageserver";
import { describeKey, keysAllowedAt, type KeyDescription, type ValueShape } from "../../rules/language/keys.js";
import { toClientRange } from "../position-encoding.js";
import type { ServerContext } from "../server-context.js";
import type { LinedText } from "../text-lines.js";
import { choicesOf, keyDetail, keyMarkdown } from "./key-words.js";
import { boundMetavariables, ruleEntries } from "./rule-entries.js";
import { placeAt, type KeyPlace, type ValuePlace } from "./yaml-place.js";

/** What can be written at a place of a rule file. */
export function completeRuleFile(context: ServerContext, text: LinedText, offset: number): CompletionItem[] {
  const place = placeAt(text.text, offset);
  if (place === undefined) return [];
  if (place.kind === "value") return completeValue(context, text, place, offset);
  const keys = keysAllowedAt(place.path);
  // A list of words has entries and no keys.
  const owner = place.path.at(-1);
  if (keys.length === 0 && owner !== undefined) {
    const value = {
      kind: "value",
      path: place.path.slice(0, -1),
      key: owner,
      range: place.range,
      isBlock: false,
    } as const;
    return completeValue(context, text, value, offset);
  }
  return completeKey(context, text, place, keys);
}

function completeKey(
  context: ServerContext,
  text: LinedText,
  place: KeyPlace,
  keys: readonly KeyDescription[],
): CompletionItem[] {
  const range = toClientRange(text, place.range, context.features.encoding);
  const entry = place.needsDash && isInList(place.path);
  const dash = entry && !place.isFlow ? "- " : "";
  const column = place.column + dash.length;
  const items = keys
    .filter(({ name, standing }) => standing !== "refused" && !place.present.includes(name))
    .map((key, index): CompletionItem => {
      const newText = place.hasColon ? key.name : `${dash}${key.name}:${skeleton(key.value, column, place.isFlow)}`;
      return {
        label: key.name,
        kind: key.isOperator ? CompletionItemKind.Operator : CompletionItemKind.Property,
        detail: keyDetail(key),
        documentation: { kind: MarkupKind.Markdown, value: keyMarkdown(key) },
        // Needed keys first, then as the table has them, which begins with the usual ones.
        sortText: `${key.isRequired ? 0 : key.standing === "used" ? 1 : 2}${String(index).padStart(3, "0")}`,
        filterText: key.name,
        insertTextMode: InsertTextMode.asIs,
        textEdit: { range, newText },
        ...(key.standing === "ignored" ? { tags: [CompletionItemTag.Deprecated] } : {}),
        ...(choicesOf(key.value).length > 0 ? suggestAgain(context) : {}),
      };
    });
  return place.path.length === 1 && place.path[0] === "rules" && !place.hasColon && place.present.length === 0
    ? [newRule(range, dash, column), ...items]
    : items;
}

/** Whether the entries of a list begin here: `patterns`, and `rules` itself. */
function isInList(path: readonly string[]): boolean {
  const owner = path.at(-1);
  return owner !== undefined && hasList(describeKey(path.slice(0, -1), owner)?.value);
}

function hasList(shape: ValueShape | undefined): boolean {
  return shape?.kind === "list" || (shape?.kind === "either" && shape.of.some(hasList) && !shape.of.some(isText));
}

function isText(shape: ValueShape): boolean {
  return shape.kind !== "list" && shape.kind !== "map";
}

/** What follows the colon: room for the value, on this line or below. */
function skeleton(shape: ValueShape, column: number, isFlow: boolean): string {
  const below = `\n${" ".repeat(column + 2)}`;
  const first = shape.kind === "either" ? shape.of[0] : shape;
  if (isFlow || first === undefined) return " ";
  if (first.kind === "list") return `${below}- `;
  return first.kind === "map" ? below : " ";
}

/** Our own client opens the list of values as soon as there is one to choose from. */
function suggestAgain({ features }: ServerContext): { command?: Command } {
  if (!features.ownCommands) return {};
  return { command: { title: "Suggest", command: "editor.action.triggerSuggest" } };
}

function newRule(range: ReturnType<typeof toClientRange>, dash: string, column: number): CompletionItem {
  const lines = [
    "id: my-rule",
    "message: Say what is wrong, and what to do instead.",
    "severity: WARNING",
    "languages: [python]",
    "pattern: dangerous($X)",
  ];
  return {
    label: "new rule",
    kind: CompletionItemKind.Snippet,
    detail: "a rule with all that it needs",
    documentation: { kind: MarkupKind.Markdown, value: `\`\`\`yaml\n- ${lines.join("\n  ")}\n\`\`\`` },
    sortText: "00",
    filterText: "id new rule",
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range, newText: dash + lines.join(`\n${" ".repeat(column)}`) },
  };
}

function completeValue(context: ServerContext, text: LinedText, place: ValuePlace, offset: number): CompletionItem[] {
  const range = toClientRange(text, place.range, context.features.encoding);
  const written = text.text.slice(place.range.start, place.range.end);
  const shape = describeKey(place.path, place.key)?.value;
  const item = (label: string, kind: CompletionItemKind, documentation: string, index: number): CompletionItem => ({
    label,
    kind,
    documentation,
    filterText: label,
    sortText: String(index).padStart(3, "0"),
    textEdit: { range, newText: label },
  });
  const words = shape === undefined || place.isBlock ? [] : choicesOf(shape);
  if (words.length > 0)
    return words.map(({ value, documentation }, index) =>
      item(value, CompletionItemKind.EnumMember, documentation, index),
    );
  if (!written.startsWith("$") && !(shape !== undefined && wantsMetavariable(shape))) return [];
  const entry = ruleEntries(text.text).find(({ range: { start, end } }) => start <= offset && offset <= end + 1);
  if (entry === undefined) return [];
  return boundMetavariables(text.text, entry)
    .filter((name) => name !== written)
    .map((name, index) => item(name, CompletionItemKind.Variable, `Bound by a pattern of ${entry.id}.`, index));
}

function wantsMetavariable(shape: ValueShape): boolean {
  if (shape.kind === "list") return wantsMetavariable(shape.of);
  return shape.kind === "metavariable" || (shape.kind === "either" && shape.of.some(wantsMetavariable));
}
