/** Text to YAML documents. What is nested too deep never reaches the library's recursive part, which could end the process. */
import { Composer, Parser, type CST, type Document } from "yaml";

/** Collections may be nested as deep as this; deeper ones are not composed. */
const maximumNesting = 250;

/** The documents of a text; undefined if they are nested too deep. An empty text is one document of nothing. */
export function parseYaml(text: string): readonly Document[] | undefined {
  const tokens = [...new Parser().parse(text)];
  if (isNestedTooDeep(tokens)) return undefined;
  const composer = new Composer({ merge: true, uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  return [...composer.compose(tokens, true, text.length)];
}

/** Walks level by level: a stack of calls would be as deep as the text. */
function isNestedTooDeep(tokens: readonly CST.Token[]): boolean {
  let level = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maximumNesting) return true;
    level = level.flatMap(below);
  }
  return false;
}

/** The collections right below a token; scalars are left out. */
function below(token: CST.Token): CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (token.type !== "block-map" && token.type !== "block-seq" && token.type !== "flow-collection") return [];
  return token.items.flatMap(({ key, value }) => [key, value].flatMap((part) => (part ? [part] : [])));
}
