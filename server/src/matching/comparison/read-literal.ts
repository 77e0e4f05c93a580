/** Python's literals as values. */
import type { ComparisonValue } from "./comparison.js";

const largest = 2n ** 63n - 1n;

/** A number as Semgrep reads it: `017` is seventeen, and what needs more than 64 bits is none. */
export function readNumber(text: string): ComparisonValue | undefined {
  const digits = text.replaceAll("_", "").toLowerCase();
  if (digits.endsWith("j")) return undefined;
  if (/^(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|\d+)$/.test(digits)) {
    const value = BigInt(digits);
    return value > largest ? undefined : { kind: "integer", value };
  }
  const value = Number(digits);
  return Number.isNaN(value) ? undefined : { kind: "float", value };
}

/** The text of a string literal with its quotes and prefix; undefined for bytes and for f-strings with holes. */
export function readString(literal: string): string | undefined {
  const match = /^([a-zA-Z]*)("""|'''|"|')([^]*)\2$/.exec(literal);
  if (match === null) return undefined;
  const prefix = (match[1] ?? "").toLowerCase();
  const body = match[3] ?? "";
  if (prefix.includes("b") || (prefix.includes("f") && /[{}]/.test(body))) return undefined;
  return prefix.includes("r") ? body : unescape(body);
}

const simple: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
]);

function unescape(body: string): string {
  return body.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([^]))/g,
    (whole, byte: string | undefined, unit: string | undefined, letter: string | undefined) => {
      const code = byte ?? unit;
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      return simple.get(letter ?? "") ?? whole;
    },
  );
}
