/** Metavariables in messages and fixes, filled in with what they stand for. */
import { allBindings, bindingText, type Binding, type Bindings } from "../matching/bindings.js";
import { constantOf } from "../matching/constant.js";

/** Fills in `$NAME`, and `value($NAME)` with the literal that it is known to be; as code, or as words for a message. */
export function interpolate(template: string, bindings: Bindings | undefined, as: "code" | "message"): string {
  if (!template.includes("$")) return template;
  const values = new Map(allBindings(bindings).map((binding) => [binding.name, binding]));
  const present = as === "code" ? (text: string) => text : shorten;
  return template.replace(
    /value\((\$[A-Z_][A-Z_0-9]*)\)|\$(?:\.\.\.)?[A-Za-z_0-9]+/g,
    (written: string, valueOf?: string) => {
      const name = valueOf ?? longestName(written, values, as);
      const binding = name === undefined ? undefined : values.get(name);
      if (binding === undefined || name === undefined) return written;
      if (valueOf !== undefined) return present(literalText(binding) ?? bindingText(binding));
      return present(bindingText(binding)) + written.slice(name.length);
    },
  );
}

/** The longest bound metavariable that the text starts with; in code, a name ends where its capitals end. */
function longestName(
  written: string,
  values: ReadonlyMap<string, Binding>,
  as: "code" | "message",
): string | undefined {
  if (values.has(written)) return written;
  const capitals = /^\$(?:\.\.\.)?[A-Z_0-9]+/.exec(written)?.[0] ?? "";
  if (values.has(capitals)) return capitals;
  if (as === "code") return undefined;
  for (let length = capitals.length - 1; length > 1; length--)
    if (values.has(capitals.slice(0, length))) return capitals.slice(0, length);
  return undefined;
}

function literalText(binding: Binding): string | undefined {
  const [only] = binding.nodes;
  const literal = only === undefined || binding.part !== undefined ? undefined : constantOf(only);
  return literal?.kind === "String" ? `"${literal.value}"` : literal?.value;
}

const maximumQuoteLength = 60;

/** One line of at most sixty characters, for messages. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= maximumQuoteLength ? line : `${line.slice(0, maximumQuoteLength - 1)}…`;
}
