/** Copies of strings that do not keep a larger string alive. */

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The same text in memory of its own. V8 represents a slice of a long text as a window on it, so that a kept slice of
 * an old version of a file would keep the whole version.
 */
export function detachString(slice: string): string {
  const copy = decoder.decode(encoder.encode(slice));
  // Lone surrogates do not survive.
  return copy === slice ? copy : slice;
}
