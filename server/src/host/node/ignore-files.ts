/** What .gitignore, .kingsnakeignore and their nesting say about paths. */
import ignore, { type Ignore } from "ignore";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Names of ignore files; where two of them disagree in one folder, the later one counts. */
export const ignoreFileNames = [".gitignore", ".kingsnakeignore"] as const;

/** The patterns of one folder, and those of the folders above it. */
export interface IgnoreScope {
  /** Path of the folder from the root of the walk, with a slash at the end, or "" for the root itself. */
  readonly prefix: string;
  readonly patterns: Ignore;
  readonly above: IgnoreScope | undefined;
}

/** The scope of a folder that has these ignore files; the scope above when it has none. */
export function enterFolder(
  folder: string,
  prefix: string,
  names: readonly string[],
  above: IgnoreScope | undefined,
): IgnoreScope | undefined {
  const texts = ignoreFileNames.filter((name) => names.includes(name)).map((name) => readPatterns(join(folder, name)));
  if (texts.every((text) => text === "")) return above;
  return { prefix, patterns: ignore().add(texts.join("\n")), above };
}

/** Whether a path is left out. `path` is relative to the root of the walk and ends in a slash for a folder. */
export function isIgnored(scope: IgnoreScope | undefined, path: string): boolean {
  for (let current = scope; current !== undefined; current = current.above) {
    const { ignored, unignored } = current.patterns.test(path.slice(current.prefix.length));
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

/** An ignore file that cannot be read ignores nothing. */
function readPatterns(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
