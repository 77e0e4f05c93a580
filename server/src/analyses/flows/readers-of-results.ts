/** Which bodies have to be looked at: those that may have sources, and those that may call or read something that brings data. */
import type { BodyMark, FunctionFact, ModuleFacts } from "../../names/module-facts.js";
import type { ClassRef } from "../../names/workspace.js";
import type { BodyView } from "./body-view.js";
import { matchesName, type Library } from "./library.js";
import type { wordTester } from "./source-words.js";
import type { NamesView } from "./names-view.js";
import { chosenParameters, matchesFunction, mayMatchFunction } from "./parameter-sources.js";

/** The names by which a body that brings data is called. */
export function callerNames({ fact, path, names }: BodyView): ReadonlySet<string> {
  if (fact === undefined || fact.kind === "property") return new Set();
  const isHidden = fact.name.startsWith("__") && fact.name.endsWith("__");
  if (!isHidden || fact.class === undefined) return new Set([fact.name]);
  // Special methods run when the class is called, or where an object of it is used.
  const of: ClassRef = { path, key: fact.class };
  const classes = [of, ...names.descendants(of)];
  return new Set([fact.name, ...classes.map(({ key }) => lastName(key))]);
}

/** The attributes by which it is read. */
export function readNames({ fact }: BodyView): readonly string[] {
  return fact?.kind === "property" ? [fact.name] : [];
}

function lastName(key: string): string {
  const name = key.slice(key.lastIndexOf(".") + 1);
  const hash = name.indexOf("#");
  return hash < 0 ? name : name.slice(0, hash);
}

/** The bodies of a file that are looked at, by its facts alone: those with words of sources, and those that a framework may call. */
export interface Candidates {
  readonly sure: readonly string[];
  readonly maybe: readonly string[];
}

export const noCandidates: Candidates = { sure: [], maybe: [] };

/** `words` tells which words may be sources in the project. */
export function candidateBodies(
  library: Library,
  words: ReturnType<typeof wordTester>,
  named: Map<string, boolean>,
  facts: ModuleFacts,
): Candidates {
  const isNamed = (word: string): boolean => {
    let is = named.get(word);
    if (is === undefined) named.set(word, (is = library.named.some((model) => matchesName(model, word))));
    return is;
  };
  const isSource = (word: string): boolean => words.isRead(word) || words.isCall(word) || isNamed(word);
  const isCalled = words.isCall;
  const sure = new Set<string>();
  for (const { key, calls, words: own, marks } of facts.bodies) {
    if (own.some(isSource) || calls.some(isCalled) || marks?.some(isSourceMark) === true) sure.add(key);
  }
  const maybe: string[] = [];
  for (const fact of Object.values(facts.functions)) {
    if (sure.has(fact.key)) continue;
    if (hasNamedParameter(library, fact)) sure.add(fact.key);
    else if (mayHaveParameterSource(library, fact)) maybe.push(fact.key);
  }
  return { sure: [...sure].sort(), maybe: maybe.sort() };
}

function isSourceMark({ role }: BodyMark): boolean {
  return role === "source";
}

function hasNamedParameter({ named }: Library, { parameters }: FunctionFact): boolean {
  if (named.length === 0) return false;
  return parameters.some(({ name }) =>
    named.some((model) => model.of.includes("parameter") && matchesName(model, name)),
  );
}

function mayHaveParameterSource({ parameterSources, returnSinks }: Library, fact: FunctionFact): boolean {
  return (
    parameterSources.some(({ of }) => of.type === undefined && mayMatchFunction(fact, of)) ||
    // What a framework takes may be what the body itself has from an exception.
    returnSinks.some(({ of }) => of.decoratorWords.size > 0 && mayMatchFunction(fact, of))
  );
}

/** The candidates that a framework does call; that may depend on other files. */
export function rootBodies(
  library: Library,
  names: NamesView,
  path: string,
  { sure, maybe }: Candidates,
): readonly string[] {
  const called = maybe.filter((key) => {
    const ref = { path, key };
    const fact = names.functionFact(ref);
    if (fact === undefined) return false;
    const view = { library, names, ref, fact };
    const isFilled = library.parameterSources.some(
      ({ of }) =>
        of.type === undefined &&
        mayMatchFunction(fact, of) &&
        chosenParameters(view, of, fact.routes ?? []).length > 0 &&
        matchesFunction(view, of),
    );
    return isFilled || library.returnSinks.some(({ of }) => of.decoratorWords.size > 0 && matchesFunction(view, of));
  });
  return [...sure, ...called];
}
