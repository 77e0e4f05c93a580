/**
 * Whether any rule could start in a unit, from the unit's text alone: what comes out may be "yes" too often, and never "no" where a rule
 * matches. Where nothing but rules looks at a file, most of its functions need not even be parsed.
 */
import type { FileNames } from "../../names/file-names.js";
import { wordsOfPattern } from "../../matching/compile-pattern.js";
import { wildcardName } from "../../names/imports.js";
import type { SyntaxKind } from "../../syntax/node.js";
import { leavesOf, type CompiledRule, type PatternLeaf } from "./compiled-rule.js";
import type { LeafIndex } from "./leaf-index.js";
import { openGates, type TextGate, type UnitTexts } from "./text-needs.js";

/** What a unit must have for one of some patterns to start in it. */
interface StartNeed {
  /** Words that must be in it, or in what its names mean. */
  readonly required: readonly string[];
  /** Names of which it must have one; empty if any will do. */
  readonly words: readonly string[];
  /** Keywords of which it must have one; empty if any will do. */
  readonly keywords: readonly string[];
  readonly gate: TextGate | undefined;
  /** Whether a rule starts here that looks at other units too. */
  readonly isWide: boolean;
}

/** What units must have for the rules of an index. */
export interface StartNeeds {
  readonly index: LeafIndex;
  readonly needs: readonly StartNeed[];
  /** The words and keywords that they speak of. */
  readonly words: ReadonlySet<string>;
}

/** Keywords without which there is no node of a kind. */
const keywordsOfKind: Partial<Record<SyntaxKind, readonly string[]>> = {
  Assert: ["assert"],
  Await: ["await"],
  ClassDef: ["class"],
  Conditional: ["if"],
  Delete: ["del"],
  For: ["for"],
  Global: ["global"],
  If: ["if", "elif"],
  Import: ["import"],
  ImportFrom: ["import"],
  Lambda: ["lambda"],
  Match: ["match"],
  Nonlocal: ["nonlocal"],
  Raise: ["raise"],
  Return: ["return"],
  Try: ["try"],
  While: ["while"],
  With: ["with"],
};

/** The needs of rules; undefined if one of them could start anywhere. */
export function startNeedsOf(index: LeafIndex, rules: readonly CompiledRule[]): StartNeeds | undefined {
  const gates = new Map(index.gates?.all.flatMap((gate) => gate.leaves.map((leaf) => [leaf, gate] as const)));
  const needs = new Map<string, StartNeed>();
  for (const { triggers, reach, formula } of rules) {
    // What a rule about plain text says of patterns depends on no word of theirs.
    if (reach === "text" && leavesOf(formula).some(({ kind }) => kind === "pattern")) return undefined;
    for (const leaf of triggers) {
      if (leaf.kind !== "pattern") continue;
      const need = { ...needOf(leaf, gates.get(leaf)), isWide: reach !== "unit" };
      const { required, words, keywords, gate } = need;
      if (required.length + words.length + keywords.length === 0 && gate === undefined) return undefined;
      needs.set(JSON.stringify([required, words, keywords, gate?.id, need.isWide]), need);
    }
  }
  const all = [...needs.values()];
  return { index, needs: all, words: wordsOf(all) };
}

function needOf({ pattern, options }: PatternLeaf, gate: TextGate | undefined): Omit<StartNeed, "isWide"> {
  const { kinds, words } = pattern.key;
  // A name may stand for what is written elsewhere.
  if (options.symbolicPropagation) return { required: [], words: [], keywords: [], gate: undefined };
  const keywords = kinds.map((kind) => keywordsOfKind[kind]);
  const isKnown = keywords.length > 0 && keywords.every((each) => each !== undefined);
  return { required: wordsOfPattern(pattern), words, keywords: isKnown ? [...new Set(keywords.flat())] : [], gate };
}

function wordsOf(needs: readonly StartNeed[]): ReadonlySet<string> {
  return new Set(needs.flatMap(({ required, words, keywords }) => [...required, ...words, ...keywords]));
}

