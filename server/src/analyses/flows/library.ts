/** Models by name: what is known of a call, of reading an attribute, of a class. */
import { compileParameters, type CompiledParameters } from "./compiled-parameters.js";
import { createSourceObjects, type SourceMember } from "./handed-objects.js";
import { createSourceWords, type SourceWords } from "./source-words.js";
import type { Models, CallCondition, NamedSource, RegisteredSource, SanitizerModel } from "../../models/model.js";
import { parsePart, type ParsedPart } from "./call-part.js";
import type { KindSet, SinkKinds } from "./sink-kinds.js";

export interface SinkOfCall {
  /** Index among the models' sinks. */
  readonly sink: number;
  readonly kinds: KindSet;
  /** What in front of the data makes it harmless. */
  readonly exceptPrefix: RegExp | undefined;
  readonly parts: readonly ParsedPart[];
  readonly when: readonly CallCondition[];
  readonly deep: boolean;
}

export interface SanitizerOfCall {
  readonly kinds: KindSet;
  readonly when: readonly CallCondition[];
  readonly after: readonly string[];
}

export interface PropagatorOfCall {
  readonly from: readonly ParsedPart[];
  readonly to: readonly ParsedPart[];
  readonly deep: boolean;
  readonly restores: KindSet;
  /** Kinds that what goes this way is harmless for. */
  readonly harmless: KindSet;
}

/** All that models say of one name as something that is called. */
export interface CallModel {
  readonly sinks: SinkOfCall[];
  readonly sanitizers: SanitizerOfCall[];
  readonly checks: (SanitizerOfCall & { readonly part: ParsedPart })[];
  readonly guards: (SanitizerOfCall & { readonly part: ParsedPart; readonly outcome: boolean })[];
  readonly propagators: PropagatorOfCall[];
  readonly sources: { readonly source: number; readonly part: ParsedPart }[];
  readonly registrations: { readonly source: number; readonly part: ParsedPart; readonly of: RegisteredSource }[];
  isStop: boolean;
}

/** All that models say of one name as something that is read or written. */
export interface ReadModel {
  readonly sources: number[];
  readonly sanitizers: KindSet[];
  /** Sinks that writing it is. */
  readonly writes: { readonly sink: number; readonly kinds: KindSet; readonly deep: boolean }[];
}

export interface NamedModel {
  readonly source: number;
  readonly of: NamedSource["of"];
  readonly names: readonly RegExp[];
  readonly exceptNames: readonly RegExp[];
}

export interface Library {
  readonly models: Models;
  /** The name under which models know something. */
  readonly canonical: (name: string) => string;
  readonly basesOf: (name: string) => readonly string[];
  /** A class of a library with all its bases, itself first. */
  readonly ancestors: (name: string) => readonly string[];
  readonly isClass: (name: string) => boolean;
  /** Whether objects of a class give data from sources, or are such data. */
  readonly givesData: (name: string) => boolean;
  readonly call: (name: string) => CallModel | undefined;
  readonly read: (name: string) => ReadModel | undefined;
  /** Last names of attributes of which models say that they are harmless. */
  readonly modelledMembers: ReadonlySet<string>;
  /** The class of a variable or attribute; of what a call gives with "()" at the end, of elements with "[*]". */
  readonly type: (name: string) => string | undefined;
  readonly guess: (name: string) => string | undefined;
  readonly named: readonly NamedModel[];
  readonly caught: ReadonlyMap<string, readonly number[]>;
  /** The same by the libraries that they belong to, with calls that functions are handed to. */
  readonly words: SourceWords;
  /** Last names of calls that functions are handed to. */
  readonly registrationWords: ReadonlySet<string>;
  readonly parameterSources: readonly { readonly source: number; readonly of: CompiledParameters }[];
  /** Variables that are objects of which data is read. */
  readonly sourceObjects: ReadonlyMap<string, readonly SourceMember[]>;
  readonly returnSinks: readonly { readonly sink: number; readonly of: CompiledParameters }[];
}

/** Whether a thing of that name is one that a model means. */
export function matchesName({ names, exceptNames }: NamedModel, name: string): boolean {
  return names.some((regex) => regex.test(name)) && !exceptNames.some((regex) => regex.test(name));
}

