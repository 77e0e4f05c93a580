/** What import statements bind, as qualified names. */
import type { SyntaxNode } from "../syntax/node.js";

/** Local name to qualified name, as `s` -> `os.system`. Relative modules keep their leading dots. */
export type ImportTable = Map<string, string>;

/** Under this name, which no program has, stand the modules of which everything is imported, joined by commas. */
export const wildcardName = "*";

/** Adds what one import statement binds. */
export function addImports(statement: SyntaxNode, table: ImportTable): void {
  if (statement.kind === "Import") {
    for (const name of statement.children) {
      const alias = name.child(0);
      if (alias.kind === "Identifier") table.set(alias.value, name.value);
      else {
        const top = name.value.split(".", 1)[0] ?? name.value;
        table.set(top, top);
      }
    }
  } else if (statement.kind === "ImportFrom") {
    const separator = statement.value.endsWith(".") ? "" : ".";
    for (const name of statement.children) {
      if (name.kind !== "ImportName") continue;
      if (name.value === "*") {
        const known = table.get(wildcardName);
        table.set(wildcardName, known === undefined ? statement.value : `${known},${statement.value}`);
        continue;
      }
      const alias = name.child(0);
      table.set(alias.kind === "Identifier" ? alias.value : name.value, statement.value + separator + name.value);
    }
  }
}
