/** What a file's path decides: whether it is test code, and which rules concern it. Answers are remembered by path. */
import picomatch from "picomatch";
import type { Rule } from "../rules/rule.js";

export interface PathPolicies {
  readonly isTest: (path: string, globs: readonly string[]) => boolean;
  readonly concerns: (rule: Rule, path: string) => boolean;
}

type Matcher = (path: string) => boolean;

/** Policies of one engine. Paths are relative to the project, with forward slashes. */
export function createPathPolicies(): PathPolicies {
  const matchers = new Map<string, Matcher>();
  const tests = new WeakMap<readonly string[], Map<string, boolean>>();
  const matcherOf = (globs: readonly string[], compile: (globs: readonly string[]) => Matcher): Matcher => {
    const key = globs.join("\n");
    const known = matchers.get(key);
    if (known !== undefined) return known;
    const matcher = compile(globs);
    matchers.set(key, matcher);
    return matcher;
  };
  return {
    isTest: (path, globs) => {
      if (globs.length === 0) return false;
      let known = tests.get(globs);
      if (known === undefined) tests.set(globs, (known = new Map<string, boolean>()));
      let isTest = known.get(path);
      if (isTest === undefined) known.set(path, (isTest = matcherOf(globs, compileGlobs)(normalise(path))));
      return isTest;
    },
    concerns: (rule, path) => {
      if (rule.include.length > 0 && !matcherOf(rule.include, compileRulePaths)(normalise(path))) return false;
      return rule.exclude.length === 0 || !matcherOf(rule.exclude, compileRulePaths)(normalise(path));
    },
  };
}

function normalise(path: string): string {
  return path.replaceAll("\\", "/").replace(/^\/+/, "");
}

function compileGlobs(globs: readonly string[]): Matcher {
  return picomatch([...globs], { dot: true });
}

/** Globs of rules are those of Semgrep: a name matches a file or a folder at any depth. */
function compileRulePaths(globs: readonly string[]): Matcher {
  return compileGlobs(
    globs.flatMap((glob) => {
      const anchored = glob.startsWith("/") ? glob.slice(1) : `**/${glob}`;
      return [anchored, `${anchored.replace(/\/$/, "")}/**`];
    }),
  );
}
