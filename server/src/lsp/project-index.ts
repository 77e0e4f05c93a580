/**
 * The files of one project, made known to each other in the background: what earlier runs kept, then every file that is new or has changed, then the flows.
 * Between any two files whoever types has their turn. What is left of an edit is finished here too.
 */
import type { CancellationToken } from "vscode-languageserver";
import { hashText } from "../base/hash.js";
import type { ModuleFacts } from "../names/module-facts.js";
import { joinPath } from "../review/paths.js";
import { isFileProblem } from "../review/ports.js";
import {
  readMemoryInParts,
  writeMemory,
  type ProjectMemory,
  type RememberedFile,
} from "../review/project/project-memory.js";
import { giveWay, waitForPause } from "./give-way.js";
import type { Project } from "./projects.js";
import type { ServerContext } from "./server-context.js";

/** Says how far it is. */
export type TellProgress = (done: number, total: number) => void;

/** What an index needs of its surroundings. */
export interface IndexHost {
  readonly context: ServerContext;
  readonly project: Project;
  /** The project's folder, absolute. */
  readonly root: string;
  /** Tells builds and rules apart: what others kept is not used. */
  readonly build: string;
  /** Whether an open document stands for a file. */
  readonly isOpen: (path: string) => boolean;
}

export interface ProjectIndex extends IndexHost {
  /** Hashes of the texts that the facts of closed files are made of. */
  readonly hashes: Map<string, string>;
  /** What the command line kept beside them; it is not ours to lose. */
  readonly scanned: Map<string, Required<Pick<RememberedFile, "hash" | "scanned">>>;
  /** Whether all files are known. */
  isComplete: boolean;
  /** Whether something is known that is not kept. */
  isChanged: boolean;
  finishing: Promise<void> | undefined;
}

/** Steps of the flow analysis between two moments at which others have their turn: a few milliseconds. */
const stepsAtOnce = 4_000;
/** Steps that are worth it when the server ends. */
const stepsAtEnd = 20_000;
/** Facts that are handed over at once. */
const filesAtOnce = 10;
/** Files that are read from the disk at once. */
const textsAtOnce = 8;

export function createProjectIndex(host: IndexHost): ProjectIndex {
  return {
    ...host,
    hashes: new Map(),
    scanned: new Map(),
    isComplete: false,
    isChanged: false,
    finishing: undefined,
  };
}

/** Indexes the project. Ends early when cancelled, and is then as good as never begun. */
export async function runIndex(index: ProjectIndex, token: CancellationToken, tell: TellProgress): Promise<void> {
  const { flows } = index.project.review;
  const memory = await recall(index);
  index.isChanged = memory.flows === undefined;
  const collected = await collectAll(index, memory, token, tell);
  if (collected === undefined) return;
  if (memory.flows !== undefined) flows.restore(memory.flows, (path) => memory.files.get(path)?.facts);
  let count = 0;
  for (const [path, facts] of collected) {
    if (++count % filesAtOnce === 0) await giveWay(index.context);
    // It may have been opened meanwhile.
    if (!index.isOpen(path)) flows.addFacts(path, facts);
  }
  flows.forgetOthers();
  index.isComplete = true;
  await finishFlows(index);
  count = 0;
  for (const path of flows.paths()) {
    if (++count % filesAtOnce === 0) await giveWay(index.context);
    flows.pack(path);
  }
}

async function recall({ context, root, build }: ProjectIndex): Promise<ProjectMemory> {
  const reading = readMemoryInParts(context.runtime.cache.read(root), build);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
    await giveWay(context);
  }
}

