/** Finds where string literals end, from the text alone (Python's lexical analysis, section "String and Bytes literals", and PEP 701). */

const doubleQuote = 34;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

/** Where a literal ends. `end` is the offset past it; an open literal ends with its line (one quote) or the text (three). */
export interface StringEnd {
  readonly end: number;
  readonly closed: boolean;
  readonly triple: boolean;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function isPrefixLetter(code: number): boolean {
  const lower = code | 32;
  return lower === 98 || lower === 102 || lower === 114 || lower === 116 || lower === 117;
}

function isWordCode(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122) || code > 127
  );
}

/** Whether the quote at `offset` follows a prefix with f or t, so that braces hold expressions. */
function isFormatted(text: string, offset: number): boolean {
  let formatted = false;
  let at = offset - 1;
  while (at >= 0 && offset - at <= 3 && isPrefixLetter(text.charCodeAt(at))) {
    const lower = text.charCodeAt(at) | 32;
    if (lower === 102 || lower === 116) formatted = true;
    at--;
  }
  return formatted && (at < 0 || !isWordCode(text.charCodeAt(at)));
}

/** The end of the literal whose opening quote stands at `offset`. */
export function findStringEnd(text: string, offset: number): StringEnd {
  const quote = text.charCodeAt(offset);
  const triple = text.charCodeAt(offset + 1) === quote && text.charCodeAt(offset + 2) === quote;
  const start = offset + (triple ? 3 : 1);
  if (isFormatted(text, offset)) {
    const end = findFormattedEnd(text, start, quote, triple, 0);
    if (end >= 0) return { end, closed: true, triple };
  }
  return triple ? findTripleEnd(text, start, quote) : findSingleEnd(text, start, quote);
}

function findTripleEnd(text: string, start: number, quote: number): StringEnd {
  const closing = quote === doubleQuote ? '"""' : "'''";
  for (let from = start; ;) {
    const found = text.indexOf(closing, from);
    if (found < 0) return { end: text.length, closed: false, triple: true };
    let backslashes = 0;
    while (found - backslashes > start && text.charCodeAt(found - 1 - backslashes) === backslash) backslashes++;
    if (backslashes % 2 === 0) return { end: found + 3, closed: true, triple: true };
    from = found + 1;
  }
}

function findSingleEnd(text: string, start: number, quote: number): StringEnd {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return { end: at + 1, closed: true, triple: false };
    if (code === backslash) {
      if (text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10) at++;
      at++;
    } else if (isLineBreak(code)) return { end: at, closed: false, triple: false };
  }
  return { end: text.length, closed: false, triple: false };
}

function closesHere(text: string, at: number, quote: number, triple: boolean): boolean {
  if (text.charCodeAt(at) !== quote) return false;
  return !triple || (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote);
}

const maximumNesting = 20;

/** Offset past a formatted literal's closing quote, or -1 where its braces make no sense. */
function findFormattedEnd(text: string, start: number, quote: number, triple: boolean, nesting: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (closesHere(text, at, quote, triple)) return at + (triple ? 3 : 1);
    if (code === backslash) at += 2;
    else if (isLineBreak(code) && !triple) return -1;
    else if (code === openBrace && text.charCodeAt(at + 1) === openBrace) at += 2;
    else if (code === openBrace) {
      at = findReplacementEnd(text, at + 1, quote, triple, nesting + 1);
      if (at < 0) return -1;
    } else at++;
  }
  return -1;
}

/** Offset past the brace that closes a replacement field, or -1. */
function findReplacementEnd(text: string, start: number, quote: number, triple: boolean, nesting: number): number {
  if (nesting > maximumNesting) return -1;
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === closeBrace && depth === 0) return at + 1;
    if (isLineBreak(code) && !triple) return -1;
    if (code === 34 || code === 39) {
      if (triple && closesHere(text, at, quote, true)) return -1;
      const inner = findStringEnd(text, at);
      if (!inner.closed) return -1;
      at = inner.end;
    } else if (code === 58 && depth === 0) return findSpecificationEnd(text, at + 1, quote, triple, nesting);
    else {
      if (code === 40 || code === 91 || code === openBrace) depth++;
      else if (code === 41 || code === 93 || code === closeBrace) depth--;
      at++;
    }
  }
  return -1;
}

/** Offset past the brace that closes a replacement field, from inside its format specification, or -1. */
function findSpecificationEnd(text: string, start: number, quote: number, triple: boolean, nesting: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === closeBrace) return at + 1;
    if (closesHere(text, at, quote, triple) || (isLineBreak(code) && !triple)) return -1;
    if (code === openBrace) {
      at = findReplacementEnd(text, at + 1, quote, triple, nesting + 1);
      if (at < 0) return -1;
    } else at++;
  }
  return -1;
}
