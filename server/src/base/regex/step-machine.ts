/**
 * Runs a program of steps over a text. What is tried later is kept on a stack of our own, so no text is too long for it,
 * and all that it does is counted, so no expression runs for ever.
 */
import type { RegexBudget } from "./step-budget.js";

/** One step of a program: moves the machine and gives the address of the next step, or `failed`. */
export type Step = (machine: StepMachine) => number;

export const failed = -1;
export const accepted = -2;

/** An entry is a choice (an address, where to go on in the text, a number for the step there) or what a slot held before. */
const entrySize = 3;
const firstEntries = 64;
/** About 24 megabytes; a search that needs more is given up. */
const mostEntries = 2_000_000;

/** Everything that changes during a search. */
export class StepMachine {
  at = 0;
  /** The number that was kept with the choice that was taken last. */
  kept = 0;
  /** Entries on the stack. */
  height = 0;
  /** The starts and ends of groups, then what the steps of the program have reserved; -1 for nothing. */
  readonly slots: Int32Array;
  #stack = new Int32Array(firstEntries * entrySize);

  constructor(
    readonly text: string,
    slotCount: number,
    readonly budget: RegexBudget,
  ) {
    this.slots = new Int32Array(slotCount).fill(-1);
  }

  /** Counts work beyond the one that each step is. */
  spend(steps: number): void {
    this.budget.steps -= steps;
  }

  /** Has a step tried at this place of the text if what comes next fails. */
  pushChoice(address: number, at: number, kept = 0): void {
    this.#push(address, at, kept);
  }

  /** Changes a slot until the search goes back behind this. */
  setSlot(slot: number, value: number): void {
    this.#push(-1 - slot, this.slots[slot] ?? -1, 0);
    this.slots[slot] = value;
  }

  /** Goes back to the last choice; `failed` if none is left. */
  goBack(): number {
    const stack = this.#stack;
    while (this.height > 0) {
      this.height -= 1;
      const entry = this.height * entrySize;
      const address = stack[entry] ?? 0;
      if (address < 0) {
        this.slots[-1 - address] = stack[entry + 1] ?? -1;
        continue;
      }
      this.at = stack[entry + 1] ?? 0;
      this.kept = stack[entry + 2] ?? 0;
      return address;
    }
    return failed;
  }

  /** Drops the choices above a height; slots keep their values and what they held before. */
  dropChoices(height: number): void {
    const stack = this.#stack;
    let to = height;
    this.spend(this.height - height);
    for (let from = height; from < this.height; from++) {
      if ((stack[from * entrySize] ?? 0) >= 0) continue;
      if (to < from) stack.copyWithin(to * entrySize, from * entrySize, (from + 1) * entrySize);
      to += 1;
    }
    this.height = to;
  }

  /** Drops all above a height, slots getting back what they held there. */
  undoTo(height: number): void {
    const stack = this.#stack;
    this.spend(this.height - height);
    while (this.height > height) {
      this.height -= 1;
      const entry = this.height * entrySize;
      const address = stack[entry] ?? 0;
      if (address < 0) this.slots[-1 - address] = stack[entry + 1] ?? -1;
    }
  }

  #push(first: number, second: number, third: number): void {
    const entry = this.height * entrySize;
    if (entry === this.#stack.length) {
      if (this.height >= mostEntries) {
        this.budget.steps = -1;
        return;
      }
      const grown = new Int32Array(entry * 2);
      grown.set(this.#stack);
      this.#stack = grown;
    }
    this.#stack[entry] = first;
    this.#stack[entry + 1] = second;
    this.#stack[entry + 2] = third;
    this.height += 1;
  }
}

/** Runs a program from a place of the text. False if it does not match there, or if the budget ran out. */
export function runSteps(steps: readonly Step[], entry: number, machine: StepMachine, start: number): boolean {
  machine.at = start;
  machine.height = 0;
  const { budget } = machine;
  let address = entry;
  while (address >= 0) {
    if (--budget.steps < 0) return false;
    address = steps[address]?.(machine) ?? failed;
    if (address === failed) address = machine.goBack();
  }
  return address === accepted && budget.steps >= 0;
}
