/** Metavariables in messages and fixes, filled in with what they stand for. */
import { allBindings, bindingText, type Binding, type Bindings } from "../matching/bindings.js";
import { constantOf } from "../matching/constant.js";

/** Fills in `$NAME`, and `value($NAME)` with the literal that it is known to be; as code, or as words for a message. */
export function interpolate(template: string, bindings: Bindings | undefined, as: "code" | "message"): string {
  return template.includes("$") ? fillNames(template, namesIn(template, bindings, as), as) : template;
}

/** What is put in for the names in a template, and for `value($NAME)`. */
export function namesIn(
  template: string,
  bindings: Bindings | undefined,
  as: "code" | "message",
): ReadonlyMap<string, string> {
  const present = as === "code" ? (text: string) => text : shorten;
  const names = new Map<string, string>();
  for (const binding of template.includes("$") ? allBindings(bindings) : []) {
    const { name } = binding;
    if (!template.includes(name)) continue;
    names.set(name, present(bindingText(binding)));
    if (template.includes(`value(${name})`))
      names.set(`value(${name})`, present(literalText(binding) ?? bindingText(binding)));
  }
  return names;
}

/** Puts in what the names in a template stand for. */
export function fillNames(template: string, names: ReadonlyMap<string, string>, as: "code" | "message"): string {
  return template.replace(
    /value\((\$[A-Z_][A-Z_0-9]*)\)|\$(?:\.\.\.)?[A-Za-z_0-9]+/g,
    (written: string, valueOf?: string) => {
      if (valueOf !== undefined) return names.get(written) ?? written;
      const name = longestName(written, names, as);
      const text = name === undefined ? undefined : names.get(name);
      return text === undefined || name === undefined ? written : text + written.slice(name.length);
    },
  );
}

/** The longest bound metavariable that the text starts with; in code, a name ends where its capitals end. */
function longestName(written: string, values: ReadonlyMap<string, string>, as: "code" | "message"): string | undefined {
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
