/** A short hash of text, for fingerprints: equal texts give equal hashes on every machine. */

/** FNV-1a over UTF-16 units, twice with different starts, as 16 hexadecimal digits. */
export function hashText(text: string): string {
  return half(text, 0x811c9dc5) + half(text, 0x5bd1e995);
}

function half(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
