/** Hashes of code. */

/** In two halves of 32 bits. */
export interface CodeHash {
  readonly first: number;
  readonly second: number;
}

/** FNV-1a over the UTF-16 units before `end`, with two multipliers. */
export function hashCode(text: string, end: number): CodeHash {
  let first = 0x811c9dc5;
  let second = 0x5bd1e995;
  for (let index = 0; index < end; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x2c1b3c6d) ^ (second >>> 15);
  }
  return { first, second };
}

/** A hash that depends on both, and on their order. */
export function mix(hash: number, more: number): number {
  const mixed = Math.imul(hash ^ more, 0x01000193);
  return mixed ^ (mixed >>> 15);
}

/** The hash of code and of numbers that tell what else counts. */
export function mixCode({ first, second }: CodeHash, meaning: number, salt: number): CodeHash {
  return { first: mix(first, meaning), second: mix(mix(second, meaning), salt) };
}

/** FNV-1a over UTF-16 units. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}

/** 16 hexadecimal digits. */
export function hashDigits({ first, second }: CodeHash): string {
  return digits(first) + digits(second);
}

/** Several times as fast as `toString(16)`. */
function digits(word: number): string {
  return String.fromCharCode(
    digit(word >>> 28),
    digit((word >>> 24) & 15),
    digit((word >>> 20) & 15),
    digit((word >>> 16) & 15),
    digit((word >>> 12) & 15),
    digit((word >>> 8) & 15),
    digit((word >>> 4) & 15),
    digit(word & 15),
  );
}

function digit(value: number): number {
  return value < 10 ? 48 + value : 87 + value;
}
