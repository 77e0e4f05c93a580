/** Checks values against the table of the rule language: keys, types, what is missing, what is refused. */
import { nearestWord } from "../base/nearest-word.js";
import type { TextRange } from "../base/text-range.js";
import {
  keysOfPlace,
  openPlaces,
  strictPlaces,
  type Choice,
  type KeyDescription,
  type Place,
  type ValueShape,
} from "./language/keys.js";
import { report, type RuleReader } from "./rule-reader.js";
import type { RuleProblem } from "./rule.js";
import {
  rangeOfField,
  type YamlField,
  type YamlMap,
  type YamlScalar,
  type YamlValue,
} from "../base/yaml/yaml-values.js";

/** Metavariables as patterns bind them: in capitals, numbered, or standing for several things. */
const metavariableShape = /^\$(?:\.\.\.)?(?:[A-Z_][A-Z_0-9]*|\d+)$/;

/** What is being checked, and how grave it is if it is wrong. */
interface Subject {
  readonly name: string;
  /** Where the key stands, for values that have no place of their own. */
  readonly range: TextRange;
  readonly severity: RuleProblem["severity"];
}

const keysByName = new Map(
  (Object.keys(keysOfPlace) as Place[]).map((place) => [
    place,
    new Map(keysOfPlace[place].map((key) => [key.name, key])),
  ]),
);

/** What the table says of a key in a kind of map. */
export function keyAt(place: Place, name: string): KeyDescription | undefined {
  return keysByName.get(place)?.get(name);
}

/** Checks a map and all in it. `name` is what messages call it, `range` where they point if something is missing. */
export function checkMap(reader: RuleReader, map: YamlMap, place: Place, name: string, range: TextRange): void {
  for (const field of map.fields.values()) {
    const key = keyAt(place, field.key);
    if (key === undefined) reportUnknownKey(reader, place, field, name);
    else checkField(reader, place, key, field);
  }
  for (const key of keysOfPlace[place]) {
    if (key.isRequired && !map.fields.has(key.name)) report(reader, range, `${name} has no "${key.name}".`);
  }
}

function checkField(reader: RuleReader, place: Place, key: KeyDescription, field: YamlField): void {
  if (key.standing === "refused") report(reader, field.keyRange, `"${key.name}" does not work here. ${key.reason}`);
  if (key.standing !== "used") return;
  // Metadata changes nothing that a rule finds.
  const severity = place === "metadata" || key.name === "metadata" ? "warning" : "error";
  checkShape(reader, field.value, key.value, { name: key.name, range: field.keyRange, severity });
}

const patternKeys = new Set(keysOfPlace.entry.map(({ name }) => name));

function reportUnknownKey(reader: RuleReader, place: Place, { key, keyRange }: YamlField, name: string): void {
  if (openPlaces.includes(place)) return;
  const severity = strictPlaces.includes(place) ? "error" : "warning";
  if (patternKeys.has(key) && !place.startsWith("match") && place !== "where" && place !== "options") {
    const message =
      place === "alternative" || place === "formula"
        ? `"${key}" cannot stand alone in ${name}. Put it into a list under "patterns", beside what it is about.`
        : `"${key}" has no effect here. Put it into a list under "patterns".`;
    report(reader, keyRange, message, severity);
    return;
  }
  const known = keysOfPlace[place].filter(({ standing }) => standing !== "refused");
  const near = nearestWord(
    key,
    known.map(({ name: other }) => other),
  );
  report(
    reader,
    keyRange,
    `${name} has no key "${key}".${near === undefined ? "" : ` Did you mean "${near}"?`}`,
    severity,
  );
}

function checkShape(reader: RuleReader, value: YamlValue, shape: ValueShape, subject: Subject): void {
  if (value.kind === "nothing") {
    report(reader, subject.range, `"${subject.name}" has no value.`, subject.severity);
    return;
  }
  switch (shape.kind) {
    case "anything":
      return;
    case "list":
      checkList(reader, value, shape.of, subject);
      return;
    case "map":
      if (value.kind === "map") checkMap(reader, value, shape.place, `"${subject.name}"`, subject.range);
      else report(reader, value.range, `"${subject.name}" must be a map.`, subject.severity);
      return;
    case "either": {
      const fitting = shape.of.find((one) => isExactly(value, one)) ?? shape.of.find((one) => mayBe(value, one));
      if (fitting !== undefined) checkShape(reader, value, fitting, subject);
      else report(reader, value.range, `"${subject.name}" must be ${wordsFor(shape)}.`, subject.severity);
      return;
    }
    default:
      checkScalar(reader, value, shape, subject);
  }
}

function checkList(reader: RuleReader, value: YamlValue, of: ValueShape, subject: Subject): void {
  if (value.kind !== "list") {
    const isLoneText = value.kind === "text" && of.kind !== "map" && mayBe(value, of) && of.kind !== "pattern";
    const severity = isLoneText ? "warning" : subject.severity;
    report(reader, value.range, `"${subject.name}" must be a list.`, severity);
    return;
  }
  for (const item of value.items) {
    if (item.kind === "nothing") report(reader, item.range, `"${subject.name}" has an empty entry.`, subject.severity);
    else if (of.kind === "map" && item.kind !== "map") {
      report(reader, item.range, `Each entry of "${subject.name}" must be a map.`, subject.severity);
    } else checkShape(reader, item, of, subject);
  }
}

