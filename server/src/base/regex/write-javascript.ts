/**
 * A tree as the source of a JavaScript expression for the flag u. Letters without case are spelled out, so the flag i is
 * needed only for references. An atomic group becomes a look ahead that captures, and a reference to what it captured.
 */
import { wordCharacters } from "./named-sets.js";
import { lengths } from "./lengths.js";
import { someNode, type Place, type RegexNode, type RegexRepeat, type RegexTree } from "./syntax.js";
import { writeJavaScriptPoint, writeSet } from "./write-set.js";

export interface JavaScriptSource {
  readonly source: string;
  readonly flags: string;
  /** For the number of each group of the tree its number in JavaScript. */
  readonly groups: readonly number[];
  /** The groups that are empty where `\K` stood. */
  readonly keeps: readonly number[];
}

interface Writer {
  /** JavaScript's groups so far. */
  count: number;
  readonly groups: number[];
  readonly keeps: number[];
}

const any = "[\\u0000-\\u{10ffff}]";

const places: Readonly<Record<Place, string>> = {
  "text-start": `(?<!${any})`,
  "text-end": `(?!${any})`,
  "before-last-newline": `(?!\\n${any}|[^\\n])`,
  // Not after a newline that ends the text, as in PCRE.
  "line-start": `(?:(?<!${any})|(?<=\\n)(?=${any}))`,
  "line-end": "(?![^\\n])",
  "word-boundary": `(?:(?<=W)(?!W)|(?<!W)(?=W))`.replaceAll("W", writeSet(wordCharacters, writeJavaScriptPoint)),
  "no-word-boundary": `(?:(?<=W)(?=W)|(?<!W)(?!W))`.replaceAll("W", writeSet(wordCharacters, writeJavaScriptPoint)),
};

/** Writes a tree for `new RegExp(source, flags)`. */
export function writeJavaScript(tree: RegexTree): JavaScriptSource {
  const writer: Writer = { count: 0, groups: [0], keeps: [] };
  numberGroups(tree.root, writer);
  writer.count = 0;
  writer.keeps.length = 0;
  const source = write(tree.root, writer);
  const caseless = someNode(tree.root, (node) => node.kind === "reference" && node.caseless);
  return { source, flags: caseless ? "ui" : "u", groups: writer.groups, keeps: writer.keeps };
}

/** Numbers groups in the order in which `write` opens them, so that references know their numbers in advance. */
function numberGroups(node: RegexNode, writer: Writer): void {
  if (node.kind === "capture") writer.groups[node.index] = ++writer.count;
  if (node.kind === "atomic" || node.kind === "keep") writer.count += 1;
  if (node.kind === "sequence" || node.kind === "alternatives")
    for (const item of node.items) numberGroups(item, writer);
  else if ("body" in node) numberGroups(node.body, writer);
}

function write(node: RegexNode, writer: Writer): string {
  switch (node.kind) {
    case "set":
      return writeSet(node.set, writeJavaScriptPoint);
    case "sequence":
      return node.items.map((item) => writeItem(item, writer)).join("");
    case "alternatives":
      return node.items.map((item) => write(item, writer)).join("|");
    case "capture":
      writer.count += 1;
      return `(${write(node.body, writer)})`;
    case "repeat":
      return writeRepeat(node, writer);
    case "look":
      return `(?${node.direction === "behind" ? "<" : ""}${node.negated ? "!" : "="}${write(node.body, writer)})`;
    case "atomic": {
      const number = ++writer.count;
      return `(?=(${write(node.body, writer)}))\\${number}(?:)`;
    }
    case "reference":
      return node.groups.length === 1
        ? `\\${writer.groups[node.groups[0] ?? 0] ?? 0}(?:)`
        : `(?:${node.groups.map((group) => `\\${writer.groups[group] ?? 0}`).join("")})`;
    case "place":
      return places[node.place];
    case "newline":
      return "(?:\\r\\n|(?!\\r\\n)[\\n-\\r\\u0085\\u2028\\u2029])";
    case "keep":
      writer.keeps.push(++writer.count);
      return "()";
  }
}

function writeRepeat(node: RegexRepeat, writer: Writer): string {
  if (node.maximum === 1 && node.minimum === 0 && lengths(node.body)[0] === 0) {
    // JavaScript does not enter `?` for nothing, PCRE does.
    const body = writeRepeated(node.body, writer);
    return node.greedy ? `(?:${body}|)` : `(?:|${body})`;
  }
  return writeRepeated(node.body, writer) + writeCounts(node.minimum, node.maximum) + (node.greedy ? "" : "?");
}

function writeItem(node: RegexNode, writer: Writer): string {
  const text = write(node, writer);
  return node.kind === "alternatives" ? `(?:${text})` : text;
}

function writeRepeated(node: RegexNode, writer: Writer): string {
  const text = write(node, writer);
  return node.kind === "set" || node.kind === "capture" ? text : `(?:${text})`;
}

/** A quantifier; `*`, `+` and `?` where they say the same. */
export function writeCounts(minimum: number, maximum: number): string {
  if (maximum === Infinity) return minimum === 0 ? "*" : minimum === 1 ? "+" : `{${minimum},}`;
  if (minimum === 0 && maximum === 1) return "?";
  return minimum === maximum ? `{${minimum}}` : `{${minimum},${maximum}}`;
}