/** What the names of a file add to the words of a unit that has them. */
export interface NameMeanings {
  /** By name the parts of what it is imported as. */
  readonly imported: ReadonlyMap<string, readonly string[]>;
  /** Parts of the modules of which everything is imported: any name may come from there. */
  readonly anywhere: readonly string[];
  readonly names: FileNames;
}

export function meaningsOf(names: FileNames): NameMeanings {
  const imported = new Map<string, readonly string[]>();
  let anywhere: readonly string[] = [];
  for (const [name, qualified] of names.imports) {
    if (name === wildcardName) anywhere = qualified.split(/[.,]/);
    else imported.set(name, qualified.split("."));
  }
  return { imported, anywhere, names };
}

/** "no": no rule could start in a text, which is that of a unit; "wide": one could that looks at other units too. */
export function mayStart(needs: StartNeeds, text: string, meanings: NameMeanings): "no" | "here" | "wide" {
  if (needs.needs.length === 0) return "no";
  const { words, answers } = readWords(needs, text, meanings);
  const gates = needs.index.gates;
  const unit: UnitTexts = { text, joinedStrings: undefined, makesStrings: mayMakeStrings(text) };
  let open: ReadonlySet<TextGate> | undefined;
  let found: "no" | "here" = "no";
  for (const need of needs.needs) {
    if (found === "here" && !need.isWide) continue;
    if (!hasWords(need, words)) continue;
    if (need.gate !== undefined && gates !== undefined) {
      open ??= new Set(openGates(gates, unit, answers));
      if (!open.has(need.gate)) continue;
    }
    if (need.isWide) return "wide";
    found = "here";
  }
  return found;
}

type Answers = Parameters<typeof openGates>[2];

function hasWords({ required, words, keywords }: StartNeed, has: ReadonlySet<string>): boolean {
  if (!required.every((word) => has.has(word))) return false;
  if (words.length > 0 && !words.some((word) => has.has(word))) return false;
  return keywords.length === 0 || keywords.some((keyword) => has.has(keyword));
}

const word = /[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}_]*/gu;
const asciiWord = /[A-Za-z_]\w*/g;
const isAscii = /^[\x00-\x7f]*$/;

/** Those of the wanted words that stand in a text, or in what its names mean, and what the file says of those names. */
function readWords(
  { words: wanted }: StartNeeds,
  text: string,
  { imported, anywhere, names: { assignments } }: NameMeanings,
): { readonly words: ReadonlySet<string>; readonly answers: Answers } {
  const words = new Set(anywhere);
  const seen = new Set<string>();
  const answers: Parameters<typeof answersOf>[0] = [];
  for (const name of text.match(isAscii.test(text) ? asciiWord : word) ?? []) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (wanted.has(name)) words.add(name);
    const parts = imported.get(name);
    if (parts !== undefined) {
      for (const part of parts) words.add(part);
      answers.push({ qualifiedName: parts.join(".") });
    }
    for (const { value, constant } of assignments.get(name) ?? []) answers.push({ value, constant });
  }
  return { words, answers: answersOf(answers) };
}

type Answer = NonNullable<Answers extends Iterable<infer Item> ? Item : never>;

function answersOf(answers: Partial<Answer>[]): Answer[] {
  const empty: Answer = {
    qualifiedName: "",
    constant: undefined,
    value: undefined,
    resolution: 0,
    annotation: undefined,
  };
  return answers.map((answer) => ({ ...empty, ...answer }));
}

/** Adjacent literals, formatted strings, sums: the lowering tells exactly (`makesStrings` of a unit). */
function mayMakeStrings(text: string): boolean {
  if (/\+|\b[rR]?[fFtT][rR]?["']|["'](?:\s|\\\r?\n|#[^\n]*\n)+[a-zA-Z]{0,2}["']/.test(text)) return true;
  return /""|''/.test(text.replace(/"""|'''/g, " "));
}
