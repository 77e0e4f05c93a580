/**
 * The files of one project, made known to each other in the background: what earlier runs kept, then every file that is new or has changed, then the flows.
 * Between any two files whoever types has their turn. What is left of an edit is finished here too.
 */
import type { CancellationToken } from "vscode-languageserver";
import { hashText } from "../base/hash.js";
import { joinPath } from "../review/paths.js";
import { isFileProblem, type ProjectCache } from "../review/ports.js";
import {
  readMemoryInParts,
  writeMemory,
  type ProjectMemory,
  type RememberedFile,
} from "../review/project/project-memory.js";
import type { ModuleFacts } from "../names/module-facts.js";
import { giveWay } from "./give-way.js";
import type { Project } from "./projects.js";
import type { ServerContext } from "./server-context.js";

export interface ProjectIndex {
  /** Indexes the project, once; `tell` is told how far it is. Ends early when cancelled, and is then as good as never begun. */
  readonly run: (token: CancellationToken, tell: (done: number, total: number) => void) => Promise<void>;
  /** Reads a file again, or forgets it if it is gone. Paths are the project's. */
  readonly update: (path: string) => Promise<void>;
  /** Finishes the work on flows, in the background. */
  readonly finish: () => Promise<void>;
  /** Whether all files are known. */
  readonly isComplete: () => boolean;
  /** Keeps what is known for the next time. */
  readonly keep: () => void;
}

/** What an index needs of its surroundings. */
export interface IndexHost {
  readonly context: ServerContext;
  readonly project: Project;
  /** The project's folder, absolute. */
  readonly root: string;
  readonly cache: ProjectCache;
  /** Tells builds apart: what another one kept is not used. */
  readonly build: string;
  /** Whether an open document stands for a file. */
  readonly isOpen: (path: string) => boolean;
}

/** Steps of the flow analysis between two moments at which others have their turn: a few milliseconds. */
const stepsAtOnce = 20_000;
/** Facts that are handed over at once. */
const filesAtOnce = 10;
/** Files that are read from the disk at once. */
const textsAtOnce = 8;

export function createProjectIndex(host: IndexHost): ProjectIndex {
  const { context, project, root, cache, build, isOpen } = host;
  const { flows } = project.review;
  const { files } = context.runtime;
  /** Hashes of the texts that the facts of closed files are made of. */
  const hashes = new Map<string, string>();
  /** What the command line kept beside them; it is not ours to lose. */
  const scanned = new Map<string, Required<Pick<RememberedFile, "hash" | "scanned">>>();
  let isComplete = false;
  let isChanged = false;
  let finishing: Promise<void> | undefined;

  const readText = async (path: string): Promise<string | undefined> => {
    const text = await files.readText(joinPath(root, path));
    return isFileProblem(text) ? undefined : text;
  };
  const readFacts = (path: string, text: string, memory: ProjectMemory): ModuleFacts => {
    const hash = hashText(text);
    hashes.set(path, hash);
    const known = memory.files.get(path);
    if (known?.hash === hash) {
      if (known.scanned !== undefined) scanned.set(path, { hash, scanned: known.scanned });
      return known.facts;
    }
    isChanged = true;
    return flows.factsOfText(path, text);
  };
  const recall = async (): Promise<ProjectMemory> => {
    const reading = readMemoryInParts(cache.read(root), build);
    for (;;) {
      const { done, value } = reading.next();
      if (done === true) return value;
      await giveWay(context);
    }
  };
  const collect = async (
    memory: ProjectMemory,
    token: CancellationToken,
    tell: (done: number, total: number) => void,
  ): Promise<Map<string, ModuleFacts> | undefined> => {
    const paths: string[] = [];
    for await (const path of files.findPythonFiles(root, project.exclude, () => token.isCancellationRequested)) {
      const inProject = context.projects.pathInProject(project, context.runtime.toUri(path));
      paths.push(inProject);
    }
    const collected = new Map<string, ModuleFacts>();
    for (let at = 0; at < paths.length; at += textsAtOnce) {
      if (token.isCancellationRequested) return undefined;
      tell(at, paths.length);
      const some = paths.slice(at, at + textsAtOnce);
      const read = await Promise.all(some.map(readText));
      for (const [index, text] of read.entries()) {
        const path = some[index];
        if (path === undefined || text === undefined || isOpen(path)) continue;
        await giveWay(context);
        collected.set(path, readFacts(path, text, memory));
      }
    }
    return collected;
  };
  const takeIn = async (collected: ReadonlyMap<string, ModuleFacts>): Promise<void> => {
    let count = 0;
    for (const [path, facts] of collected) {
      if (++count % filesAtOnce === 0) await giveWay(context);
      // It may have been opened meanwhile.
      if (!isOpen(path)) flows.addFacts(path, facts);
    }
  };
  const work = async (): Promise<void> => {
    for (;;) {
      await giveWay(context);
      const { state, wanted } = flows.advance(stepsAtOnce);
      if (state === "done") return;
      for (const path of wanted.slice(0, filesAtOnce)) {
        flows.provide(path, await readText(path));
        await giveWay(context);
      }
    }
  };
  const finish = (): Promise<void> => {
    finishing ??= work().finally(() => {
      finishing = undefined;
    });
    return finishing;
  };

  return {
    run: async (token, tell) => {
      const memory = await recall();
      isChanged = memory.flows === undefined;
      const collected = await collect(memory, token, tell);
      if (collected === undefined) return;
      if (memory.flows !== undefined) flows.restore(memory.flows);
      await takeIn(collected);
      isComplete = true;
      await finish();
    },
    update: async (path) => {
      const text = await readText(path);
      if (isOpen(path)) return;
      isChanged = true;
      hashes.delete(path);
      if (text === undefined) flows.remove(path);
      else {
        hashes.set(path, hashText(text));
        flows.addText(path, text);
      }
      await finish();
    },
    finish,
    isComplete: () => isComplete,
    keep: () => {
      if (!isComplete || !isChanged) return;
      const known: ProjectMemory["files"] = new Map();
      for (const [path, hash] of hashes) {
        const facts = flows.factsOf(path);
        const kept = scanned.get(path);
        if (facts !== undefined && !isOpen(path))
          known.set(path, { hash, facts, ...(kept?.hash === hash && { scanned: kept.scanned }) });
      }
      cache.write(root, writeMemory({ files: known, flows: flows.store() }, build));
      isChanged = false;
    },
  };
}
