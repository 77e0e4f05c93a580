/** The functions that a comparison can call. */
import type { ComparisonValue } from "./comparison.js";
import type { ComparisonEnvironment } from "./evaluate-comparison.js";
import { readNumber } from "./read-literal.js";

/** The result of a call; undefined if the arguments don't go with the function. */
export function callFunction(
  name: string,
  values: readonly ComparisonValue[],
  environment: ComparisonEnvironment,
): ComparisonValue | undefined {
  const [first, second] = values;
  switch (name) {
    case "today":
      return values.length > 0 || environment.today === undefined
        ? undefined
        : { kind: "float", value: environment.today };
    case "re.match":
      if (values.length !== 2 || first?.kind !== "string" || second?.kind !== "string") return undefined;
      return { kind: "boolean", value: environment.matchesStart(first.value, second.value) };
  }
  return values.length === 1 && first !== undefined ? convert(name, first) : undefined;
}

function convert(name: string, value: ComparisonValue): ComparisonValue | undefined {
  if (name === "int") return toInteger(value);
  if (name === "str") {
    const text = toText(value);
    return text === undefined ? undefined : { kind: "string", value: text };
  }
  if (value.kind !== "string") return undefined;
  switch (name) {
    case "lower":
      return { kind: "string", value: value.value.toLowerCase() };
    case "upper":
      return { kind: "string", value: value.value.toUpperCase() };
    case "strptime":
      return toDay(value.value);
    default:
      return undefined;
  }
}

/** `int()`, which is also what the key `strip` does: a string that is one integer, without spaces. */
export function toInteger(value: ComparisonValue): ComparisonValue | undefined {
  if (value.kind === "integer") return value;
  const match = value.kind === "string" ? /^(-?)(\w+)$/.exec(value.value) : null;
  const number = match === null ? undefined : readNumber(match[2] ?? "");
  if (number?.kind !== "integer") return undefined;
  return match?.[1] === "-" ? { kind: "integer", value: -number.value } : number;
}

function toText(value: ComparisonValue): string | undefined {
  switch (value.kind) {
    case "string":
      return value.value;
    case "code":
      return value.text;
    case "integer":
    case "boolean":
      return String(value.value);
    case "float":
      return Number.isInteger(value.value) ? `${value.value}.` : String(Number(value.value.toPrecision(12)));
    case "list":
      return undefined;
  }
}

/** A date, year-month-day, as midnight in seconds since 1970. */
function toDay(text: string): ComparisonValue | undefined {
  const match = /^(\d{1,4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const days = daysSince1970(Number(match[1]), Number(match[2]), Number(match[3]));
  return days === undefined ? undefined : { kind: "float", value: days * 86_400 };
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of the Gregorian calendar; undefined for a date that there is not. */
function daysSince1970(year: number, month: number, day: number): number | undefined {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && isLeap ? 29 : monthLengths[month - 1];
  if (length === undefined || day < 1 || day > length) return undefined;
  const before = monthLengths.slice(0, month - 1).reduce((sum, days) => sum + days, month > 2 && isLeap ? 1 : 0);
  return daysBeforeYear(year) - daysBeforeYear(1970) + before + day - 1;
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}
