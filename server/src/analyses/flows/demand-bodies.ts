/** Which bodies are looked at because of what others bring. */
import type { NamesView } from "./names-view.js";
import { bodiesOfFamily, importsOf, mayMean, type FileImports, type NamedBody } from "./demands.js";
import { readKey, writeKey, type EntryKey } from "./entry-keys.js";
import { namesViewOf, nothing, type FlowSystem, type Reader, type Result } from "./flow-inputs.js";
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

/** Who reads a field or variable that holds something is looked at: bodies of its family, or those that can name it. */
export function demandReaders(system: FlowSystem, names: NamesView, reader: Reader, key: string): void {
  const target = readKey(key);
  if (target?.kind !== "field" && target?.kind !== "variable") return;
  const read = writeKey({ kind: "read", name: target.name });
  system.bringing.add(read);
  reader.contribute(read, { kind: "there", quiet: true });
  reader.demand(read);
  const named = reader.input(`word:${target.name}`) as readonly NamedBody[];
  const importsOfFile = (path: string): FileImports => importsIn(system, reader, path);
  const readers =
    target.kind === "field"
      ? bodiesOfFamily(names, { path: target.path, key: target.owner }, named, importsOfFile)
      : named.filter((other) => mayMean(importsOfFile(other.path), target.path, [target.name]));
  demandSources(system, reader, readers);
  if (target.kind === "variable") announceTo(system, reader, { kind: "file", path: target.path });
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
  const imports = (path: string): FileImports => importsIn(system, reader, path);
  if (!specialMethod.test(input)) {
    const named = definitions.map(({ path, body }) => ({ path, names: body.split(".") }));
    return bodies.filter(({ path }) =>
      named.some((of) => of.path === path || mayMean(imports(path), of.path, of.names)),
    );
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

function importsIn({ workspace }: FlowSystem, reader: Reader, path: string): FileImports {
  reader.input(`imports:${path}`);
  const facts = workspace.factsOf(path);
  return facts === undefined ? noImports : importsOf(facts);
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
