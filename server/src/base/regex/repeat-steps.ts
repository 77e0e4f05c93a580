/** Loops for the step machine. */
import { containsPoint, widthBefore, type ContainsPoint } from "./contains-point.js";
import { lengths } from "./lengths.js";
import { failed, type StepMachine } from "./step-machine.js";
import type { CodePointSet } from "./code-point-set.js";
import type { RegexRepeat } from "./syntax.js";
import { addStep, reserveSlot, type StepWriter, type WriteNode } from "./step-writer.js";

/** Writes a repetition that goes on at `next`; gives the address where it starts. */
export function writeRepeatSteps(writer: StepWriter, node: RegexRepeat, next: number, write: WriteNode): number {
  if (node.maximum === 0) return next;
  if (node.minimum === 1 && node.maximum === 1) return write(writer, node.body, next);
  if (node.body.kind === "set")
    return node.greedy
      ? writeGreedySet(writer, node, node.body.set, next)
      : writeLazySet(writer, node, node.body.set, next);
  if (node.minimum === 0 && node.maximum === 1) return writeOptional(writer, node, next, write);
  return writeLoop(writer, node, next, write);
}

function writeOptional(writer: StepWriter, node: RegexRepeat, next: number, write: WriteNode): number {
  const body = write(writer, node.body, next);
  const [first, later] = node.greedy ? [body, next] : [next, body];
  return addStep(writer, (machine) => {
    machine.pushChoice(later, machine.at);
    return first;
  });
}

/** Takes as many characters as it can, and gives them back one by one: one entry on the stack for all of them. */
function writeGreedySet(writer: StepWriter, node: RegexRepeat, set: CodePointSet, next: number): number {
  const { minimum, maximum } = node;
  const contains = containsPoint(set);
  const giveBack = writer.steps.length;
  addStep(writer, (machine) => {
    machine.at -= widthBefore(machine.text, machine.at);
    if (machine.at > machine.kept) machine.pushChoice(giveBack, machine.at, machine.kept);
    return next;
  });
  return addStep(writer, (machine) => {
    if (takeCharacters(machine, contains, minimum) < minimum) return failed;
    const least = machine.at;
    takeCharacters(machine, contains, maximum - minimum);
    if (machine.at > least) machine.pushChoice(giveBack, machine.at, least);
    return next;
  });
}

function writeLazySet(writer: StepWriter, node: RegexRepeat, set: CodePointSet, next: number): number {
  const { minimum, maximum } = node;
  const contains = containsPoint(set);
  const takeMore = writer.steps.length;
  addStep(writer, (machine) => {
    const count = machine.kept + 1;
    if (takeCharacters(machine, contains, 1) === 0) return failed;
    if (count < maximum) machine.pushChoice(takeMore, machine.at, count);
    return next;
  });
  return addStep(writer, (machine) => {
    if (takeCharacters(machine, contains, minimum) < minimum) return failed;
    if (minimum < maximum) machine.pushChoice(takeMore, machine.at, minimum);
    return next;
  });
}

/** Moves over at most so many characters of a set; gives how many it were. */
function takeCharacters(machine: StepMachine, contains: ContainsPoint, most: number): number {
  const { text } = machine;
  let { at } = machine;
  let count = 0;
  while (count < most) {
    const point = text.codePointAt(at);
    if (point === undefined || !contains(point)) break;
    at += point > 0xffff ? 2 : 1;
    count += 1;
  }
  machine.at = at;
  machine.spend(count);
  return count;
}

/** Any other repetition: a slot counts the rounds, another one says where the present round started. */
function writeLoop(writer: StepWriter, node: RegexRepeat, next: number, write: WriteNode): number {
  const { minimum, maximum, greedy } = node;
  const rounds = reserveSlot(writer);
  const start = reserveSlot(writer);
  const counts = minimum > 0 || maximum !== Infinity;
  const mayMatchNothing = maximum === Infinity && lengths(node.body)[0] === 0;
  const head = addStep(writer, () => failed);
  const end = mayMatchNothing
    ? addStep(writer, ({ at, slots }) => (at === slots[start] && (slots[rounds] ?? 0) >= minimum ? next : head))
    : head;
  const body = write(writer, node.body, end);
  const startRound = (machine: StepMachine): number => {
    if (counts) machine.setSlot(rounds, (machine.slots[rounds] ?? 0) + 1);
    if (mayMatchNothing) machine.setSlot(start, machine.at);
    return body;
  };
  const later = greedy ? next : addStep(writer, startRound);
  writer.steps[head] = (machine) => {
    const done = counts ? (machine.slots[rounds] ?? 0) : 0;
    if (done < minimum) return startRound(machine);
    if (done >= maximum) return next;
    machine.pushChoice(later, machine.at);
    return greedy ? startRound(machine) : next;
  };
  return addStep(writer, (machine) => {
    machine.setSlot(rounds, 0);
    return head;
  });
}
