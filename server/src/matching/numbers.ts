/** Numbers by their value, however they are written. */

/** Whether two number literals are the same number of the same kind: `16`, `0x10` and `1_6` are, `16.0` is another. */
export function sameNumber(a: string, b: string): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(written: string): string {
  const text = written.replaceAll("_", "").toLowerCase();
  if (text.endsWith("j")) return text;
  if (/^(?:0[xob][\da-f]+|\d+l?)$/.test(text)) return integer(text.replace(/l$/, ""));
  const value = Number(text);
  return Number.isNaN(value) ? text : `float ${value}`;
}

function integer(text: string): string {
  // Python 2 writes octal numbers with a leading zero.
  const modern = /^0\d+$/.test(text) && /^[0-7]+$/.test(text) ? `0o${text}` : text;
  return String(BigInt(modern));
}
