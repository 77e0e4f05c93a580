/** Runs an expression with our own engine, which does what PCRE does, step by step, and can be given a limit. */
import { widthAt } from "./contains-point.js";
import { makeMatch, type RegexMatch, type RegexRunner } from "./regex-match.js";
import { createRegexBudget, type RegexBudget } from "./step-budget.js";
import { runSteps, StepMachine } from "./step-machine.js";
import type { RegexTree } from "./syntax.js";
import { writeSteps, type StepProgram } from "./write-steps.js";

/** A runner for any tree. Compiled when it is first used. */
export function makeBoundedRunner(tree: RegexTree): RegexRunner {
  let written: StepProgram | undefined;
  const matchFrom = (text: string, range: SearchRange, given?: RegexBudget): RegexMatch | undefined => {
    const program = (written ??= writeSteps(tree));
    const machine = new StepMachine(text, program.slotCount, given ?? createRegexBudget(text));
    for (let start = range.first; start <= range.last; start += widthAt(text, start)) {
      if (runSteps(program.steps, program.entry, machine, start)) return readMatch(program, machine, start, tree);
      if (machine.budget.steps < 0) return undefined;
    }
    return undefined;
  };
  const search = (text: string, from: number, budget?: RegexBudget): RegexMatch | undefined =>
    matchFrom(text, { first: from, last: text.length }, budget);
  return {
    test: (text, budget) => search(text, 0, budget) !== undefined,
    matchAtStart: (text, budget) => matchFrom(text, { first: 0, last: 0 }, budget),
    search,
  };
}

/** Where a match may start. */
interface SearchRange {
  readonly first: number;
  readonly last: number;
}

function readMatch(program: StepProgram, machine: StepMachine, start: number, tree: RegexTree): RegexMatch {
  const { slots } = machine;
  const kept = slots[program.keepSlot] ?? -1;
  const ranges = Array.from({ length: tree.groupCount + 1 }, (_, group): readonly [number, number] | undefined => {
    if (group === 0) return [kept >= 0 ? kept : start, machine.at];
    const end = slots[group * 2 + 1] ?? -1;
    return end < 0 ? undefined : [slots[group * 2] ?? 0, end];
  });
  return makeMatch(machine.text, ranges, tree.names);
}
