/** The example that lies beside a rule file, and the rule file beside an example. Open documents count before the disk. */
import { isFileProblem } from "../../review/ports.js";
import { isFixedExample } from "../../review/rule-tests/pair-examples.js";
import type { ServerContext } from "../server-context.js";

export interface FileText {
  readonly uri: string;
  /** The path under which engines know it. */
  readonly path: string;
  readonly text: string;
}

export interface Neighbours {
  /** The rule file of an example; null where there is none, undefined where that is not known yet. */
  readonly ruleFileOf: (uri: string) => FileText | null | undefined;
  readonly exampleOf: (uri: string) => FileText | null | undefined;
  /** Looks on the disk, once; resolves with whether something new is known. */
  readonly look: (uri: string) => Promise<boolean>;
  /** Whether two files belong together by their names. */
  readonly areTogether: (one: string, other: string) => boolean;
  /** Files have changed on the disk. */
  readonly forget: () => void;
}

const ruleEndings = [".yaml", ".yml"];
const exampleEndings = [".py"];

export function createNeighbours({ documents, runtime }: ServerContext): Neighbours {
  /** What was read from the disk: text, or null where there is no such file. */
  const read = new Map<string, string | null>();
  const candidates = (uri: string): string[] => {
    if (isFixedExample(uri)) return [];
    const endings = /\.ya?ml$/.test(uri) ? exampleEndings : ruleEndings;
    return endings.map((ending) => stemOf(uri) + ending);
  };
  const find = (uri: string): FileText | null | undefined => {
    let isKnown = true;
    for (const candidate of candidates(uri)) {
      const text = documents.get(candidate)?.text.text ?? read.get(candidate);
      if (typeof text === "string") return { uri: candidate, path: runtime.toPath(candidate) ?? candidate, text };
      isKnown &&= text === null;
    }
    return isKnown ? null : undefined;
  };
  return {
    ruleFileOf: find,
    exampleOf: find,
    look: async (uri) => {
      const unknown = candidates(uri).filter((candidate) => !read.has(candidate));
      for (const candidate of unknown) {
        const path = runtime.toPath(candidate);
        const text = path === undefined ? undefined : await runtime.files.readText(path);
        read.set(candidate, text === undefined || isFileProblem(text) ? null : text);
      }
      return unknown.length > 0;
    },
    areTogether: (one, other) => stemOf(one) === stemOf(other),
    forget: () => {
      read.clear();
    },
  };
}

/** Up to the first dot of the file's name. */
function stemOf(uri: string): string {
  const slash = uri.lastIndexOf("/");
  const dot = uri.indexOf(".", slash);
  return dot < 0 ? uri : uri.slice(0, dot);
}
