/** Methods of strings on constants. */
import type { ConstantValue } from "../value-graph.js";
import { isAscii } from "./base64-text.js";
import { bytesConstant, integerConstant, integerOf, textConstant, truthConstant } from "./constant-values.js";
import { formatWithBraces } from "./text-formats.js";

interface Given {
  readonly positional: readonly (ConstantValue | undefined)[];
  readonly keywords: ReadonlyMap<string, ConstantValue | undefined>;
}

type Text = ConstantValue & { readonly type: "str" | "bytes"; readonly text: string };

/** What `object.name(...)` gives; undefined where it is not computed. */
export function callOfTextMethod(name: string, object: Text, given: Given): ConstantValue | undefined {
  if (name === "format" && object.type === "str") {
    const text = formatWithBraces(object.text, given.positional, given.keywords);
    return text === undefined ? undefined : textConstant(text);
  }
  if (given.keywords.size > 0 || given.positional.includes(undefined)) return undefined;
  const known = given.positional.filter((constant) => constant !== undefined);
  if (name === "encode" || name === "decode") return coded(name, object);
  const asked = askText(name, object, known);
  if (asked !== undefined) return asked;
  const changed = known.length === 0 ? changedText(name, object.text) : textWith(name, object, known);
  if (changed === undefined) return undefined;
  return object.type === "str" ? textConstant(changed) : bytesConstant(changed);
}

/** Of ASCII alone bytes and text are the same in the usual encodings. */
function coded(name: "encode" | "decode", object: Text): ConstantValue | undefined {
  if (!isAscii(object.text)) return undefined;
  if (name === "encode") return object.type === "str" ? bytesConstant(object.text) : undefined;
  return object.type === "bytes" ? textConstant(object.text) : undefined;
}

function changedText(name: string, text: string): string | undefined {
  switch (name) {
    case "upper":
      return text.toUpperCase();
    case "lower":
    case "casefold":
      return isAscii(text) || name === "lower" ? text.toLowerCase() : undefined;
    case "strip":
      return text.trim();
    case "lstrip":
      return text.trimStart();
    case "rstrip":
      return text.trimEnd();
    case "capitalize":
      return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
    case "title":
      return isAscii(text)
        ? text.replace(/[A-Za-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
        : undefined;
    case "swapcase":
      return isAscii(text)
        ? text.replace(/[A-Za-z]/g, (letter) => (letter < "a" ? letter.toLowerCase() : letter.toUpperCase()))
        : undefined;
    default:
      return undefined;
  }
}

/** Methods with arguments that give a text. */
function textWith(name: string, { text, type }: Text, [first, second]: readonly ConstantValue[]): string | undefined {
  if (first?.type !== "str" && first?.type !== "bytes")
    return second === undefined ? padded(name, text, integerOf(first)) : undefined;
  if (first.type !== type) return undefined;
  const given = first.text;
  if (second !== undefined) return name === "replace" && given !== "" ? replaced(text, given, second, type) : undefined;
  switch (name) {
    case "strip":
      return stripped(text, given, true, true);
    case "lstrip":
      return stripped(text, given, true, false);
    case "rstrip":
      return stripped(text, given, false, true);
    case "removeprefix":
      return text.startsWith(given) ? text.slice(given.length) : text;
    case "removesuffix":
      return given !== "" && text.endsWith(given) ? text.slice(0, -given.length) : text;
    default:
      return undefined;
  }
}

function replaced(text: string, given: string, by: ConstantValue, type: Text["type"]): string | undefined {
  if ((by.type !== "str" && by.type !== "bytes") || by.type !== type) return undefined;
  return text.replaceAll(given, () => by.text);
}

const widest = 1000;

function padded(name: string, text: string, width: number | undefined): string | undefined {
  if (width === undefined || width > widest) return undefined;
  switch (name) {
    case "zfill":
      return /^[-+]/.test(text) ? undefined : text.padStart(width, "0");
    case "ljust":
      return text.padEnd(width);
    case "rjust":
      return text.padStart(width);
    default:
      return undefined;
  }
}

function stripped(text: string, characters: string, front: boolean, back: boolean): string {
  let start = 0;
  let end = text.length;
  while (front && start < end && characters.includes(text.charAt(start))) start++;
  while (back && end > start && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Methods that give a number or a truth. */
function askText(name: string, { text, type }: Text, [first]: readonly ConstantValue[]): ConstantValue | undefined {
  if (first === undefined) return askAlone(name, text);
  if ((first.type !== "str" && first.type !== "bytes") || first.type !== type) return undefined;
  const argument = first.text;
  switch (name) {
    case "startswith":
      return truthConstant(text.startsWith(argument));
    case "endswith":
      return truthConstant(text.endsWith(argument));
    case "find":
    case "index": {
      const at = text.indexOf(argument);
      return at < 0 && name === "index" ? undefined : integerConstant(at);
    }
    case "rfind":
      return integerConstant(text.lastIndexOf(argument));
    case "count":
      return argument === "" ? undefined : integerConstant(text.split(argument).length - 1);
    default:
      return undefined;
  }
}

function askAlone(name: string, text: string): ConstantValue | undefined {
  if (!isAscii(text)) return undefined;
  switch (name) {
    case "isdigit":
    case "isdecimal":
    case "isnumeric":
      return truthConstant(/^\d+$/.test(text));
    case "isalpha":
      return truthConstant(/^[A-Za-z]+$/.test(text));
    case "isalnum":
      return truthConstant(/^[A-Za-z0-9]+$/.test(text));
    case "isupper":
      return truthConstant(/[A-Z]/.test(text) && !/[a-z]/.test(text));
    case "islower":
      return truthConstant(/[a-z]/.test(text) && !/[A-Z]/.test(text));
    case "isspace":
      return truthConstant(/^\s+$/.test(text));
    default:
      return undefined;
  }
}
