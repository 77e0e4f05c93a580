/** A program for the step machine while it is written. */
import type { Step } from "./step-machine.js";
import type { RegexNode } from "./syntax.js";

export interface StepWriter {
  readonly steps: Step[];
  slotCount: number;
  readonly keepSlot: number;
}

/** Writes a node that goes on at an address; gives the address where it starts. */
export type WriteNode = (writer: StepWriter, node: RegexNode, next: number) => number;

/** Adds a step; gives its address. */
export function addStep(writer: StepWriter, step: Step): number {
  return writer.steps.push(step) - 1;
}

/** A slot that nothing else uses. */
export function reserveSlot(writer: StepWriter): number {
  return writer.slotCount++;
}
