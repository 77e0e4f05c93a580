/**
 * The whole rule language as one table: for each kind of map in a rule file, its keys. The reader checks against it, the
 * JSON schema and docs/rule-language.md are made from it, and the editor completes and explains from it.
 */
import type { KeyDescription, Place, ValueShape } from "./key-description.js";
import { matchKeys, taintKeys, whereKeys } from "./match-keys.js";
import { metadataKeys } from "./metadata-keys.js";
import {
  analyzerKeys,
  anywhereKey,
  conditionKeys,
  eitherKey,
  insideKey,
  metavariableAnalysisKeys,
  metavariableComparisonKeys,
  metavariablePatternSettings,
  metavariableRegexKeys,
  metavariableTypeKeys,
  negativeKeys,
  patternKey,
  patternsKey,
  regexKey,
} from "./operator-keys.js";
import { optionKeys } from "./option-keys.js";
import { fileKeys, fixRegexKeys, pathsKeys, ruleSettings, searchKeys, taintModeKeys } from "./rule-keys.js";
import {
  propagatorSettings,
  sanitizerFromModels,
  sanitizerSettings,
  sinkFromModels,
  sinkSettings,
  sourceFromModels,
  sourceSettings,
} from "./taint-keys.js";

export type { Choice, KeyDescription, Place, ValueShape } from "./key-description.js";

/** The operators that can say alone what a rule looks for. */
const whole = [patternKey, patternsKey, eitherKey, regexKey];
const positive = [...whole, insideKey, anywhereKey];

/** The keys of each kind of map, the usual ones first. */
export const keysOfPlace: Readonly<Record<Place, readonly KeyDescription[]>> = {
  file: fileKeys,
  rule: [...ruleSettings.slice(0, 4), ...whole, ...searchKeys, ...taintModeKeys, ...ruleSettings.slice(4)],
  paths: pathsKeys,
  options: optionKeys,
  metadata: metadataKeys,
  "fix-regex": fixRegexKeys,
  entry: [...positive, ...negativeKeys, ...conditionKeys],
  alternative: positive,
  formula: positive,
  "metavariable-regex": metavariableRegexKeys,
  "metavariable-pattern": [...metavariablePatternSettings, ...whole],
  "metavariable-comparison": metavariableComparisonKeys,
  "metavariable-type": metavariableTypeKeys,
  "metavariable-analysis": metavariableAnalysisKeys,
  analyzer: analyzerKeys,
  source: [...whole, sourceFromModels, ...sourceSettings],
  sink: [...whole, sinkFromModels, ...sinkSettings],
  sanitizer: [...whole, sanitizerFromModels, ...sanitizerSettings],
  propagator: [...whole, ...propagatorSettings],
  match: matchKeys,
  where: whereKeys,
  taint: taintKeys,
  "match-source": [...matchKeys, sourceFromModels, ...sourceSettings],
  "match-sink": [...matchKeys, sinkFromModels, ...sinkSettings],
  "match-sanitizer": [...matchKeys, sanitizerFromModels, ...sanitizerSettings],
  "match-propagator": [...matchKeys, ...propagatorSettings],
};

/** Kinds of map in which keys that no table names are people's own. */
export const openPlaces: readonly Place[] = ["metadata"];

/** Kinds of map in which a key that no table names means that the rule cannot run, because it was meant to say what is looked for. */
export const strictPlaces: readonly Place[] = [
  "paths",
  "entry",
  "alternative",
  "formula",
  "match",
  "where",
  "taint",
  "match-source",
  "match-sink",
  "match-sanitizer",
  "match-propagator",
];

/**
 * The keys that a map in a rule file may have. `path` holds the YAML keys that lead to the map from the root, without
 * list indexes, as ["rules", "patterns", "metavariable-regex"]; it is empty for the file itself.
 */
export function keysAllowedAt(path: readonly string[]): readonly KeyDescription[] {
  let places: readonly Place[] = ["file"];
  for (const key of path) places = places.flatMap((place) => placesBelow(place, key));
  const named = new Map(places.flatMap((place) => keysOfPlace[place]).map((key) => [key.name, key]));
  return [...named.values()];
}

/** What is known about `key` in the map that `path` leads to, as for `keysAllowedAt`. */
export function describeKey(path: readonly string[], key: string): KeyDescription | undefined {
  return keysAllowedAt(path).find(({ name }) => name === key);
}

/** The kinds of map that the value of a key can be, or hold in a list. */
export function placesOfShape(shape: ValueShape): readonly Place[] {
  switch (shape.kind) {
    case "map":
      return [shape.place];
    case "list":
      return placesOfShape(shape.of);
    case "either":
      return shape.of.flatMap(placesOfShape);
    default:
      return [];
  }
}

function placesBelow(place: Place, key: string): readonly Place[] {
  const description = keysOfPlace[place].find(({ name }) => name === key);
  return description === undefined ? [] : placesOfShape(description.value);
}
