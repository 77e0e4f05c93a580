/**
 * Makes ordinary Python of a pattern, character for character, so that the grammar reads it and every offset stays true:
 * `$X` becomes an identifier that starts with a letter no program uses, `...` one of three such letters, and
 * `<... e ...>` a call. (The idea of legal stand-ins is ast-grep's.)
 */
import { findStringEnd } from "../syntax/cut-strings.js";

/** Stands for the dollar sign. */
export const metavariableLetter = "ǂ";
/** Stands for the dollar sign of a metavariable with a type, which is joined to it by an operator. */
export const typedLetter = "ʭ";
export const typeOperator = "@";
/** Three of it stand for `...`. */
export const ellipsisLetter = "ǃ";
export const ellipsisName = ellipsisLetter.repeat(3);
/** The callee that stands for `<... ...>`. */
export const deepName = "ǁǁǁ";

const deepOpen = "<...";
const deepClose = "...>";

/** Which stand-in `...` gets between braces: that of a dictionary, or of a set. */
export type BraceStyle = "dictionary" | "set";

/** The pattern as Python of the same length. */
export function toPython(pattern: string, braces: BraceStyle): string {
  let result = "";
  const brackets: string[] = [];
  for (let at = 0; at < pattern.length;) {
    const character = pattern.charAt(at);
    if (character === '"' || character === "'") {
      const { end } = findStringEnd(pattern, at);
      const literal = pattern.slice(at, end);
      result += isFormatted(pattern, at) ? literal.replace(/\$(?=[A-Z_])/g, metavariableLetter) : literal;
      at = end;
    } else if (character === "#") {
      const end = pattern.indexOf("\n", at);
      const stop = end < 0 ? pattern.length : end;
      result += pattern.slice(at, stop);
      at = stop;
    } else if (pattern.startsWith(deepOpen, at)) {
      result += `${deepName}(`;
      at += deepOpen.length;
    } else if (pattern.startsWith(deepClose, at)) {
      result += "   )";
      at += deepClose.length;
    } else if (character === "$" && isTyped(pattern, at, brackets)) {
      const colon = pattern.indexOf(":", at);
      result += typedLetter + pattern.slice(at + 1, colon) + typeOperator;
      at = colon + 1;
    } else if (character === "$" && /[A-Z_0-9.]/.test(pattern.charAt(at + 1))) {
      result += metavariableLetter;
      at++;
    } else if (pattern.startsWith("...", at)) {
      const inBraces =
        brackets[brackets.length - 1] === "{" && !result.endsWith(metavariableLetter) && braces === "dictionary";
      result += inBraces ? `**${ellipsisLetter}` : ellipsisName;
      at += 3;
    } else {
      if ("([{".includes(character)) brackets.push(isDefinition(pattern, at) ? "def" : character);
      else if (")]}".includes(character)) brackets.pop();
      result += character;
      at++;
    }
  }
  return result;
}

/** Whether the bracket opens the parameters of a definition. */
function isDefinition(pattern: string, bracket: number): boolean {
  return /\bdef\s+[\w$]+\s*$/.test(pattern.slice(0, bracket));
}

/** Whether the metavariable is an argument with a type, as in `f($X: int)`. */
function isTyped(pattern: string, at: number, brackets: readonly string[]): boolean {
  if (brackets[brackets.length - 1] !== "(" || !/^\$[A-Z_][A-Z_0-9]*\s*:(?!=)/.test(pattern.slice(at, at + 80)))
    return false;
  const before = pattern.slice(0, at);
  return /[(,]\s*$/.test(before) && !/\blambda\b[^()]*$/.test(before);
}

function isFormatted(pattern: string, quote: number): boolean {
  return /(?:^|[^\w])[rRbBuU]?[fFtT][rR]?$/.test(pattern.slice(Math.max(0, quote - 4), quote));
}

/** Undoes the stand-ins in a piece of the lowered pattern. */
export function fromPython(text: string): string {
  return text.replaceAll(metavariableLetter, "$").replaceAll(ellipsisLetter, ".");
}
