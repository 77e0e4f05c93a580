/** Finds the rules of a YAML file. Where the file is broken each rule is read by itself, so that the others still work. */
import { isMap, isScalar, isSeq, type Document, type YAMLMap } from "yaml";
import { keysOfPlace } from "./language/keys.js";
import { nearestWord } from "../base/nearest-word.js";
import { parseYaml } from "../base/yaml/parse-yaml.js";
import { report, type RuleReader } from "./rule-reader.js";
import { rangeOf, toPiece, type YamlPiece } from "../base/yaml/yaml-values.js";

/** The node of a rule, or of what stands in its place. */
export interface RuleNode {
  readonly piece: YamlPiece;
  readonly node: unknown;
}

/** Syntax errors of one piece that are worth reading. */
const maximumSyntaxErrors = 20;

const tooDeep = "This is nested too deep to be read.";

/** The rules in the order of the file; what stands around them is checked. */
export function findRules(reader: RuleReader): readonly RuleNode[] {
  const documents = parseYaml(reader.text);
  if (documents?.every(({ errors }) => errors.length === 0)) {
    return documents.flatMap((document, index) => rulesOfDocument(reader, document, index));
  }
  const chunks = cutRules(reader.text);
  if (chunks.length === 0) {
    reportSyntax(reader, documents?.[0], 0);
    return [];
  }
  reportSyntax(reader, parseYaml(reader.text.slice(0, chunks[0]?.start))?.[0], 0);
  return chunks.flatMap(({ start, end }) => rulesOfChunk(reader, start, end));
}

function reportSyntax(reader: RuleReader, document: Document | undefined, offset: number): boolean {
  if (document === undefined) {
    report(reader, { start: offset, end: offset }, tooDeep);
    return false;
  }
  for (const { pos, message } of document.errors.slice(0, maximumSyntaxErrors)) {
    report(reader, { start: pos[0] + offset, end: pos[1] + offset }, `This is not YAML: ${firstLine(message)}`);
  }
  return document.errors.length === 0;
}

function firstLine(message: string): string {
  return message.split("\n")[0] ?? "";
}

function rulesOfDocument(reader: RuleReader, document: Document, index: number): readonly RuleNode[] {
  const piece = toPiece(document, 0);
  const root: unknown = document.contents;
  const whole = rangeOf(piece, root) ?? { start: 0, end: 0 };
  if (index > 0) report(reader, whole, "Semgrep reads files of one document only.", "warning");
  if (!isMap(root)) {
    report(reader, whole, 'A rule file is a map with the key "rules".');
    return [];
  }
  checkFileKeys(reader, piece, root);
  const rules = root.items.find(({ key }) => isScalar(key) && key.value === "rules");
  if (rules === undefined) {
    report(reader, whole, 'The file has no "rules".');
    return [];
  }
  if (!isSeq(rules.value)) {
    report(reader, rangeOf(piece, rules.value) ?? whole, '"rules" must be a list.');
    return [];
  }
  return rules.value.items.map((node) => ({ piece, node }));
}

/** Keys beside "rules" often hold anchors that the rules refer to. */
function checkFileKeys(reader: RuleReader, piece: YamlPiece, root: YAMLMap): void {
  const known = keysOfPlace.file.map(({ name }) => name);
  for (const { key, value } of root.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (known.includes(name) || name.startsWith("x-") || holdsAnchor(reader, piece, value)) continue;
    const near = nearestWord(name, known);
    const suggestion = near === undefined ? "" : ` Did you mean "${near}"?`;
    const range = rangeOf(piece, key) ?? { start: 0, end: 0 };
    report(reader, range, `The rule file has no key "${name}".${suggestion}`, "warning");
  }
}

function holdsAnchor(reader: RuleReader, piece: YamlPiece, value: unknown): boolean {
  const range = rangeOf(piece, value);
  const anchor = (value as { anchor?: string } | null)?.anchor;
  return anchor !== undefined || (range !== undefined && /(?:^|\s)&\w/.test(reader.text.slice(range.start, range.end)));
}

interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** The text of each rule, from its hyphen to the next one that is indented as much. */
function cutRules(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let indentation: number | undefined;
  let start: number | undefined;
  const close = (end: number): void => {
    if (start !== undefined) chunks.push({ start, end });
    start = undefined;
  };
  let offset = 0;
  let isInRules = false;
  for (const line of text.split("\n")) {
    const indent = line.length - line.trimStart().length;
    if (/^rules\s*:/.test(line)) {
      close(offset);
      isInRules = true;
      indentation = undefined;
    } else if (isInRules && /^\s*-(?:\s|$)/.test(line) && indent === (indentation ?? indent)) {
      close(offset);
      indentation = indent;
      start = offset;
    } else if (isInRules && indent === 0 && /^[\w-]+\s*:/.test(line)) {
      close(offset);
      isInRules = false;
    }
    offset += line.length + 1;
  }
  close(text.length);
  return chunks;
}

function rulesOfChunk(reader: RuleReader, start: number, end: number): readonly RuleNode[] {
  const text = reader.text.slice(start, end);
  const document = parseYaml(text)?.[0];
  reader.ruleId = /^\s*(?:-\s+)?id\s*:\s*["']?([\w.-]+)/m.exec(text)?.[1];
  const isSound = reportSyntax(reader, document, start);
  reader.ruleId = undefined;
  if (!isSound || document === undefined || !isSeq(document.contents)) return [];
  const piece = toPiece(document, start);
  return document.contents.items.map((node) => ({ piece, node }));
}
