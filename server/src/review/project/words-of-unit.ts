/** The words of a unit whose names are resolved, as patterns ask for them. */
import type { SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";

/** Those of the wanted words that stand in a unit, or in what its names mean by imports. */
export function wordsOfUnit({ statements, wildcards }: Unit, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const words = new Set<string>();
  if (wanted.size === 0) return words;
  const note = (word: string): void => {
    if (wanted.has(word)) words.add(word);
  };
  const visit = (node: SyntaxNode): void => {
    switch (node.kind) {
      case "Name":
        note(node.value);
        if (node.qualifiedName !== "" && node.qualifiedName !== node.value)
          for (const part of node.qualifiedName.split(".")) note(part);
        break;
      case "Attribute":
      case "Keyword":
      case "Identifier":
        note(node.value);
        break;
      default:
    }
    for (const child of node.children) visit(child);
  };
  for (const module of wildcards) for (const part of module.split(".")) note(part);
  for (const statement of statements) visit(statement);
  return words;
}
