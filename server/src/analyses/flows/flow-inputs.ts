/** What all computations of flows share, and the inputs that they rest on. */
import type { Computed, FixpointReader } from "../../base/fixpoint-types.js";
import type { ValueGraph } from "../../flow/value-graph.js";
import type { ModuleFacts } from "../../names/module-facts.js";
import type { Workspace } from "../../names/workspace.js";
import type { BodyHashes } from "./body-hashes.js";
import type { SourceKinds } from "./body-view.js";
import { importsOf, type NamedBody } from "./demands.js";
import type { EntryKey } from "./entry-keys.js";
import type { EntryRecord, EntryValue } from "./entry-values.js";
import type { BodyLookup } from "./flow-types.js";
import type { GraphIndex } from "./graph-index.js";
import type { Library } from "./library.js";
import type { MarkReader } from "./marks.js";
import type { MethodIndex } from "./method-index.js";
import { createNamesView, type NamesView } from "./names-view.js";
import { noCandidates, type Candidates } from "./readers-of-results.js";
import type { KindSet, SinkKinds } from "./sink-kinds.js";

/** What all computations share. */
export interface FlowSystem {
  readonly library: Library;
  readonly kinds: SinkKinds;
  readonly workspace: Workspace;
  readonly methods: MethodIndex;
  readonly sourceKinds: readonly SourceKinds[];
  readonly kindsOfSinks: readonly KindSet[];
  /** What the marks of rules in bodies mean. */
  readonly marks: MarkReader | undefined;
  readonly indexes: WeakMap<ValueGraph, GraphIndex>;
  readonly hashes: BodyHashes;
  /** By path; of test code there are none. */
  readonly candidates: Map<string, Candidates>;
  /** Those of a file, which may have to be found first. */
  candidatesOf: (path: string) => Candidates | undefined;
  /** Bodies by the names that they have, as far as somebody asked; none are kept when a file changes. */
  readonly bodiesByName: Map<string, readonly NamedBody[]>;
  /** Keys of the entries by which names bring something; some that do not any more may be among them. */
  readonly bringing: Set<string>;
  lookup: BodyLookup;
  graphs: number;
}

export type Reader = FixpointReader<EntryValue>;
export type Result = Computed<EntryValue, EntryRecord>;
export type EntryOf<Kind> = Extract<EntryKey, { readonly kind: Kind }>;

export const nothing: Result = { value: undefined, detail: undefined, steps: 1 };

const collectors: ReadonlySet<string> = new Set([
  "results",
  "registered",
  "field",
  "variable",
  "called",
  "read",
  "file",
]);

/** Entries that are put together from what others contribute. */
export function isCollector(key: string): boolean {
  return collectors.has(key.slice(0, key.indexOf("\n")));
}

/** The present value of an input: what the workspace has under the key, or what is kept of a file here. */
export function inputOf(system: FlowSystem, key: string): unknown {
  const { workspace, methods, candidatesOf, hashes } = system;
  const colon = key.indexOf(":");
  const rest = key.slice(colon + 1);
  switch (key.slice(0, colon)) {
    case "body": {
      const line = rest.indexOf("\n");
      return hashes.of(workspace.factsOf(rest.slice(0, line)), rest.slice(line + 1));
    }
    case "bodies":
      return workspace.factsOf(rest)?.bodies.map((body) => ({ path: rest, key: body.key })) ?? [];
    case "imports":
      return textOfImports(workspace.factsOf(rest));
    case "calls":
    case "word":
      return bodiesWithName(system, key);
    case "often":
      return isCalledOften(system, rest);
    case "only":
      return methods.only(rest);
    case "roots":
      return candidatesOf(rest) ?? noCandidates;
    default:
      return workspace.valueOf(key);
  }
}

function bodiesWithName({ bodiesByName, workspace }: FlowSystem, key: string): readonly NamedBody[] {
  let bodies = bodiesByName.get(key);
  if (bodies === undefined) bodiesByName.set(key, (bodies = workspace.valueOf(key) as readonly NamedBody[]));
  return bodies;
}

/** Bodies that call something of a name, beyond which it is called often. */
const manyCallers = 24;

/** Whether many bodies call something of that name. */
function isCalledOften(system: FlowSystem, name: string): boolean {
  return bodiesWithName(system, `calls:${name}`).length > manyCallers;
}

/** What names mean, for one computation. */
export function namesViewOf(system: FlowSystem, reader: Reader): NamesView {
  return createNamesView(
    system.workspace,
    system.methods,
    (name) => isCalledOften(system, name),
    (key) => {
      reader.note(key);
    },
  );
}

function textOfImports(facts: ModuleFacts | undefined): string | undefined {
  return facts === undefined ? undefined : importsOf(facts).text;
}
