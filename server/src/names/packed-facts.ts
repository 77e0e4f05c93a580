/**
 * Facts of files as text: a tenth of the memory, and read again where somebody asks. Of most files of a project nobody asks for more than a
 * part, and that once. A line of JSON for each part, with tabs in between, which JSON writes otherwise.
 */
import type { ModuleFacts } from "./module-facts.js";

type Part = keyof ModuleFacts;

const order: readonly Part[] = ["imports", "stars", "functions", "classes", "variables", "bodies"];
const texts = new WeakMap<ModuleFacts, string>();

/** Whether facts are text, of which parts are read when somebody asks. */
export function isPacked(facts: ModuleFacts): boolean {
  return texts.has(facts);
}

/** The facts as one line of text. */
export function packFacts(facts: ModuleFacts): string {
  return texts.get(facts) ?? order.map((part) => JSON.stringify(facts[part])).join("\t");
}

/** Facts out of a text that `packFacts` has made. What is read of it is kept while somebody holds it, and some longer. */
export function unpackFacts(text: string): ModuleFacts {
  const read: (WeakRef<object> | undefined)[] = [];
  const part = (index: number): never => {
    const known = read[index]?.deref();
    if (known !== undefined) return known as never;
    const value = JSON.parse(partOf(text, index)) as object;
    read[index] = new WeakRef(value);
    return value as never;
  };
  const facts: ModuleFacts = {
    get imports() {
      return part(0);
    },
    get stars() {
      return part(1);
    },
    get functions() {
      return part(2);
    },
    get classes() {
      return part(3);
    },
    get variables() {
      return part(4);
    },
    get bodies() {
      return part(5);
    },
  };
  texts.set(facts, text);
  return facts;
}

function partOf(text: string, index: number): string {
  let start = 0;
  for (let count = 0; count < index; count++) start = text.indexOf("\t", start) + 1;
  const end = text.indexOf("\t", start);
  return text.slice(start, end < 0 ? text.length : end);
}
