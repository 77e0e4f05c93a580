/** Numbers by their value, however they are written. */

/** Whether two number literals are the same number of the same kind: `16`, `0x10` and `1_6` are, `16.0` is another. */
export function sameNumber(a: string, b: string): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(written: string): string {
  if (written.startsWith("-")) return `-${canonical(written.slice(1))}`;
  const text = written.replaceAll("_", "").toLowerCase();
  if (text.endsWith("j")) return text;
  // What Python 2 reads as octal has no value here.
  if (/^0\d+l?$/.test(text) && !/^0+$/.test(text)) return text;
  if (/^(?:0[xob][\da-f]+|\d+)l?$/.test(text)) return String(BigInt(text.replace(/l$/, "")));
  const value = Number(text);
  return Number.isNaN(value) ? text : `float ${value}`;
}
