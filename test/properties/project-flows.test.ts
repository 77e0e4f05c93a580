/** What must hold of flows between files after any edits, in open documents and on disk: they are those of a fresh analysis. */
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProjectReview, ReviewDocument, ReviewEngine } from "../../server/src/review/engine.js";
import type { ModuleFacts } from "../../server/src/names/module-facts.js";
import {
  readMemory,
  writeMemory,
  type ProjectMemory,
  type RememberedFile,
} from "../../server/src/review/project/project-memory.js";
import { patternCases, patternRules } from "../flow/pattern-cases.js";
import { readCases, type FlowCase } from "../flow/read-cases.js";
import { createTestEngine, repository, showAll } from "../support/engine.js";
import { finishFlows, flowsBetween, type FoundFlow } from "../support/project-review.js";
import { createRandom, randomEdit } from "../support/random-edits.js";

const topics = readCases(path.join(repository, "test/flow/cases"));
const builtIn = await createTestEngine();
const ofPatterns = await createTestEngine([{ path: "rules.yaml", text: patternRules }]);

/** Projects of several files, with their texts by path; those that patterns are about, of any number. */
const subjects: readonly (readonly [string, ReviewEngine, readonly FlowCase[]])[] = [
  ["of kinds of models", builtIn, [...topics.values()].flat().filter(({ files }) => Object.keys(files).length > 1)],
  ["of patterns", ofPatterns, [...patternCases.values()].flat()],
];

type Random = () => number;

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}

/** A project in an editor: one file is open, the others are on disk. */
interface Session {
  readonly project: ProjectReview;
  readonly texts: Record<string, string>;
  /** Says when flows may wait, and when what is known of files is packed. */
  readonly extents: Random;
  open: { readonly path: string; readonly document: ReviewDocument } | undefined;
}

/** One thing that happens: typing, a change on disk, a file that goes and comes back, another document that is opened. */
function happen(session: Session, original: Readonly<Record<string, string>>, random: Random): void {
  const { project, texts, open } = session;
  const file = pick(Object.keys(original), random);
  const choice = random();
  if (open !== undefined && choice < 0.6) {
    open.document.edit([randomEdit(open.document.text, random)]);
    texts[open.path] = open.document.text;
    // In the editor flows of a prompt review follow later.
    open.document.review(showAll, session.extents() < 0.5 ? "prompt" : "all");
  } else if (choice < 0.7) {
    open?.document.close();
    if (open !== undefined) project.flows.addText(open.path, texts[open.path] ?? "");
    session.open = {
      path: file,
      document: project.openDocument(file, (texts[file] ??= original[file] ?? ""), "later"),
    };
    session.open.document.review(showAll, session.extents() < 0.5 ? "prompt" : "all");
  } else if (file !== open?.path) {
    if (choice < 0.8 && Object.keys(texts).length > 1) {
      Reflect.deleteProperty(texts, file);
      project.flows.remove(file);
    } else {
      const text = texts[file] ?? original[file] ?? "";
      const { range, newText } = randomEdit(text, random);
      texts[file] =
        choice < 0.9 ? (original[file] ?? "") : text.slice(0, range.start) + newText + text.slice(range.end);
      project.flows.addText(file, texts[file]);
    }
  }
}

/** What is known of closed files may be kept as text at any time. */
function packSometimes({ project: { flows }, extents }: Session): void {
  if (extents() < 0.1) for (const path of flows.paths()) flows.pack(path);
}

/** The flows of a session, after all work is done. */
function flowsOf({ project, texts, open }: Session): readonly FoundFlow[] {
  // What the editor shows of its document is made of the last review.
  if (open !== undefined) open.document.review(showAll);
  return finishFlows(project, texts, showAll);
}

/** What is kept of a session, as it comes back from the disk. */
function remember({ project, texts }: Session): ProjectMemory {
  const files = new Map<string, RememberedFile>();
  for (const path of Object.keys(texts)) files.set(path, { hash: "", facts: project.flows.factsOf(path) });
  return readMemory(writeMemory({ files, flows: project.flows.store() }, "build"), "build");
}

describe.each(subjects)("flows between files %s", (_, engine, projects) => {
  it("are after any edits those of a fresh analysis", () => {
    expect(projects.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const { name, files } = pick(projects, random);
        const session: Session = {
          project: engine.openProject(),
          texts: { ...files },
          extents: createRandom(seed + 1),
          open: undefined,
        };
        for (const [file, text] of Object.entries(files)) session.project.flows.addText(file, text);
        for (let step = 0; step < 12; step++) {
          happen(session, files, random);
          packSometimes(session);
          const fresh = flowsBetween(engine, session.texts, showAll);
          expect({ name, step, flows: flowsOf(session) }).toEqual({ name, step, flows: fresh });
        }
        session.open?.document.close();
      }),
      { numRuns: 60 },
    );
  });

  it("are after a restart those of a fresh analysis, whatever changed in between", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const { name, files } = pick(projects, random);
        const before: Session = {
          project: engine.openProject(),
          texts: { ...files },
          extents: createRandom(seed + 1),
          open: undefined,
        };
        for (const [file, text] of Object.entries(files)) before.project.flows.addText(file, text);
        finishFlows(before.project, files, showAll);
        const memory = remember(before);
        const after: Session = {
          project: engine.openProject(),
          texts: { ...files },
          extents: createRandom(seed + 1),
          open: undefined,
        };
        const knowsFacts = random() < 0.7;
        const factsThen = (path: string): ModuleFacts | undefined => memory.files.get(path)?.facts;
        const restored =
          memory.flows !== undefined && after.project.flows.restore(memory.flows, knowsFacts ? factsThen : undefined);
        expect(restored).toBe(true);
        const file = pick(Object.keys(files), random);
        if (random() < 0.3) Reflect.deleteProperty(after.texts, file);
        else if (random() < 0.8) {
          const { range, newText } = randomEdit(files[file] ?? "", random);
          after.texts[file] =
            (files[file] ?? "").slice(0, range.start) + newText + (files[file] ?? "").slice(range.end);
        }
        for (const [path, text] of Object.entries(after.texts)) {
          const facts = text === files[path] ? factsThen(path) : undefined;
          if (facts === undefined) after.project.flows.addText(path, text);
          else after.project.flows.addFacts(path, facts);
        }
        after.project.flows.forgetOthers();
        for (let step = 0; step < 4; step++) {
          const fresh = flowsBetween(engine, after.texts, showAll);
          expect({ name, step, flows: flowsOf(after) }).toEqual({ name, step, flows: fresh });
          happen(after, files, random);
          packSometimes(after);
        }
        after.open?.document.close();
      }),
      { numRuns: 60 },
    );
  });
});
