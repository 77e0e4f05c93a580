/** `min-version` and `max-version`: for which versions of Semgrep a rule is written. */
import type { TextRange } from "../base/text-range.js";
import { textsAt } from "../base/yaml/fields.js";
import { report, type RuleReader } from "./rule-reader.js";
import type { YamlMap } from "../base/yaml/yaml-values.js";

/** The version of Semgrep whose rule language is read here. */
const languageVersion = "1.182.0";

/** Whether a rule is for other versions, which is said as a warning: it is as the rule wants it. */
export function isOutsideOfVersions(reader: RuleReader, map: YamlMap, owner: TextRange): boolean {
  const [least] = textsAt(map, "min-version");
  const [most] = textsAt(map, "max-version");
  if (least !== undefined && compare(least, languageVersion) > 0) {
    reportVersion(reader, map, "min-version", owner, `The rule is for Semgrep ${least} or newer`);
    return true;
  }
  if (most !== undefined && compare(most, languageVersion) < 0) {
    reportVersion(reader, map, "max-version", owner, `The rule is for Semgrep ${most} or older`);
    return true;
  }
  return false;
}

function reportVersion(reader: RuleReader, map: YamlMap, key: string, owner: TextRange, message: string): void {
  const range = map.fields.get(key)?.value.range ?? owner;
  report(
    reader,
    range,
    `${message}; Kingsnake reads the language of ${languageVersion}, and leaves it out.`,
    "warning",
  );
}

/** Negative where `a` is older than `b`; what is no version is as old as `b`, and is reported elsewhere. */
function compare(a: string, b: string): number {
  if (!/^\d+(?:\.\d+){0,2}$/.test(a)) return 0;
  const [first, second] = [a, b].map((version) => version.split(".").map(Number));
  for (let part = 0; part < 3; part++) {
    const difference = (first?.[part] ?? 0) - (second?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