type ScalarShape = Exclude<ValueShape, { readonly kind: "list" | "map" | "either" }>;

function checkScalar(reader: RuleReader, value: YamlValue, shape: ScalarShape, subject: Subject): void {
  const complaint = complaintAbout(value, shape, subject.name);
  if (complaint !== undefined) report(reader, value.range, complaint, subject.severity);
  else if (shape.kind === "choice") checkCapitals(reader, value as YamlScalar, shape.choices, subject.name);
}

/** Words in other than Semgrep's letters are understood here, and refused there. */
function checkCapitals(
  reader: RuleReader,
  { text, range }: YamlScalar,
  choices: readonly Choice[],
  name: string,
): void {
  const meant = choices.find(({ value }) => value.toLowerCase() === text.toLowerCase());
  if (name !== "severity" || meant === undefined || meant.value === text) return;
  report(reader, range, `Write ${meant.value}: Semgrep refuses "${text}".`, "warning");
}

function complaintAbout(value: YamlValue, shape: ScalarShape, name: string): string | undefined {
  switch (shape.kind) {
    case "boolean":
      return value.kind === "boolean" || (value.kind === "text" && /^(?:true|false)$/.test(value.text))
        ? undefined
        : `"${name}" must be true or false.`;
    case "integer":
      return (value.kind === "number" || value.kind === "text") && /^[-+]?\d{1,9}$/.test(value.text)
        ? undefined
        : `"${name}" must be a whole number.`;
    case "version":
      return (value.kind === "number" || value.kind === "text") && /^\d+(?:\.\d+){0,2}$/.test(value.text)
        ? undefined
        : `"${name}" must be a version, such as 1.50.0.`;
    case "choice":
      return complaintAboutChoice(value, shape, name);
    case "labels-of-metavariables":
      return value.kind === "map" ? undefined : `Each entry of "${name}" must be a map from a metavariable to labels.`;
    default:
      return complaintAboutText(value, shape, name);
  }
}

function complaintAboutText(value: YamlValue, shape: ScalarShape, name: string): string | undefined {
  if (value.kind === "number" || value.kind === "boolean")
    return `"${name}" must be text. Put quotes around ${value.text}.`;
  if (value.kind !== "text") return `"${name}" must be text.`;
  if (shape.kind === "metavariable" && !metavariableShape.test(value.text)) {
    return `"${value.text}" is not a metavariable; write it as $NAME in capitals.`;
  }
  const mustSayMore = shape.kind === "pattern" || shape.kind === "regex" || shape.kind === "labels";
  return mustSayMore && value.text.trim() === "" ? `"${name}" is empty.` : undefined;
}

function complaintAboutChoice(
  value: YamlValue,
  { choices, isOpen }: Extract<ValueShape, { readonly kind: "choice" }>,
  name: string,
): string | undefined {
  if (value.kind === "list" || value.kind === "map") return `"${name}" must be text.`;
  if (isOpen || choices.some((choice) => choice.value.toLowerCase() === value.text.toLowerCase())) return undefined;
  const words = choices.map((choice) => choice.value);
  const near = nearestWord(value.text, words);
  const suggestion =
    near === undefined ? `Use ${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}.` : `Did you mean "${near}"?`;
  return `"${name}" cannot be "${value.text}". ${suggestion}`;
}

/** Whether a text is one of the words of a choice: other alternatives would take it as text of any kind. */
function isExactly(value: YamlValue, shape: ValueShape): boolean {
  if (shape.kind === "either") return shape.of.some((one) => isExactly(value, one));
  return shape.kind === "choice" && value.kind === "text" && shape.choices.some((one) => one.value === value.text);
}

/** Whether a value is of the kind that a shape asks for; what is in it is looked at later. */
function mayBe(value: YamlValue, shape: ValueShape): boolean {
  switch (shape.kind) {
    case "list":
      return value.kind === "list";
    case "map":
    case "labels-of-metavariables":
      return value.kind === "map";
    case "either":
      return shape.of.some((one) => mayBe(value, one));
    case "boolean":
      return value.kind === "boolean" || (value.kind === "text" && /^(?:true|false)$/.test(value.text));
    case "anything":
      return true;
    default:
      return value.kind === "text";
  }
}

/** What a value must be, in words. */
function wordsFor(shape: ValueShape): string {
  switch (shape.kind) {
    case "either":
      return [...new Set(shape.of.map(wordsFor))].join(" or ");
    case "list":
      return "a list";
    case "map":
      return "a map";
    case "boolean":
      return "true or false";
    case "choice":
      return shape.choices.map(({ value }) => value).join(" or ");
    default:
      return "text";
  }
}

/** Reports a field's value; what is missing is reported at its key. */
export function reportField(reader: RuleReader, field: YamlField, message: string): void {
  report(reader, rangeOfField(field), message);
}
