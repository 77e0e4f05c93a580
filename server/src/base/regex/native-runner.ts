/** Runs an expression with JavaScript's engine. */
import { makeMatch, type RegexMatch, type RegexRunner } from "./regex-match.js";
import type { RegexTree } from "./syntax.js";
import { writeJavaScript, type JavaScriptSource } from "./write-javascript.js";

/** An expression written for JavaScript's engine, with the names of its groups. */
export interface NativeSource extends JavaScriptSource {
  readonly names: readonly (readonly [name: string, numbers: readonly number[]])[];
}

export function writeNative(tree: RegexTree): NativeSource {
  return { ...writeJavaScript(tree), names: [...tree.names] };
}

/** A runner, or the message of JavaScript's engine where it refuses what was written for it. */
export function makeNativeRunner(written: NativeSource): RegexRunner | string {
  const { source, flags, groups, keeps } = written;
  const names = new Map(written.names);
  const needsRanges = groups.length > 1 || keeps.length > 0;
  const make = (more: string): RegExp => new RegExp(source, flags + more + (needsRanges ? "d" : ""));
  let plain: RegExp, forward: RegExp, anchored: RegExp, sticky: RegExp;
  try {
    plain = new RegExp(source, `${flags}g`);
    forward = make("g");
    anchored = make("y");
    sticky = new RegExp(source, `${flags}y`);
  } catch (error) {
    return error instanceof Error ? error.message : "The engine refuses it.";
  }
  const read = (match: RegExpExecArray, text: string): RegexMatch => {
    const whole: [number, number] = [match.index, match.index + match[0].length];
    const indices = match.indices;
    if (indices === undefined) return makeMatch(text, [whole], names);
    for (const keep of keeps) whole[0] = indices[keep]?.[0] ?? whole[0];
    const ranges = groups.map((number, index) => (index === 0 ? whole : indices[number]));
    return makeMatch(text, ranges, names);
  };
  return {
    test: (text) => firstFrom(plain, text, 0) !== undefined,
    testAtStart: (text) => {
      sticky.lastIndex = 0;
      return sticky.test(text);
    },
    matchAtStart: (text) => {
      anchored.lastIndex = 0;
      const match = anchored.exec(text);
      return match === null ? undefined : read(match, text);
    },
    search: (text, from) => {
      const match = firstFrom(forward, text, from);
      return match === undefined ? undefined : read(match, text);
    },
  };
}

/** The first match of an expression with the flag g. V8 also finds nothing in the middle of a surrogate pair: not a match. */
function firstFrom(regex: RegExp, text: string, from: number): RegExpExecArray | undefined {
  for (let start = from; ; start++) {
    regex.lastIndex = start;
    const match = regex.exec(text);
    if (match === null) return undefined;
    const isInPair = match[0] === "" && (text.codePointAt(match.index - 1) ?? 0) > 0xffff;
    if (!isInPair) return match;
    start = match.index;
  }
}
