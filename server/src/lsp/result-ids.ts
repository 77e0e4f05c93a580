/** Names for results, by which a client can say what it has. The same diagnostics of a file keep their name. */
import type { Diagnostic } from "vscode-languageserver";
import { sameDiagnostics } from "./to-diagnostic.js";

export interface NamedResult {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

export interface ResultIds {
  /** Takes the present diagnostics of a file; `isNew` says whether they differ from the last ones. */
  readonly remember: (uri: string, items: Diagnostic[]) => { readonly resultId: string; readonly isNew: boolean };
  readonly get: (uri: string) => NamedResult | undefined;
  readonly forget: (uri: string) => void;
  readonly entries: () => [string, NamedResult][];
}

/** `prefix` tells this run of the server from others, whose names a client may still have. */
export function createResultIds(prefix: string): ResultIds {
  const results = new Map<string, NamedResult>();
  let count = 0;
  return {
    remember: (uri, items) => {
      const last = results.get(uri);
      if (last !== undefined && sameDiagnostics(last.items, items)) return { resultId: last.resultId, isNew: false };
      const resultId = `${prefix}${++count}`;
      results.set(uri, { resultId, items });
      return { resultId, isNew: true };
    },
    get: (uri) => results.get(uri),
    forget: (uri) => {
      results.delete(uri);
    },
    entries: () => [...results],
  };
}