/** The facts of all files that are followed and not open; undefined if somebody cancelled. */
async function collectAll(
  index: ProjectIndex,
  memory: ProjectMemory,
  token: CancellationToken,
  tell: TellProgress,
): Promise<Map<string, ModuleFacts> | undefined> {
  const { context, project, root } = index;
  const { projects, runtime } = context;
  const isCancelled = (): boolean => token.isCancellationRequested;
  const paths: string[] = [];
  for await (const found of runtime.files.findPythonFiles(root, project.exclude, isCancelled)) {
    const path = projects.pathInProject(project, runtime.toUri(found));
    if (project.review.flows.follows(path)) paths.push(path);
    else keepScanned(index, path, memory.files.get(path));
  }
  const collected = new Map<string, ModuleFacts>();
  for (let at = 0; at < paths.length; at += textsAtOnce) {
    if (isCancelled()) return undefined;
    tell(at, paths.length);
    const some = paths.slice(at, at + textsAtOnce);
    const texts = await Promise.all(some.map((path) => readText(index, path)));
    for (const [position, path] of some.entries()) {
      const text = texts[position];
      if (text === undefined || index.isOpen(path)) continue;
      await giveWay(context);
      collected.set(path, factsOf(index, path, text, memory));
    }
  }
  return collected;
}

async function readText({ context, root }: ProjectIndex, path: string): Promise<string | undefined> {
  const text = await context.runtime.files.readText(joinPath(root, path));
  return isFileProblem(text) ? undefined : text;
}

function factsOf(index: ProjectIndex, path: string, text: string, memory: ProjectMemory): ModuleFacts {
  const hash = hashText(text);
  index.hashes.set(path, hash);
  const known = memory.files.get(path);
  if (known?.hash === hash && known.facts !== undefined) {
    keepScanned(index, path, known);
    return known.facts;
  }
  index.isChanged = true;
  return index.project.review.flows.factsOfText(path, text);
}

function keepScanned({ scanned }: ProjectIndex, path: string, known: RememberedFile | undefined): void {
  if (known?.scanned !== undefined) scanned.set(path, { hash: known.hash, scanned: known.scanned });
}

/** Finishes the work on flows, in the background. */
export function finishFlows(index: ProjectIndex): Promise<void> {
  index.finishing ??= workOnFlows(index).finally(() => {
    index.finishing = undefined;
  });
  return index.finishing;
}

async function workOnFlows(index: ProjectIndex): Promise<void> {
  const { context, project } = index;
  const { flows } = project.review;
  let changes = context.documents.changeCount();
  for (;;) {
    await giveWay(context);
    // Each edit makes some of this work anew.
    if (changes !== context.documents.changeCount()) await waitForPause(context);
    changes = context.documents.changeCount();
    const { state, wanted } = flows.advance(stepsAtOnce);
    if (state === "done") return;
    for (const path of wanted.slice(0, filesAtOnce)) {
      flows.provide(path, await readText(index, path));
      await giveWay(context);
    }
  }
}

/** Reads a file again, or forgets it if it is gone. */
export async function updateIndex(index: ProjectIndex, path: string): Promise<void> {
  const { flows } = index.project.review;
  if (!flows.follows(path)) return;
  const text = await readText(index, path);
  if (index.isOpen(path)) return;
  index.isChanged = true;
  index.hashes.delete(path);
  if (text === undefined) flows.remove(path);
  else {
    index.hashes.set(path, hashText(text));
    flows.addText(path, text);
  }
  await finishFlows(index);
  flows.pack(path);
}

/** Keeps what is known for the next time. */
export function keepIndex(index: ProjectIndex): void {
  if (!index.isComplete || !index.isChanged) return;
  const { flows } = index.project.review;
  // Flows that are not worked out would be taken for all that there are.
  if (flows.advance(stepsAtEnd).state !== "done") return;
  const files = new Map<string, RememberedFile>();
  for (const [path, hash] of index.hashes) {
    const facts = flows.factsOf(path);
    const kept = index.scanned.get(path);
    if (facts !== undefined && !index.isOpen(path))
      files.set(path, { hash, facts, ...(kept?.hash === hash && { scanned: kept.scanned }) });
  }
  for (const [path, kept] of index.scanned) if (!flows.follows(path)) files.set(path, kept);
  // The flows rest on the text of open documents too, which is on no disk.
  for (const path of flows.paths()) {
    const facts = flows.factsOf(path);
    if (facts !== undefined && !files.has(path)) files.set(path, { hash: "", facts });
  }
  index.context.runtime.cache.write(index.root, writeMemory({ files, flows: flows.store() }, index.build));
  index.isChanged = false;
}
