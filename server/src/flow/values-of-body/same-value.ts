/** Whether a value that is made anew at its place is what it was. */
import type { Guard, Value, ValueId } from "../value-graph.js";

/** Whether two values of one place are made of the same. */
export function sameValue(left: Value, right: Value): boolean {
  if (left.kind !== right.kind) return false;
  if (left.kind === "container" && right.kind === "container") return sameElements(left.elements, right.elements);
  return wordOf(left) === wordOf(right) && sameIds(operandsOf(left), operandsOf(right));
}

const none: readonly ValueId[] = [];

/** The values that a value is made of. */
export function operandsOf(value: Value): readonly ValueId[] {
  switch (value.kind) {
    case "field":
    case "after-call":
      return [value.object];
    case "element":
      return value.key === undefined ? [value.object] : [value.object, value.key];
    case "store":
      return [value.object, value.value];
    case "derived":
    case "merge":
      return value.from;
    case "guarded": {
      const { subject, test } = value.guard;
      return "other" in test ? [value.value, subject, test.other] : [value.value, subject];
    }
    case "container":
      return value.elements.map((element) => element.value);
    case "function":
      return value.captured.map((captured) => captured.value);
    default:
      return none;
  }
}

/** What else values of one place and kind differ in. */
function wordOf(value: Value): string {
  switch (value.kind) {
    case "element":
    case "store":
      return value.part;
    case "derived":
      return value.bounds === undefined ? value.operator : `${value.operator} ${boundsOf(value.bounds)}`;
    case "guarded":
      return wordOfGuard(value.guard);
    default:
      return "";
  }
}

type Bounds = NonNullable<(Value & { readonly kind: "derived" })["bounds"]>;

function boundsOf([lower, upper]: Bounds): string {
  return `${String(lower)}:${String(upper)}`;
}

function wordOfGuard({ test }: Guard): string {
  switch (test.kind) {
    case "compare":
    case "compared-with":
      return `${test.kind} ${test.operator}`;
    case "call":
      return `${test.kind} ${test.call} ${String(test.outcome)}`;
    case "truth":
      return `${test.kind} ${String(test.outcome)}`;
  }
}

type Elements = (Value & { readonly kind: "container" })["elements"];

function sameElements(left: Elements, right: Elements): boolean {
  return (
    left.length === right.length &&
    left.every(({ part, value }, index) => right[index]?.part === part && right[index].value === value)
  );
}

function sameIds(left: readonly ValueId[], right: readonly ValueId[]): boolean {
  return left.length === right.length && left.every((id, index) => id === right[index]);
}
