/** The rules of a rule file, for the outline of the editor. */
import { SymbolKind, type DocumentSymbol } from "vscode-languageserver";
import { toClientRange } from "../position-encoding.js";
import type { ServerContext } from "../server-context.js";
import type { LinedText } from "../text-lines.js";
import { ruleEntries } from "./rule-entries.js";

/** One symbol for each rule, by its id. */
export function ruleSymbols({ features }: ServerContext, text: LinedText): DocumentSymbol[] {
  return ruleEntries(text.text).map(({ id, idRange, range, keys }) => {
    const value = (name: string): string => {
      const key = keys.find((other) => other.name === name);
      return key === undefined || key.isBlock ? "" : text.text.slice(key.value.start, key.value.end);
    };
    return {
      name: id === "" ? "(no id)" : id,
      detail: [value("severity"), value("title") || value("message")].filter((part) => part !== "").join(" · "),
      kind: SymbolKind.Function,
      range: toClientRange(text, range, features.encoding),
      selectionRange: toClientRange(text, idRange, features.encoding),
    };
  });
}
