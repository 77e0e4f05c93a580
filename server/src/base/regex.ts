/** Regular expressions of rules (PCRE as Python and Semgrep users write it) as JavaScript's. */

export interface RegexError {
  readonly message: string;
}

/** Translates inline flags, anchors, possessive and atomic groups are refused; named groups keep their names. */
export function translateRegex(source: string, extraFlags = ""): RegExp | RegexError {
  const { body, flags } = leadingFlags(source);
  let pattern = body
    .replace(/\\A/g, "(?<![\\s\\S])")
    .replace(/\\[zZ]/g, "(?![\\s\\S])")
    .replace(/\(\?P</g, "(?<")
    .replace(/\(\?P=(\w+)\)/g, "\\k<$1>");
  if (flags.includes("x")) pattern = withoutLayout(pattern);
  pattern = expandInnerCase(pattern);
  pattern = pattern
    .replace(/\[:alpha:\]/g, "A-Za-z")
    .replace(/\[:digit:\]/g, "0-9")
    .replace(/\[:alnum:\]/g, "A-Za-z0-9")
    .replace(/\[:space:\]/g, "\\s");
  const own = Array.from("imsgyd")
    .filter((flag) => (flags + extraFlags).includes(flag))
    .join("");
  try {
    return new RegExp(pattern, own);
  } catch (error) {
    return { message: error instanceof Error ? error.message : "The regular expression is not valid." };
  }
}

function leadingFlags(source: string): { body: string; flags: string } {
  let body = source;
  let flags = "";
  for (;;) {
    const match = /^\(\?([imsxu]+)\)/.exec(body);
    if (match === null) return { body, flags };
    flags += match[1] ?? "";
    body = body.slice(match[0].length);
  }
}

/** Removes white space and comments that the x flag allows. */
function withoutLayout(pattern: string): string {
  let result = "";
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === "\\") result += character + pattern.charAt(++at);
    else if (!inClass && /\s/.test(character)) continue;
    else if (!inClass && character === "#") {
      const end = pattern.indexOf("\n", at);
      at = end < 0 ? pattern.length : end;
    } else {
      if (character === "[") inClass = true;
      else if (character === "]") inClass = false;
      result += character;
    }
  }
  return result;
}

/** `(?i)` inside a pattern holds to the end of its group; JavaScript has flags for the whole only, so letters become classes. */
function expandInnerCase(pattern: string): string {
  if (!/\(\?i[):]/.test(pattern)) return pattern;
  const insensitive: boolean[] = [false];
  let result = "";
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    const current = insensitive.length - 1;
    if (character === "\\") result += character + pattern.charAt(++at);
    else if (!inClass && pattern.startsWith("(?i)", at)) {
      insensitive[current] = true;
      at += 3;
    } else if (!inClass && pattern.startsWith("(?i:", at)) {
      insensitive.push(true);
      result += "(?:";
      at += 3;
    } else if (insensitive[current] === true && /[a-zA-Z]/.test(character) && !isGroupName(pattern, at)) {
      const both = character.toLowerCase() + character.toUpperCase();
      result += inClass ? both : `[${both}]`;
    } else {
      if (character === "[") inClass = true;
      else if (character === "]") inClass = false;
      else if (!inClass && character === "(") insensitive.push(insensitive[current] === true);
      else if (!inClass && character === ")" && current > 0) insensitive.pop();
      result += character;
    }
  }
  return result;
}

/** Whether the letter at `at` belongs to the name of a named group. */
function isGroupName(pattern: string, at: number): boolean {
  return /(?:\(\?<|\\k<)\w*$/.test(pattern.slice(Math.max(0, at - 40), at));
}
