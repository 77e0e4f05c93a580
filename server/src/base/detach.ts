/** Copies of strings that do not keep a larger string alive. */

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

/**
 * The same text in memory of its own. V8 represents a slice of a long text as a window on it, so that a kept slice of
 * an old version of a file would keep the whole version.
 */
export function detachString(slice: string): string {
  const units = new Uint16Array(slice.length);
  for (let index = 0; index < slice.length; index++) units[index] = slice.charCodeAt(index);
  const copy = decoder.decode(units);
  // Lone surrogates do not survive the decoder.
  return copy.length === slice.length && copy === slice ? copy : slice;
}
