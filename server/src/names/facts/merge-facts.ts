/** The facts of a file from those of its units. What is equal to what an earlier version had is the same object. */
import { hashText } from "../../base/hash.js";
import { wildcardName, type ImportTable } from "../imports.js";
import {
  moduleBody,
  type BodyFact,
  type BodyKey,
  type BodyMark,
  type ClassFact,
  type ModuleFacts,
  type TypeExpression,
} from "../module-facts.js";
import { createRecord, entryOf, sameData } from "../records.js";
import type { WordTable } from "../word-table.js";
import { finishBody } from "./body-draft.js";
import { hashDigits, hashWord, mixCode, type CodeHash } from "./hash-code.js";
import { addType } from "./type-context.js";
import type { ClassHead, UnitFacts } from "./unit-facts.js";

export interface MergeOptions {
  /** The words of bodies that are worth keeping; undefined: all. */
  readonly wanted: { has(word: string): boolean } | undefined;
  readonly previous: ModuleFacts | undefined;
  readonly marks?: ReadonlyMap<BodyKey, readonly BodyMark[]> | undefined;
}

/** `units` in the order of the text. */
export function mergeFacts(
  units: readonly UnitFacts[],
  imports: ImportTable,
  table: WordTable,
  { wanted, previous, marks }: MergeOptions,
): ModuleFacts {
  const functions = createRecord<ModuleFacts["functions"][string]>();
  const bodies: BodyFact[] = [];
  for (const unit of units) {
    for (const fact of unit.functions) functions[fact.key] = fact;
    for (const body of unit.bodies) bodies.push(body);
  }
  bodies.push(mergeModuleBody(units, wanted));
  const merged: ModuleFacts = {
    imports: mergeImports(imports, table),
    stars: starModules(imports, table),
    functions,
    classes: mergeClasses(units),
    variables: mergeVariables(units),
    bodies: marks === undefined ? bodies : bodies.map((body) => withMarks(body, marks.get(body.key))),
  };
  return previous === undefined ? merged : keepEqual(merged, previous);
}

/** A body's hash tells its marks apart too: what is computed from the one rests on the others. */
function withMarks(body: BodyFact, marks: readonly BodyMark[] | undefined): BodyFact {
  if (marks === undefined || marks.length === 0) return body;
  return { ...body, hash: `${body.hash} ${hashText(JSON.stringify(marks))}`, marks };
}

function mergeImports(imports: ImportTable, { intern }: WordTable): Record<string, string> {
  const record = createRecord<string>();
  for (const [name, meaning] of imports) if (name !== wildcardName) record[intern(name)] = intern(meaning);
  return record;
}

function starModules(imports: ImportTable, table: WordTable): readonly string[] {
  const modules = imports.get(wildcardName);
  return modules === undefined ? nothing : modules.split(",").map((module) => table.intern(module));
}

function mergeVariables(units: readonly UnitFacts[]): ModuleFacts["variables"] {
  const record = createRecord<readonly TypeExpression[]>();
  for (const { variables } of units)
    for (const { name, types } of variables) record[name] = joinTypes(record[name], types);
  return record;
}

/** The types of two places; what is alone stays the same object. */
function joinTypes(
  known: readonly TypeExpression[] | undefined,
  more: readonly TypeExpression[],
): readonly TypeExpression[] {
  if (known === undefined || known.length === 0) return more;
  if (more.length === 0) return known;
  const joined = [...known];
  for (const type of more) addType(joined, type);
  return joined;
}

const nothing: readonly never[] = [];

interface ClassDraft {
  readonly head: ClassHead;
  readonly attributes: Record<string, readonly TypeExpression[]>;
  readonly fields: string[];
  readonly methods: Record<string, readonly string[]>;
}

function mergeClasses(units: readonly UnitFacts[]): ModuleFacts["classes"] {
  const drafts = new Map<string, ClassDraft>();
  for (const { classes } of units)
    for (const head of classes)
      drafts.set(head.key, { head, attributes: createRecord(), fields: [], methods: createRecord() });
  for (const { members } of units) {
    for (const member of members) {
      const draft = drafts.get(member.class);
      if (draft === undefined) continue;
      switch (member.kind) {
        case "attribute":
          draft.attributes[member.name] = joinTypes(draft.attributes[member.name], member.types);
          break;
        case "field":
          if (!draft.fields.includes(member.name)) draft.fields.push(member.name);
          break;
        case "method":
          draft.methods[member.name] = withKey(draft.methods[member.name], member.key);
      }
    }
  }
  const record = createRecord<ClassFact>();
  for (const [key, { head, attributes, fields, methods }] of drafts)
    record[key] = {
      key,
      name: head.name,
      bases: head.bases,
      decorators: head.decorators,
      attributes,
      fields: fields.length === 0 ? nothing : fields,
      methods,
    };
  return record;
}

/** A list of just the length that it needs. */
function withKey(keys: readonly string[] | undefined, key: string): readonly string[] {
  return keys === undefined ? [key] : keys.concat(key);
}

/** The statements of the module and of class bodies are one body. */
function mergeModuleBody(units: readonly UnitFacts[], wanted: { has(word: string): boolean } | undefined): BodyFact {
  let hash: CodeHash = { first: units.length, second: 0 };
  const calls = new Set<string>();
  const words = new Set<string>();
  for (const { own, class: key } of units) {
    hash = mixCode(own.hash, hash.first, hash.second ^ (key === "" ? 0 : hashWord(key)));
    for (const name of own.calls) calls.add(name);
    for (const word of own.words) words.add(word);
  }
  return finishBody({ key: moduleBody, calls: [...calls], words: [...words] }, hashDigits(hash), wanted);
}

/** The same facts, made of the objects of an earlier version where they are equal; that version itself if all is. */
function keepEqual(merged: ModuleFacts, previous: ModuleFacts): ModuleFacts {
  const kept: ModuleFacts = {
    imports: sameData(merged.imports, previous.imports) ? previous.imports : merged.imports,
    stars: sameData(merged.stars, previous.stars) ? previous.stars : merged.stars,
    functions: keepRecord(merged.functions, previous.functions),
    classes: keepRecord(merged.classes, previous.classes),
    variables: keepRecord(merged.variables, previous.variables),
    bodies: keepBodies(merged.bodies, previous.bodies),
  };
  const isSame = (Object.keys(kept) as (keyof ModuleFacts)[]).every((part) => kept[part] === previous[part]);
  return isSame ? previous : kept;
}

function keepRecord<T>(
  merged: Readonly<Record<string, T>>,
  previous: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  const names = Object.keys(merged);
  let isSame = names.length === Object.keys(previous).length;
  const kept = createRecord<T>();
  for (const name of names) {
    const known = entryOf(previous, name);
    const fresh = merged[name] as T;
    const isEqual = known !== undefined && sameData(fresh, known);
    kept[name] = isEqual ? known : fresh;
    isSame &&= isEqual;
  }
  return isSame ? previous : kept;
}

function keepBodies(merged: readonly BodyFact[], previous: readonly BodyFact[]): readonly BodyFact[] {
  const known = new Map(previous.map((body) => [body.key, body]));
  const kept = merged.map((body) => {
    const before = known.get(body.key);
    return before !== undefined && sameData(body, before) ? before : body;
  });
  return kept.length === previous.length && kept.every((body, index) => body === previous[index]) ? previous : kept;
}
