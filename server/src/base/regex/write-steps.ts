/**
 * A tree as a program for the step machine, with PCRE's meaning: groups keep what they matched in earlier rounds, a round
 * that matched nothing ends its loop, a reference to a group that took no part fails. Written from the end to the start,
 * so that each part knows where it goes on.
 */
import { containsPoint, onlyPoint, widthBefore } from "./contains-point.js";
import { lengths } from "./lengths.js";
import { holdsAt } from "./places.js";
import { newlineStep, referenceStep, setStep, textStep } from "./simple-steps.js";
import { writeRepeatSteps } from "./repeat-steps.js";
import { accepted, failed, type Step } from "./step-machine.js";
import { addStep, reserveSlot, type StepWriter } from "./step-writer.js";
import type { RegexNode, RegexTree } from "./syntax.js";

export interface StepProgram {
  readonly steps: readonly Step[];
  readonly entry: number;
  /** Two for each group, that of the whole match included, then those of loops and looks. */
  readonly slotCount: number;
  /** Where `\K` stood last. */
  readonly keepSlot: number;
}

/** Writes the program of a tree. */
export function writeSteps(tree: RegexTree): StepProgram {
  const keepSlot = (tree.groupCount + 1) * 2;
  const writer: StepWriter = { steps: [], slotCount: keepSlot + 1, keepSlot };
  const end = addStep(writer, () => accepted);
  const entry = writeNode(writer, tree.root, end);
  return { steps: writer.steps, entry, slotCount: writer.slotCount, keepSlot };
}

function writeNode(writer: StepWriter, node: RegexNode, next: number): number {
  switch (node.kind) {
    case "set":
      return addStep(writer, setStep(containsPoint(node.set), next));
    case "sequence":
      return writeSequence(writer, node.items, next);
    case "alternatives":
      return writeAlternatives(
        writer,
        node.items.map((item) => writeNode(writer, item, next)),
      );
    case "capture":
      return writeCapture(writer, node, next);
    case "repeat":
      return writeRepeatSteps(writer, node, next, writeNode);
    case "look":
      return node.negated ? writeNegativeLook(writer, node, next) : writePositiveLook(writer, node, next);
    case "atomic":
      return writeAtomic(writer, node.body, next);
    case "reference":
      return addStep(writer, referenceStep(node.groups, node.caseless, next));
    case "place": {
      const holds = holdsAt[node.place];
      return addStep(writer, ({ text, at }) => (holds(text, at) ? next : failed));
    }
    case "newline":
      return addStep(writer, newlineStep(next));
    case "keep":
      return addStep(writer, (machine) => {
        machine.setSlot(writer.keepSlot, machine.at);
        return next;
      });
  }
}

/** From the last item to the first; letters in a row are one step. */
function writeSequence(writer: StepWriter, items: readonly RegexNode[], next: number): number {
  let entry = next;
  let letters = "";
  const writeLetters = (): void => {
    if (letters !== "") entry = addStep(writer, textStep(letters, entry));
    letters = "";
  };
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item === undefined) continue;
    const point = item.kind === "set" ? onlyPoint(item.set) : undefined;
    if (point === undefined) {
      writeLetters();
      entry = writeNode(writer, item, entry);
    } else letters = String.fromCodePoint(point) + letters;
  }
  writeLetters();
  return entry;
}

/** Tries entries one after the other. */
function writeAlternatives(writer: StepWriter, entries: readonly number[]): number {
  return entries.reduceRight((later, entry) =>
    addStep(writer, (machine) => {
      machine.pushChoice(later, machine.at);
      return entry;
    }),
  );
}

/** While a group is open, references see what it matched before. */
function writeCapture(writer: StepWriter, node: Extract<RegexNode, { kind: "capture" }>, next: number): number {
  const opened = reserveSlot(writer);
  const close = addStep(writer, (machine) => {
    machine.setSlot(node.index * 2, machine.slots[opened] ?? -1);
    machine.setSlot(node.index * 2 + 1, machine.at);
    return next;
  });
  const body = writeNode(writer, node.body, close);
  return addStep(writer, (machine) => {
    machine.setSlot(opened, machine.at);
    return body;
  });
}

/**
 * Heights and places that a group notes when it starts are used until it ends, and nobody goes back into it after that:
 * they need not be restored.
 */
function writeAtomic(writer: StepWriter, node: RegexNode, next: number): number {
  const height = reserveSlot(writer);
  const end = addStep(writer, (machine) => {
    machine.dropChoices(machine.slots[height] ?? 0);
    return next;
  });
  const body = writeNode(writer, node, end);
  return addStep(writer, (machine) => {
    machine.slots[height] = machine.height;
    return body;
  });
}

type Look = Extract<RegexNode, { kind: "look" }>;

function writePositiveLook(writer: StepWriter, node: Look, next: number): number {
  const height = reserveSlot(writer);
  const place = reserveSlot(writer);
  const end = addStep(writer, (machine) => {
    machine.dropChoices(machine.slots[height] ?? 0);
    machine.at = machine.slots[place] ?? 0;
    return next;
  });
  const body = writeLookBody(writer, node, place, end);
  return addStep(writer, (machine) => {
    machine.slots[height] = machine.height;
    machine.slots[place] = machine.at;
    return body;
  });
}

function writeNegativeLook(writer: StepWriter, node: Look, next: number): number {
  const height = reserveSlot(writer);
  const place = reserveSlot(writer);
  const end = addStep(writer, (machine) => {
    machine.undoTo(machine.slots[height] ?? 0);
    return failed;
  });
  const body = writeLookBody(writer, node, place, end);
  return addStep(writer, (machine) => {
    machine.slots[height] = machine.height;
    machine.slots[place] = machine.at;
    machine.pushChoice(next, machine.at);
    return body;
  });
}

/** A look behind starts as many characters before as each alternative can be long, and must end where it was asked. */
function writeLookBody(writer: StepWriter, node: Look, place: number, end: number): number {
  if (node.direction === "ahead") return writeNode(writer, node.body, end);
  const checked = addStep(writer, ({ at, slots }) => (at === slots[place] ? end : failed));
  const alternatives = node.body.kind === "alternatives" ? node.body.items : [node.body];
  return writeAlternatives(
    writer,
    alternatives.map((item) => writeBack(writer, lengths(item), writeNode(writer, item, checked))),
  );
}

/** Goes back the least number of characters, and later one more each time. */
function writeBack(writer: StepWriter, [least, most]: readonly [number, number], body: number): number {
  const oneMore = writer.steps.length;
  addStep(writer, (machine) => {
    if (machine.at === 0) return failed;
    machine.at -= widthBefore(machine.text, machine.at);
    if (machine.kept + 1 < most) machine.pushChoice(oneMore, machine.at, machine.kept + 1);
    return body;
  });
  return addStep(writer, (machine) => {
    machine.spend(least);
    for (let count = 0; count < least; count++) {
      if (machine.at === 0) return failed;
      machine.at -= widthBefore(machine.text, machine.at);
    }
    if (least < most) machine.pushChoice(oneMore, machine.at, least);
    return body;
  });
}
