/** Which bodies are looked at because of what others bring. */
import { bodiesOfFamily, importsOf, mayMean, type FileImports, type NamedBody } from "./demands.js";
import { readKey, writeKey, type EntryKey } from "./entry-keys.js";
import { namesViewOf, nothing, type EntryOf, type FlowSystem, type Reader, type Result } from "./flow-inputs.js";
import { rootBodies, type Candidates } from "./readers-of-results.js";

/** Bodies that call or read something of these names have to be looked at. */
export function announce(system: FlowSystem, reader: Reader, called: Iterable<string>, read: Iterable<string>): void {
  for (const name of called) announceTo(system, reader, { kind: "called", name });
  for (const name of read) announceTo(system, reader, { kind: "read", name });
}

/** Says that something is there, which is computed from now on. */
function announceTo({ bringing }: FlowSystem, reader: Reader, key: EntryKey): void {
  const text = writeKey(key);
  bringing.add(text);
  reader.contribute(text, { kind: "there" });
  reader.demand(text);
}

/** Who reads a field or variable that holds something has to be looked at. */
export function announceHeld(system: FlowSystem, reader: Reader, key: string): void {
  const target = readKey(key);
  if (target?.kind !== "field" && target?.kind !== "variable") return;
  const { kind, path, owner, name } = target;
  const read = writeKey({ kind: "read", name });
  system.bringing.add(read);
  reader.contribute(read, { kind: "there", quiet: true });
  reader.demand(read);
  // Who they are does not depend on what it holds, and is looked for once.
  reader.demand(writeKey({ kind: "readers", of: kind, path, owner, name }));
  if (kind === "variable") announceTo(system, reader, { kind: "file", path });
}

/** Looks at those who may read a field or variable: bodies of its family, or those that can name it. */
export function demandReaders(system: FlowSystem, target: EntryOf<"readers">, reader: Reader): Result {
  const { of, path, owner, name } = target;
  const named = reader.input(`word:${name}`) as readonly NamedBody[];
  const imports = importsReader(system, reader);
  const readers =
    of === "field"
      ? bodiesOfFamily(namesViewOf(system, reader), { path, key: owner }, named, imports)
      : ofFiles(named, (file) => mayMean(imports(file), path, [name]));
  demandSources(system, reader, readers);
  return { value: undefined, detail: undefined, steps: 1 };
}

/** If anybody says that something of a name brings data, all bodies that have the name are looked at. */
export function demandBodies(system: FlowSystem, reader: Reader, input: string): Result {
  const contributions = reader.contributions();
  if (contributions.length === 0) return nothing;
  const loud = contributions.filter(([, data]) => data.kind === "there" && data.quiet !== true);
  if (loud.length === 0) return { value: { kind: "there" }, detail: undefined, steps: 1 };
  const bodies = reader.input(input) as readonly NamedBody[];
  const definitions = loud.flatMap(([from]) => {
    const key = readKey(from);
    return key?.kind === "sources" ? [{ path: key.path, body: key.body }] : [];
  });
  const isFew = bodies.length <= fewBodies;
  demandSources(system, reader, isFew ? bodies : callersOf({ system, reader, input }, definitions, bodies));
  return { value: { kind: "there" }, detail: undefined, steps: 1 + bodies.length };
}

/** The bodies of files of which something holds, which is asked once of each. */
function ofFiles(bodies: readonly NamedBody[], holds: (path: string) => boolean): readonly NamedBody[] {
  const known = new Map<string, boolean>();
  return bodies.filter(({ path }) => {
    let held = known.get(path);
    if (held === undefined) known.set(path, (held = holds(path)));
    return held;
  });
}

interface Definition {
  readonly path: string;
  readonly body: string;
}

const specialMethod = /:__\w+__$/;

/** Of bodies that call something so named, those that may mean one of the definitions. */
function callersOf(
  { system, reader, input }: { readonly system: FlowSystem; readonly reader: Reader; readonly input: string },
  definitions: readonly Definition[],
  bodies: readonly NamedBody[],
): readonly NamedBody[] {
  const imports = importsReader(system, reader);
  if (!specialMethod.test(input)) {
    const named = definitions.map(({ path, body }) => ({ path, names: body.split(".") }));
    return ofFiles(bodies, (path) => named.some((of) => of.path === path || mayMean(imports(path), of.path, of.names)));
  }
  // By its name a special method is called on what `super()` gives, or on a class that is named.
  const names = namesViewOf(system, reader);
  const found = new Set<NamedBody>();
  for (const { path, body } of definitions) {
    const owner = { path, key: body.slice(0, Math.max(0, body.lastIndexOf("."))) };
    for (const caller of bodiesOfFamily(names, owner, bodies, imports)) found.add(caller);
  }
  return bodies.filter((body) => found.has(body));
}

/** So many bodies are looked at without asking what their files import. */
const fewBodies = 8;

const noImports: FileImports = { text: "", parts: new Set() };

/** Tells what files import, each asked for once. */
function importsReader({ workspace }: FlowSystem, reader: Reader): (path: string) => FileImports {
  const known = new Map<string, FileImports>();
  return (path) => {
    let imports = known.get(path);
    if (imports !== undefined) return imports;
    reader.input(`imports:${path}`);
    const facts = workspace.factsOf(path);
    known.set(path, (imports = facts === undefined ? noImports : importsOf(facts)));
    return imports;
  };
}

/** What tests do with data says nothing of the code that they test. */
function demandSources({ candidates }: FlowSystem, reader: Reader, bodies: readonly NamedBody[]): void {
  for (const { path, key } of bodies)
    if (candidates.has(path)) reader.awaken(writeKey({ kind: "sources", path, body: key }));
}

/** The bodies of a file that have sources. */
export function demandRoots(system: FlowSystem, path: string, reader: Reader): Result {
  const bodies = rootBodies(
    system.library,
    namesViewOf(system, reader),
    path,
    reader.input(`roots:${path}`) as Candidates,
  );
  for (const body of bodies) reader.demand(writeKey({ kind: "sources", path, body }));
  return { value: undefined, detail: undefined, steps: 1 };
}
