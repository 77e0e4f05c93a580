/** What a string literal holds, as far as patterns compare it. */
import type { SyntaxNode } from "../syntax/node.js";

/** The content with its simple escapes read, so that a quote is the same with and without a backslash; raw strings have none. */
export function contentOfString(literal: SyntaxNode): string {
  const { value } = literal;
  if (!value.includes("\\") || isRaw(literal)) return value;
  return value.replace(/\\(['"\\nrt])/g, (_, escaped: string) => escapes[escaped] ?? escaped);
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function isRaw({ unit, start }: SyntaxNode): boolean {
  return /^\(*[a-z]*r[a-z]*['"]/i.test(unit.text.slice(start, start + 8));
}
