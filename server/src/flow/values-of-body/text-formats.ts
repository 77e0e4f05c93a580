/** `%`, `str.format` and format specifications on constants. */
import type { ConstantValue } from "../value-graph.js";
import { displayOf, integerOf } from "./constant-values.js";

/** `format % values`; undefined where that is not computed. */
export function formatWithPercent(format: string, values: readonly ConstantValue[]): string | undefined {
  let next = 0;
  const unknown: string[] = [];
  const text = format.replace(/%(?:%|([sdi])|[^]?)/g, (found: string, conversion: string | undefined) => {
    if (found === "%%") return "%";
    const value = values[next++];
    const shown =
      value === undefined || conversion === undefined
        ? undefined
        : conversion === "s"
          ? displayOf(value)
          : integerOf(value)?.toString();
    if (shown === undefined) unknown.push(found);
    return shown ?? "";
  });
  return unknown.length === 0 && next === values.length ? text : undefined;
}

/** What `format(value, specification)` gives; undefined where that is not computed. */
export function formatConstant(value: ConstantValue, conversion: string, specification: string): string | undefined {
  if (conversion !== "" && conversion !== "!s") return undefined;
  const text = displayOf(value);
  if (text === undefined || specification === "") return text;
  const found = /^([<>^]?)(0?)(\d{0,3})([sd]?)$/.exec(specification);
  if (found === null) return undefined;
  const [, align = "", zero = "", width = "", type = ""] = found;
  const isNumber = value.type === "int";
  if ((type === "d" && !isNumber) || (type === "s" && value.type !== "str") || value.type === "bool") return undefined;
  return pad(text, Number(width), zero === "0" ? "0" : " ", align === "" ? (isNumber ? ">" : "<") : align);
}

function pad(text: string, width: number, fill: string, align: string): string | undefined {
  if (fill === "0" && (text.startsWith("-") || align !== ">")) return undefined;
  switch (align) {
    case "<":
      return text.padEnd(width, fill);
    case ">":
      return text.padStart(width, fill);
    default:
      return text.length >= width ? text : undefined;
  }
}

/** `format.format(...)`; undefined where that is not computed. */
export function formatWithBraces(
  format: string,
  positional: readonly (ConstantValue | undefined)[],
  keywords: ReadonlyMap<string, ConstantValue | undefined>,
): string | undefined {
  let next = 0;
  const unknown: string[] = [];
  const text = format.replace(
    /\{\{|\}\}|\{([^{}!:]*)(![sra])?(?::([^{}]*))?\}|[{}]/g,
    (...found: (string | undefined)[]) => {
      const [all = "", name, conversion = "", specification = ""] = found;
      if (all === "{{" || all === "}}") return all.charAt(0);
      if (name === undefined) {
        unknown.push(all);
        return "";
      }
      const value =
        name === "" ? positional[next++] : /^\d+$/.test(name) ? positional[Number(name)] : keywords.get(name);
      const shown = value === undefined ? undefined : formatConstant(value, conversion, specification);
      if (shown === undefined) unknown.push(all);
      return shown ?? "";
    },
  );
  return unknown.length === 0 ? text : undefined;
}
