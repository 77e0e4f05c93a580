/**
 * What is kept of a project between runs, as text: a line for each file, and one for the flows. Of most files nobody asks for more than
 * whether they are still the same, so that their facts stay text (names/packed-facts.ts) until somebody does, and are written as they were read.
 * A line that can't be read is left out; a text of another version, or of other rules about flows, is worth nothing.
 */
import { hashText } from "../../base/hash.js";
import { packFacts, unpackFacts } from "../../names/packed-facts.js";
import type { ModuleFacts } from "../../names/module-facts.js";
import type { RuleFile } from "../engine.js";
import type { StoredProject } from "./project-flows.js";

/** Grows when the form of what is kept changes. */
const formatVersion = 2;

export interface RememberedFile {
  /** Hash of the text that the rest was made of. */
  readonly hash: string;
  /** Undefined where no rule follows flows. */
  readonly facts?: ModuleFacts | undefined;
  /** What a scan said of it, under settings with that key; as its owner wrote it. */
  readonly scanned?: { readonly key: string; readonly result: unknown };
}

export interface ProjectMemory {
  /** By path from the project's root on. */
  readonly files: Map<string, RememberedFile>;
  readonly flows: StoredProject | undefined;
}

/** Reads a memory that was written by the same build; empty where there is none. */
export function readMemory(text: string | undefined, build: string): ProjectMemory {
  const reading = readMemoryInParts(text, build);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
  }
}

/** The same in parts of about a millisecond, for those who have other things to do. */
export function* readMemoryInParts(text: string | undefined, build: string): Generator<undefined, ProjectMemory> {
  const files = new Map<string, RememberedFile>();
  let flows: StoredProject | undefined;
  const [head = "", ...lines] = (text ?? "").split("\n");
  if (head !== headOf(build)) return { files, flows };
  let characters = 0;
  for (const line of lines) {
    const entry = parseLine(line);
    if (entry === undefined) continue;
    if ("flows" in entry) flows = entry.flows;
    else files.set(entry.path, entry.file);
    characters += line.length;
    if (characters < charactersAtOnce) continue;
    characters = 0;
    yield;
  }
  return { files, flows };
}

/** JSON is read at about 100 characters a microsecond. */
const charactersAtOnce = 50_000;

/** Tells apart what was kept under other rules. `rules` are those besides the built-in ones, with their text. */
export function buildWithRules(build: string, withBuiltIn: boolean, rules: readonly RuleFile[]): string {
  const texts = rules.map((file) => [file.path, "text" in file ? file.text : JSON.stringify(file.loaded)]);
  return `${build} ${hashText(JSON.stringify([withBuiltIn, texts]))}`;
}

type Line = { readonly path: string; readonly file: RememberedFile } | { readonly flows: StoredProject };

/** In front of the facts of a file. */
const tab = "\t";

function parseLine(line: string): Line | undefined {
  if (line === "") return undefined;
  try {
    const end = line.indexOf(tab);
    if (end < 0) return JSON.parse(line) as Line;
    const { path, file } = JSON.parse(line.slice(0, end)) as { path: string; file: RememberedFile };
    return { path, file: { ...file, facts: unpackFacts(line.slice(end + 1)) } };
  } catch {
    return undefined;
  }
}

/** The text of a memory. */
export function writeMemory({ files, flows }: ProjectMemory, build: string): string {
  const lines = [headOf(build)];
  for (const [path, { facts, ...file }] of files)
    lines.push(JSON.stringify({ path, file }) + (facts === undefined ? "" : tab + packFacts(facts)));
  if (flows !== undefined) lines.push(JSON.stringify({ flows }));
  return lines.join("\n");
}

function headOf(build: string): string {
  return JSON.stringify({ kingsnake: formatVersion, build });
}
