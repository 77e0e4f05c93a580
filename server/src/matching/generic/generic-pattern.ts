/**
 * Patterns of `languages: [generic]`, as Semgrep's default engine for them has it: words and single characters, of which
 * only the order and the nesting by indentation count. The options for braces, case and lines are for its other engine
 * (`generic_engine: aliengrep`) and change nothing here.
 */
import type { RuleOptions } from "../../rules/options.js";
import { findAll, type GenericMatch } from "./find-generic-matches.js";
import { readEntries, type GenericEntry } from "./generic-tokens.js";
import { hideComments, type CommentStyle } from "./hide-comments.js";

export type { GenericMatch } from "./find-generic-matches.js";

export type GenericItem =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "metavariable"; readonly name: string }
  /** Any tokens on so many lines more; with a name it is bound to what stands there. The pattern's last takes all it can. */
  | { readonly kind: "ellipsis"; readonly name: string | undefined; readonly span: number; readonly isLast: boolean }
  | { readonly kind: "block"; readonly items: readonly GenericItem[] };

export interface GenericPattern {
  readonly items: readonly GenericItem[];
  readonly comments: CommentStyle;
}

export interface GenericPatternError {
  readonly message: string;
  readonly offset: number;
}

type GenericOptions = Pick<RuleOptions, "genericEllipsisMaximumSpan" | "genericComments">;

/** Compiles a pattern; an error says what is wrong and where, in UTF-16 units. */
export function compileGenericPattern(text: string, options: GenericOptions): GenericPattern | GenericPatternError {
  const words = readPatternWords(text);
  const reader: Reader = { entries: readEntries(words.text, false), words, at: 0, options };
  const items = readItems(reader);
  if (reader.error !== undefined) return reader.error;
  if (items.length === 0) return { message: "The pattern is empty.", offset: 0 };
  const last = items.at(-1);
  const ended = last?.kind === "ellipsis" ? [...items.slice(0, -1), { ...last, isLast: true }] : items;
  return { items: ended, comments: options.genericComments };
}

/** What a search may do: comparisons of one token. Then it ends with what it has found. */
const defaultSteps = 5_000_000;

/** A text that patterns are looked for in. It is read once for each style of comments, when the first pattern needs it. */
export interface GenericText {
  readonly text: string;
  readonly entriesWith: (comments: CommentStyle) => readonly GenericEntry[];
}

/** Makes a text ready for any number of patterns. */
export function openGenericText(text: string): GenericText {
  const read = new Map<CommentStyle, readonly GenericEntry[]>();
  return {
    text,
    entriesWith: (comments) => {
      const entries = read.get(comments) ?? readEntries(hideComments(text, comments), true);
      read.set(comments, entries);
      return entries;
    },
  };
}

/** All matches in a text, in the order of their starts. */
export function findGenericMatches(
  pattern: GenericPattern,
  given: string | GenericText,
  steps = defaultSteps,
): readonly GenericMatch[] {
  const opened = typeof given === "string" ? openGenericText(given) : given;
  if (!hasWords(pattern.items, opened.text)) return [];
  return findAll(pattern.items, opened.entriesWith(pattern.comments), opened.text, steps);
}

/** Whether all that the pattern says in words is somewhere in the text. */
function hasWords(items: readonly GenericItem[], text: string): boolean {
  return items.every((item) => {
    if (item.kind === "block") return hasWords(item.items, text);
    return item.kind !== "text" || text.includes(item.text);
  });
}

/** The pattern with words of the same length for `$X`, `...` and `$...X`, and what each of them stands for. */
interface PatternWords {
  readonly text: string;
  readonly special: ReadonlyMap<number, string>;
}

function readPatternWords(text: string): PatternWords {
  const special = new Map<number, string>();
  const replaced = text.replace(/\$\.\.\.[A-Z]\w*|\$[A-Z]\w*|(?<!\.)\.\.\.(?!\.)/g, (word, offset: number) => {
    special.set(offset, word);
    return `\u0001${" ".repeat(word.length - 1)}`;
  });
  return { text: replaced, special };
}

interface Reader {
  readonly entries: readonly GenericEntry[];
  readonly words: PatternWords;
  readonly options: GenericOptions;
  at: number;
  error?: GenericPatternError;
}

/** Reads to the end of the block. */
function readItems(reader: Reader): readonly GenericItem[] {
  const items: GenericItem[] = [];
  for (;;) {
    const entry = reader.entries[reader.at];
    reader.at += 1;
    if (entry === undefined || entry.kind === "close") return items;
    if (entry.kind === "open") {
      items.push({ kind: "block", items: readItems(reader) });
      continue;
    }
    const word = reader.words.special.get(entry.start);
    if (word === undefined) items.push({ kind: "text", text: entry.text });
    else if (!word.includes("...")) items.push({ kind: "metavariable", name: word });
    else addEllipsis(reader, items, word, entry.start);
  }
}

function addEllipsis(reader: Reader, items: GenericItem[], word: string, offset: number): void {
  const name = word === "..." ? undefined : word;
  const span = reader.options.genericEllipsisMaximumSpan;
  const last = items.at(-1);
  if (last?.kind === "ellipsis" && name !== undefined)
    reader.error ??= { message: `Nothing tells where "${word}" starts and what stands before it ends.`, offset };
  // Two in a row reach twice as far.
  if (last?.kind === "ellipsis" && last.name === undefined)
    items[items.length - 1] = { ...last, span: last.span + span };
  else items.push({ kind: "ellipsis", name, span, isLast: false });
}