/** Compiles models for the kinds of sources and sinks that rules ask about; what serves none of them is left out. */
export function createLibrary(models: Models, kinds: SinkKinds, sources: ReadonlySet<string>): Library {
  const calls = new Map<string, CallModel>();
  const reads = new Map<string, ReadModel>();
  const canonical = createAliases(models);
  const callModel = (name: string): CallModel => obtain(calls, canonical(name), newCallModel);
  const readModel = (name: string): ReadModel => obtain(reads, canonical(name), newReadModel);
  addSinks(models, kinds, callModel, readModel);
  addSources(models, sources, callModel, readModel);
  for (const sanitizer of models.sanitizers) addSanitizer(sanitizer, kinds, callModel, readModel);
  for (const { calls: names, from, to, deep, restores, harmless } of models.propagators) {
    const propagator = {
      from: partsOf(from),
      to: partsOf(to),
      deep: deep === true,
      restores: kinds.setOf(restores ?? []),
      harmless: kinds.setOf(harmless ?? []),
    };
    for (const name of names) callModel(name).propagators.push(propagator);
  }
  for (const name of models.stops) callModel(name).isStop = true;
  const types = new Map(models.types.map(({ name, type }) => [canonicalType(canonical, name), canonical(type)]));
  const classes = createClasses(models, canonical, types);
  const sourceObjects = createSourceObjects(types, reads, classes);
  const giving = givingClasses(reads, calls, types);
  const guesses = (models.guesses ?? []).map(({ names, type }) => ({
    names: names.map(wholeRegex),
    type: canonical(type),
  }));
  return {
    models,
    canonical,
    ...classes,
    givesData: (name) => classes.ancestors(name).some((ancestor) => giving.has(ancestor)),
    call: (name) => calls.get(name),
    read: (name) => reads.get(name),
    type: (name) => types.get(name) ?? anyAttribute(types, name),
    guess: (name) => guesses.find(({ names }) => names.some((regex) => regex.test(name)))?.type,
    ...namedSources(models, sources, canonical),
    sourceObjects,
    modelledMembers: membersOf(calls, reads),
    words: createSourceWords(models, canonical, {
      reads: [...namesWith(reads, ({ sources: some }) => some.length > 0), ...sourceObjects.keys()],
      calls: namesWith(calls, ({ sources: some, registrations }) => some.length + registrations.length > 0),
    }),
    registrationWords: new Set(
      [...calls].flatMap(([name, { registrations }]) => (registrations.length > 0 ? [lastName(name)] : [])),
    ),
    parameterSources: models.sources.flatMap(({ kind, parameters }, source) =>
      sources.has(kind) ? parameters.map((of) => ({ source, of: compileParameters(of, canonical) })) : [],
    ),
    returnSinks: models.sinks.flatMap(({ kind, returns }, sink) =>
      kinds.setOf([kind]) === 0 ? [] : returns.map((of) => ({ sink, of: compileParameters(of, canonical) })),
    ),
  };
}

/** The classes whose attributes or methods are sources, and those of what such attributes hold. */
function givingClasses(
  reads: ReadonlyMap<string, ReadModel>,
  calls: ReadonlyMap<string, CallModel>,
  types: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const giving = new Set<string>();
  const names = [
    ...namesWith(reads, ({ sources }) => sources.length > 0),
    ...namesWith(calls, ({ sources }) => sources.length > 0),
  ];
  for (const name of names) {
    giving.add(name.slice(0, Math.max(0, name.lastIndexOf("."))));
    const held = types.get(name);
    if (held !== undefined) giving.add(held);
  }
  return giving;
}

function namesWith<Model>(table: ReadonlyMap<string, Model>, has: (model: Model) => boolean): string[] {
  return [...table].flatMap(([name, model]) => (has(model) ? [name] : []));
}

function newCallModel(): CallModel {
  return {
    sinks: [],
    sanitizers: [],
    checks: [],
    guards: [],
    propagators: [],
    sources: [],
    registrations: [],
    isStop: false,
  };
}

function newReadModel(): ReadModel {
  return { sources: [], sanitizers: [], writes: [] };
}

function obtain<Item>(table: Map<string, Item>, name: string, create: () => Item): Item {
  const known = table.get(name);
  if (known !== undefined) return known;
  const made = create();
  table.set(name, made);
  return made;
}

function partsOf(parts: readonly string[]): readonly ParsedPart[] {
  return parts.flatMap((part) => parsePart(part) ?? []);
}

type ModelOf<Model> = (name: string) => Model;

function addSinks(
  models: Models,
  kinds: SinkKinds,
  callModel: ModelOf<CallModel>,
  readModel: ModelOf<ReadModel>,
): void {
  models.sinks.forEach((model, sink) => {
    const set = kinds.setOf([model.kind]);
    if (set === 0) return;
    const deep = model.deep === true;
    const exceptPrefix = model.exceptPrefix === undefined ? undefined : new RegExp(model.exceptPrefix);
    const entry = { sink, kinds: set, exceptPrefix, parts: partsOf(model.parts), when: model.when, deep };
    for (const name of model.calls) callModel(name).sinks.push(entry);
    for (const name of model.writes) readModel(name).writes.push({ sink, kinds: set, deep });
  });
}

