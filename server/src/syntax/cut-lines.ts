/**
 * Logical lines (Python's lexical analysis, "Line structure") from the text alone, with a way back to sense where a bracket
 * or a string stays open: half of the states while a person types are such.
 */
import { findStringEnd } from "./cut-strings.js";

export interface LogicalLine {
  /** Offset past the last character that is code. */
  readonly codeEnd: number;
  /** Offset at which the next line starts. */
  readonly next: number;
  /** Whether an open string was given up on. (An open bracket is too, but that is decided by the lines right below it.) */
  readonly broken: boolean;
  /** Whether brackets or a string are left open, or are closed too often: this can't be parsed. */
  readonly unbalanced: boolean;
}

/** Statements that cannot start a line inside brackets, because their words are reserved and not operators. */
const statementStart =
  /(?:[ \t\f]*)(?:def|class|return|raise|import|while|with|try|except|finally|pass|break|continue|del|assert|global|nonlocal|elif)\b(?![ \t]*[=.,)\]}])/y;
const decoratorLine = /([ \t\f]*)@[\w.]+(?:\(.*\))?[ \t]*(?:#.*)?$/my;
const fromImport = /[ \t\f]*from[ \t]+[\w.]+[ \t]+import\b/y;
/** A line that starts a definition, after a line break. */
const definitionLine = /[\n\r]([ \t]*)(?:(?:async[ \t]+)?def[ \t]+\w+[ \t]*[([]|class[ \t]+\w+[ \t]*[:([]|@[A-Za-z_])/g;
/** A closing quote is followed by white space, a closing bracket, an operator, a comment or nothing. */
const afterClosing = /[\s)\]},.%:;+*=!<>|&^\-[\\#]/;

function matchesAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** The width of white space in columns; tabs go to the next multiple of eight, a form feed starts again. */
export function indentationWidth(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 9) width += 8 - (width % 8);
    else if (code === 12) width = 0;
    else width++;
  }
  return width;
}

/**
 * Reads the logical line that starts at `offset`. `unitWidth` is the indentation of the unit that it belongs to.
 * Comments are appended to `comments` as pairs of start and end.
 */
export function readLogicalLine(text: string, offset: number, unitWidth: number, comments: number[]): LogicalLine {
  const length = text.length;
  const brackets: Brackets = { open: 0, unbalanced: false };
  let codeEnd = offset;
  let at = offset;
  while (at < length) {
    const code = text.charCodeAt(at);
    switch (code) {
      case 10:
      case 13: {
        const next = at + (code === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1);
        if (brackets.open === 0 || startsStatement(text, next, unitWidth))
          return { codeEnd, next, broken: false, unbalanced: isUnbalanced(brackets) };
        at = next;
        break;
      }
      case 34:
      case 39: {
        const found = findStringEnd(text, at);
        const resume = found.triple ? giveUpString(text, at, found.end, found.closed, unitWidth) : -1;
        if (resume >= 0) return { codeEnd: trimmedEnd(text, at, resume), next: resume, broken: true, unbalanced: true };
        if (!found.closed) brackets.unbalanced = true;
        at = found.end;
        codeEnd = at;
        break;
      }
      case 35: {
        const end = lineEnd(text, at);
        comments.push(at, end);
        at = end;
        break;
      }
      case 92:
        at = skipContinuation(text, at);
        codeEnd = Math.min(at, length);
        break;
      case 9:
      case 12:
      case 32:
        at++;
        break;
      default:
        readBracket(brackets, code);
        at++;
        codeEnd = at;
    }
  }
  return { codeEnd, next: length, broken: false, unbalanced: isUnbalanced(brackets) };
}

interface Brackets {
  open: number;
  /** Whether one was closed that was not open, or a string is not closed. */
  unbalanced: boolean;
}

function isUnbalanced({ open, unbalanced }: Brackets): boolean {
  return unbalanced || open > 0;
}

function readBracket(brackets: Brackets, code: number): void {
  if (code === 40 || code === 91 || code === 123) brackets.open++;
  else if (code === 41 || code === 93 || code === 125) {
    if (brackets.open > 0) brackets.open--;
    else brackets.unbalanced = true;
  }
}

/** Offset of the line break at or after `offset`, or the text's length. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
    at++;
  }
  return at;
}

function skipContinuation(text: string, at: number): number {
  return at + (text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? 3 : 2);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

function startsStatement(text: string, offset: number, unitWidth: number): boolean {
  if (matchesAt(statementStart, text, offset) !== null || matchesAt(fromImport, text, offset) !== null) return true;
  const decorator = matchesAt(decoratorLine, text, offset);
  return decorator !== null && indentationWidth(text, offset, offset + (decorator[1] ?? "").length) <= unitWidth;
}

/**
 * Where to go on if the triple-quoted literal at `start` swallows code by mistake; -1 if it is an ordinary literal. It is
 * a mistake if nothing closes it, or if what closes it reads like the opening of a later literal.
 */
function giveUpString(text: string, start: number, end: number, closed: boolean, unitWidth: number): number {
  if (closed) {
    const firstBreak = lineEnd(text, start);
    if (firstBreak >= end) return -1;
    const follows = text.charAt(end);
    const opensAnother = follows !== "" && !afterClosing.test(follows);
    if (!opensAnother && !opensDocstring(text, start, end, unitWidth)) return -1;
  }
  const definition = nextDefinition(text, start, closed ? end : text.length, unitWidth);
  return definition >= 0 ? definition : nextOutdented(text, start, unitWidth);
}

/** Whether the closing quotes stand right under a definition's head that lies inside the literal. */
function opensDocstring(text: string, start: number, end: number, unitWidth: number): boolean {
  if (nextDefinition(text, start, end, unitWidth) < 0) return false;
  const before = text.slice(start, end - 3);
  return /:[ \t]*(?:#.*)?[\n\r]+[ \t]*[rRuU]?$/.test(before);
}

/** Start of the first line in the range that starts a definition at the unit's own indentation or further out; -1 if none. */
function nextDefinition(text: string, start: number, end: number, unitWidth: number): number {
  definitionLine.lastIndex = start;
  for (;;) {
    const match = definitionLine.exec(text);
    if (match === null || match.index >= end) return -1;
    const line = match.index + 1;
    if (indentationWidth(text, line, line + (match[1] ?? "").length) <= unitWidth) return line;
  }
}

/** Start of the first line below `start` that has code at the unit's indentation or further out; the text's length if none. */
function nextOutdented(text: string, start: number, unitWidth: number): number {
  let at = lineEnd(text, start);
  while (at < text.length) {
    const line = at + (text.startsWith("\r\n", at) ? 2 : 1);
    let code = line;
    while (code < text.length && (text.charCodeAt(code) === 32 || text.charCodeAt(code) === 9)) code++;
    const first = text.charAt(code);
    if (first !== "" && first !== "\n" && first !== "\r" && indentationWidth(text, line, code) <= unitWidth)
      return line;
    at = lineEnd(text, code);
  }
  return text.length;
}
