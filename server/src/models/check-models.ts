/** Checks values of a model file against the table of its format: keys, types, what is missing, what is no name. */
import { nearestWord } from "../base/nearest-word.js";
import type { TextRange } from "../base/text-range.js";
import { listOf } from "../base/yaml/fields.js";
import { rangeOfField, type YamlMap, type YamlReader, type YamlValue } from "../base/yaml/yaml-values.js";
import { expandBraces } from "./expand-braces.js";
import { modelKeys, type ModelPlace, type ModelShape } from "./model-keys.js";

/** Dotted names; "*.execute" is a method of any object, "any.Cursor" a family of classes. */
const namePattern = /^(?:\*\.)?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** A name, or what its call gives, or what stands in it, or any attribute. */
const typeNamePattern = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:\(\)|\.\*)?(?:\[\*\])?$/;

const pathPattern = String.raw`(?:\.[A-Za-z_]\w*|\[\*\]|\[-?\d+\]|\["[^"\\]*"\])*`;
const partPattern = new RegExp(String.raw`^(?:object|result|\*|\d+:?|[A-Za-z_]\w*)${pathPattern}$`);
const argumentPattern = new RegExp(
  String.raw`^(?:\d+|[A-Za-z_]\w*)(?:\((?:object\((?:\d+|[A-Za-z_]\w*)\)|\d+|[A-Za-z_]\w*)\))?${pathPattern}$`,
);

/** Checks a map and all in it; whether nothing is wrong. `range` is where it stands for what is missing. */
export function checkModelMap(reader: YamlReader, map: YamlMap, place: ModelPlace, range: TextRange): boolean {
  const keys = modelKeys[place];
  let isSound = true;
  for (const field of map.fields.values()) {
    const key = keys.find(({ name }) => name === field.key);
    if (key === undefined) {
      const near = nearestWord(
        field.key,
        keys.map(({ name }) => name),
      );
      const suggestion = near === undefined ? "" : ` Did you mean "${near}"?`;
      reader.complain(field.keyRange, `${wordFor(place)} has no key "${field.key}".${suggestion}`);
      isSound = false;
    } else if (place !== "file" && !checkShape(reader, field.value, key.shape, field.key, rangeOfField(field))) {
      isSound = false;
    }
  }
  for (const key of keys) {
    if (!key.isRequired || map.fields.has(key.name)) continue;
    reader.complain(range, `${wordFor(place)} has no "${key.name}".`);
    isSound = false;
  }
  return isSound;
}

function wordFor(place: ModelPlace): string {
  switch (place) {
    case "file":
      return "A model file";
    case "call":
      return "A call with a part";
    case "named":
      return 'An entry of "named"';
    default:
      return `${/^[aeiou]/.test(place) ? "An" : "A"} ${place}`;
  }
}

/** Checks a value that stands under `name`; whether nothing is wrong. */
export function checkShape(
  reader: YamlReader,
  value: YamlValue,
  shape: ModelShape,
  name: string,
  range: TextRange,
): boolean {
  const complain = (message: string): false => {
    reader.complain(value.kind === "nothing" ? range : value.range, message);
    return false;
  };
  switch (shape.kind) {
    case "list": {
      const items = value.kind === "list" ? listOf(value) : [value];
      if (items.length === 0) return complain(`"${name}" is empty.`);
      return items.map((item) => checkShape(reader, item, shape.of, name, range)).every(Boolean);
    }
    case "map":
      return value.kind === "map"
        ? checkModelMap(reader, value, shape.place, value.range)
        : complain(`An entry of "${name}" must be a map.`);
    case "name-or-map":
      return value.kind === "map"
        ? checkModelMap(reader, value, shape.place, value.range)
        : checkShape(reader, value, { kind: "name" }, name, range);
    case "dictionary":
      return value.kind === "map"
        ? checkDictionary(reader, value, shape)
        : complain(`"${name}" must be a map from names.`);
    case "boolean":
      return value.kind === "boolean" || complain(`"${name}" must be true or false.`);
    default: {
      const isConstant = shape.kind === "constant" && value.kind === "nothing";
      if (value.kind === "nothing" && !isConstant) return complain(`"${name}" has no value.`);
      if (value.kind === "list" || value.kind === "map") return complain(`"${name}" must be text.`);
      const complaint = isConstant ? undefined : complaintAbout(value.text, shape, name);
      return complaint === undefined || complain(complaint);
    }
  }
}

function checkDictionary(
  reader: YamlReader,
  map: YamlMap,
  shape: Extract<ModelShape, { readonly kind: "dictionary" }>,
): boolean {
  const isSound = [...map.fields.values()].map((field) => {
    const complaint = complaintAbout(field.key, { kind: shape.key }, field.key);
    if (complaint !== undefined) reader.complain(field.keyRange, complaint);
    // A class without bases is an empty list.
    const isEmpty = field.value.kind === "list" && field.value.items.length === 0;
    const isGood = isEmpty || checkShape(reader, field.value, shape.of, field.key, rangeOfField(field));
    return complaint === undefined && isGood;
  });
  return isSound.every(Boolean);
}

type TextShape = Exclude<ModelShape, { readonly of: ModelShape } | { readonly place: ModelPlace }>;

function complaintAbout(text: string, shape: TextShape, name: string): string | undefined {
  switch (shape.kind) {
    case "name":
      return fits(namePattern, text) ? undefined : `"${text}" is no dotted name.`;
    case "type-name":
      return fits(typeNamePattern, text)
        ? undefined
        : `"${text}" is no dotted name, with "()" or "[*]" behind it or not.`;
    case "part":
      return fits(partPattern, text)
        ? undefined
        : `"${text}" is no part of a call: object, result, a position, a keyword, *.`;
    case "argument":
      return fits(argumentPattern, text) ? undefined : `"${text}" is no argument of a call.`;
    case "regex":
      return isRegex(text) ? undefined : `"${text}" is no regular expression.`;
    case "constant":
      return complaintAboutConstant(text);
    case "word":
      return complaintAboutWord(text, shape.words, name);
    case "text":
    case "boolean":
      return text.trim() === "" ? `"${name}" is empty.` : undefined;
  }
}

function complaintAboutConstant(text: string): string | undefined {
  const regex = text.replace(/^name:/, "");
  if (!regex.startsWith("/") && regex === text) return undefined;
  return regex.length > 1 && /^\/.*\/$/s.test(regex) && isRegex(regex.slice(1, -1))
    ? undefined
    : `"${text}" is no regular expression between slashes.`;
}

function fits(pattern: RegExp, text: string): boolean {
  return expandBraces(text).every((one) => pattern.test(one));
}

function complaintAboutWord(text: string, words: readonly string[], name: string): string | undefined {
  if (words.includes(text)) return undefined;
  const near = nearestWord(text, words);
  const suggestion = near === undefined ? `It is one of ${words.join(", ")}.` : `Did you mean "${near}"?`;
  return `"${name}" cannot be "${text}". ${suggestion}`;
}

function isRegex(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
