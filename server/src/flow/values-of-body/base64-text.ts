/** Base64 of short texts, which programs hide constants in. */
import type { ConstantValue } from "../value-graph.js";
import { bytesConstant } from "./constant-values.js";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** What `base64.b64encode` and its like give; undefined for other functions and texts that are not ASCII. */
export function base64Constant(name: string, [argument]: readonly ConstantValue[]): ConstantValue | undefined {
  if (argument?.type !== "bytes" && argument?.type !== "str") return undefined;
  switch (name) {
    case "base64.b64encode":
    case "base64.standard_b64encode":
      return argument.type === "bytes" ? bytesOf(encode(argument.text)) : undefined;
    case "base64.urlsafe_b64encode":
      return argument.type === "bytes"
        ? bytesOf(encode(argument.text)?.replaceAll("+", "-").replaceAll("/", "_"))
        : undefined;
    case "base64.b64decode":
    case "base64.standard_b64decode":
      return bytesOf(decode(argument.text));
    case "base64.urlsafe_b64decode":
      return bytesOf(decode(argument.text.replaceAll("-", "+").replaceAll("_", "/")));
    default:
      return undefined;
  }
}

function bytesOf(text: string | undefined): ConstantValue | undefined {
  return text === undefined ? undefined : bytesConstant(text);
}

function encode(text: string): string | undefined {
  if (!isAscii(text)) return undefined;
  let result = "";
  for (let at = 0; at < text.length; at += 3) {
    const count = Math.min(3, text.length - at);
    const code = (index: number): number => (index < text.length ? text.charCodeAt(index) : 0);
    const bits = (code(at) << 16) | (code(at + 1) << 8) | code(at + 2);
    for (let digit = 0; digit < 4; digit++)
      result += digit <= count ? alphabet.charAt((bits >> (18 - 6 * digit)) & 63) : "=";
  }
  return result;
}

function decode(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  let result = "";
  let bits = 0;
  let count = 0;
  for (const digit of text.replace(/=+$/, "")) {
    bits = ((bits << 6) | alphabet.indexOf(digit)) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    result += String.fromCharCode((bits >> count) & 255);
  }
  return isAscii(result) ? result : undefined;
}

/** Whether bytes and characters are the same. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
