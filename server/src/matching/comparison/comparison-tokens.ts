/** The words of a comparison: Python's, and metavariables. */
import type { ComparisonProblem } from "./comparison.js";

export interface Token {
  readonly kind: "number" | "string" | "name" | "metavariable" | "operator" | "end";
  readonly text: string;
  readonly offset: number;
}

const layout = /(?:\s|\\\n|#[^\n]*)+/y;
const shapes: readonly (readonly [Token["kind"], RegExp])[] = [
  ["metavariable", /\$[A-Z_][A-Z_0-9]*|\$[0-9]+/y],
  [
    "number",
    /0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d[\d_]*)?[jJ]?/y,
  ],
  [
    "string",
    /[a-zA-Z]{0,2}(?:"""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')/y,
  ],
  ["name", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["operator", /\*\*|\/\/|<<|>>|[<>=!]=|<>|[-+*/%&|^~<>=()[\]{},.:;@]/y],
];

/** Splits an expression; the last token is "end". */
export function readTokens(text: string): readonly Token[] | ComparisonProblem {
  const tokens: Token[] = [];
  for (let at = 0; ;) {
    layout.lastIndex = at;
    at += layout.exec(text)?.[0].length ?? 0;
    if (at >= text.length) break;
    const token = tokenAt(text, at);
    if (token === undefined) return { message: `"${text.charAt(at)}" can't stand here.`, offset: at };
    tokens.push(token);
    at += token.text.length;
  }
  tokens.push({ kind: "end", text: "", offset: text.length });
  return tokens;
}

function tokenAt(text: string, at: number): Token | undefined {
  // A string may have a prefix, so it goes before names.
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at;
    const match = shape.exec(text);
    if (match !== null) return { kind, text: match[0], offset: at };
  }
  return undefined;
}
