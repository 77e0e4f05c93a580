/** Boolean formulas over taint labels: names, `not`, `and`, `or`, parentheses, True and False, as Python writes them. */
import type { LabelFormula } from "./taint.js";

/** The formula, or why there is none and at which offset of the text. */
export type ParsedLabels = { readonly formula: LabelFormula } | { readonly message: string; readonly offset: number };

interface Token {
  readonly text: string;
  readonly offset: number;
}

interface State {
  readonly tokens: readonly Token[];
  readonly end: number;
  position: number;
  /** What should stand where parsing stopped. */
  wanted: string;
}

const maximumTokens = 1000;

/** Parses the text of a `requires`. */
export function parseLabels(text: string): ParsedLabels {
  const tokens = [...text.matchAll(/[A-Za-z_]\w*|\S/g)].map((match) => ({ text: match[0], offset: match.index }));
  if (tokens.length > maximumTokens) return { message: "This formula is too long.", offset: 0 };
  const strange = tokens.find((token) => !/^(?:\w+|[()])$/.test(token.text) || /^\d/.test(token.text));
  if (strange !== undefined) {
    const message = `"${strange.text}" cannot stand in a formula over labels. Use names, "not", "and", "or" and parentheses.`;
    return { message, offset: strange.offset };
  }
  const state: State = { tokens, end: text.trimEnd().length, position: 0, wanted: "A label" };
  const formula = parseOr(state);
  const next = state.tokens[state.position];
  if (formula !== undefined && next === undefined) return { formula };
  const found = next === undefined ? "the end" : `"${next.text}"`;
  const wanted = formula === undefined ? state.wanted : '"and" or "or"';
  return { message: `${wanted} is missing before ${found}.`, offset: next?.offset ?? state.end };
}

function parseOr(state: State): LabelFormula | undefined {
  return parseSequence(state, "or", parseAnd);
}

function parseAnd(state: State): LabelFormula | undefined {
  return parseSequence(state, "and", parseNot);
}

function parseSequence(
  state: State,
  kind: "and" | "or",
  parsePart: (state: State) => LabelFormula | undefined,
): LabelFormula | undefined {
  const parts: LabelFormula[] = [];
  do {
    const part = parsePart(state);
    if (part === undefined) return undefined;
    parts.push(part);
  } while (accept(state, kind));
  return parts.length === 1 ? parts[0] : { kind, parts };
}

function parseNot(state: State): LabelFormula | undefined {
  if (!accept(state, "not")) return parseAtom(state);
  const part = parseNot(state);
  return part === undefined ? undefined : { kind: "not", part };
}

function parseAtom(state: State): LabelFormula | undefined {
  if (accept(state, "(")) {
    const inner = parseOr(state);
    if (inner === undefined || accept(state, ")")) return inner;
    state.wanted = '")"';
    return undefined;
  }
  const token = state.tokens[state.position];
  if (token === undefined || ["(", ")", "and", "or", "not"].includes(token.text)) return undefined;
  state.position++;
  if (token.text === "True") return { kind: "always" };
  if (token.text === "False") return { kind: "not", part: { kind: "always" } };
  return { kind: "label", label: token.text };
}

function accept(state: State, text: string): boolean {
  if (state.tokens[state.position]?.text !== text) return false;
  state.position++;
  return true;
}