function addSources(
  models: Models,
  wanted: ReadonlySet<string>,
  callModel: ModelOf<CallModel>,
  readModel: ModelOf<ReadModel>,
): void {
  models.sources.forEach((model, source) => {
    if (!wanted.has(model.kind)) return;
    for (const name of model.reads) readModel(name).sources.push(source);
    for (const { name, part } of model.calls) {
      const parsed = parsePart(part);
      if (parsed !== undefined) callModel(name).sources.push({ source, part: parsed });
    }
    for (const of of model.registrations ?? []) {
      const part = parsePart(of.part);
      if (part !== undefined) callModel(of.call).registrations.push({ source, part, of });
    }
  });
}

function addSanitizer(
  model: SanitizerModel,
  kinds: SinkKinds,
  callModel: ModelOf<CallModel>,
  readModel: ModelOf<ReadModel>,
): void {
  const { when, after = [] } = model;
  const entry: SanitizerOfCall = { kinds: kinds.setOf(model.kinds), when, after };
  for (const name of model.calls) callModel(name).sanitizers.push(entry);
  for (const { name, part } of model.checks) {
    const parsed = parsePart(part);
    if (parsed !== undefined) callModel(name).checks.push({ ...entry, part: parsed });
  }
  for (const { name, part, outcome } of model.guards) {
    const parsed = parsePart(part);
    if (parsed !== undefined) callModel(name).guards.push({ ...entry, part: parsed, outcome });
  }
  for (const name of model.reads ?? []) readModel(name).sanitizers.push(entry.kinds);
}

/** What any attribute of a class is of which nothing else is known. */
function anyAttribute(types: ReadonlyMap<string, string>, name: string): string | undefined {
  const dot = name.lastIndexOf(".");
  return dot < 0 || /[)\]]$/.test(name) ? undefined : types.get(`${name.slice(0, dot)}.*`);
}

/** "()" and "[*]" at the end of a name are not part of what aliases know. */
function canonicalType(canonical: (name: string) => string, name: string): string {
  const end = /(\(\)|\[\*\])*$/.exec(name)?.[0] ?? "";
  return canonical(name.slice(0, name.length - end.length)) + end;
}

/** How often a name is replaced at most. */
const maximumAliases = 8;

function createAliases({ aliases }: Models): (name: string) => string {
  const table = new Map(Object.entries(aliases));
  const known = new Map<string, string>();
  const replaceOnce = (name: string): string | undefined => {
    for (let end = name.length; end > 0; end = name.lastIndexOf(".", end - 1)) {
      const alias = table.get(name.slice(0, end));
      if (alias !== undefined) return alias + name.slice(end);
    }
    return undefined;
  };
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    let current = name;
    for (let times = 0; times < maximumAliases; times++) {
      const next = replaceOnce(current);
      if (next === undefined || next === current) break;
      current = next;
    }
    known.set(name, current);
    return current;
  };
}

function createClasses(
  models: Models,
  canonical: (name: string) => string,
  types: ReadonlyMap<string, string>,
): Pick<Library, "basesOf" | "ancestors" | "isClass"> {
  const bases = new Map<string, string[]>();
  for (const [name, of] of Object.entries(models.classes)) bases.set(canonical(name), of.map(canonical));
  const named = new Set([...bases.keys(), ...[...bases.values()].flat(), ...types.values()]);
  const lines = new Map<string, readonly string[]>();
  return {
    basesOf: (name) => bases.get(name) ?? [],
    isClass: (name) => named.has(name),
    ancestors: (name) => {
      const known = lines.get(name);
      if (known !== undefined) return known;
      const line = new Set([name]);
      for (const ancestor of line) for (const base of bases.get(ancestor) ?? []) line.add(base);
      const made = [...line];
      lines.set(name, made);
      return made;
    },
  };
}

function wholeRegex(text: string): RegExp {
  return new RegExp(`^(?:${text})$`, "i");
}

function namedSources(
  models: Models,
  sources: ReadonlySet<string>,
  canonical: (name: string) => string,
): Pick<Library, "named" | "caught"> {
  const named: NamedModel[] = [];
  const caught = new Map<string, number[]>();
  models.sources.forEach((model, source) => {
    if (!sources.has(model.kind)) return;
    for (const { names, exceptNames, of } of model.named ?? []) {
      named.push({ source, of, names: names.map(wholeRegex), exceptNames: exceptNames.map(wholeRegex) });
    }
    for (const name of model.caught ?? []) obtain(caught, canonical(name), () => [] as number[]).push(source);
  });
  return { named, caught };
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function membersOf(calls: ReadonlyMap<string, CallModel>, reads: ReadonlyMap<string, ReadModel>): ReadonlySet<string> {
  const members = new Set<string>();
  for (const [name, { isStop, sanitizers }] of calls) {
    if (isStop || (sanitizers.length > 0 && lastName(name) === "__getitem__")) members.add(lastName(name));
  }
  for (const [name, { sanitizers }] of reads) if (sanitizers.length > 0) members.add(lastName(name));
  return members;
}
