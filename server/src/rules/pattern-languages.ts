/** What the words under `languages` and `language` mean. */
import type { PatternLanguage } from "./formula.js";

const names: Readonly<Record<string, PatternLanguage>> = {
  python: "python",
  py: "python",
  python2: "python",
  python3: "python",
  generic: "generic",
  spacegrep: "generic",
  aliengrep: "generic",
  regex: "regex",
  none: "regex",
};

/** What a language's name means here; undefined for other languages. */
export function patternLanguageOf(name: string): PatternLanguage | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(names, lower) ? names[lower] : undefined;
}

export const languageNames: readonly string[] = Object.keys(names);
