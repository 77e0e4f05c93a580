/** Reads values that the table's checks have passed; what is not as it should be has no value. */
import type { TextRange } from "../text-range.js";
import type { YamlList, YamlMap, YamlValue } from "./yaml-values.js";

/** Text as it stands in YAML, with the place where it stands. */
export interface YamlText {
  readonly text: string;
  readonly range: TextRange;
}

/** Text and where it stands. */
export function sourceOf(value: YamlValue | undefined): YamlText | undefined {
  return value?.kind === "text" ? { text: value.text, range: value.range } : undefined;
}

/** The text of a field of a map. */
export function textAt(map: YamlMap | undefined, key: string): string | undefined {
  return sourceOf(map?.fields.get(key)?.value)?.text;
}

/** The texts of a list, or one text. */
export function textsAt(map: YamlMap | undefined, key: string): readonly string[] {
  return textsOf(map?.fields.get(key)?.value);
}

export function textsOf(value: YamlValue | undefined): readonly string[] {
  if (value?.kind === "list") return value.items.flatMap(textsOf);
  return value?.kind === "text" || value?.kind === "number" || value?.kind === "boolean" ? [value.text] : [];
}

/** true or false, also where it is written as text. */
export function booleanAt(map: YamlMap | undefined, key: string): boolean | undefined {
  const value = map?.fields.get(key)?.value;
  return value?.kind === "boolean" || value?.kind === "text" ? value.text.toLowerCase() === "true" : undefined;
}

export function integerAt(map: YamlMap | undefined, key: string): number | undefined {
  const value = map?.fields.get(key)?.value;
  return value?.kind === "number" || value?.kind === "text" ? Number(value.text) : undefined;
}

export function mapAt(map: YamlMap | undefined, key: string): YamlMap | undefined {
  const value = map?.fields.get(key)?.value;
  return value?.kind === "map" ? value : undefined;
}

export function listOf(value: YamlValue | undefined): readonly YamlValue[] {
  return (value as YamlList | undefined)?.kind === "list" ? (value as YamlList).items : [];
}
