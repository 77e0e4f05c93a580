/** Steps that match one thing or fail. */
import { sameWithoutCase } from "./code-point-set.js";
import { containsPoint, widthAt, type ContainsPoint } from "./contains-point.js";
import { vertical } from "./named-sets.js";
import { failed, type Step } from "./step-machine.js";

/** One character of a set. */
export function setStep(contains: ContainsPoint, next: number): Step {
  return (machine) => {
    const { text, at } = machine;
    const point = text.codePointAt(at);
    if (point === undefined || !contains(point)) return failed;
    machine.at = at + (point > 0xffff ? 2 : 1);
    return next;
  };
}

/** A text as it stands. */
export function textStep(wanted: string, next: number): Step {
  return (machine) => {
    if (!machine.text.startsWith(wanted, machine.at)) return failed;
    machine.at += wanted.length;
    // A pair of surrogates is one character.
    return isInsideOfPair(machine.text, machine.at) ? failed : next;
  };
}

function isInsideOfPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0 && widthAt(text, at - 1) === 2;
}

/** `\R`. */
export function newlineStep(next: number): Step {
  const isVertical = containsPoint(vertical);
  return (machine) => {
    const { text, at } = machine;
    if (at >= text.length || !isVertical(text.charCodeAt(at))) return failed;
    machine.at = at + (text.startsWith("\r\n", at) ? 2 : 1);
    return next;
  };
}

/** What the first of the groups that took part has matched. */
export function referenceStep(groups: readonly number[], caseless: boolean, next: number): Step {
  return (machine) => {
    const { text, at, slots } = machine;
    const group = groups.find((number) => (slots[number * 2 + 1] ?? -1) >= 0);
    if (group === undefined) return failed;
    const start = slots[group * 2] ?? 0;
    const end = slots[group * 2 + 1] ?? 0;
    machine.spend(end - start);
    const wanted = text.slice(start, end);
    const reached = caseless
      ? endWithoutCase(text, at, wanted)
      : text.startsWith(wanted, at)
        ? at + wanted.length
        : failed;
    if (reached === failed) return failed;
    machine.at = reached;
    return next;
  };
}

/** Where the text that is the same but for case ends; `failed` if it does not stand here. */
function endWithoutCase(text: string, from: number, wanted: string): number {
  let at = from;
  for (const character of wanted) {
    const point = text.codePointAt(at);
    if (point === undefined || !sameWithoutCase(point, character.codePointAt(0) ?? 0)) return failed;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}
