/** Model files to models. What is wrong is a problem at its place in the YAML; the other entries still count. */
import { isMap } from "yaml";
import { createLineIndex, positionOfOffset } from "../base/line-index.js";
import type { TextRange } from "../base/text-range.js";
import { listOf, textAt, textsAt, textsOf } from "../base/yaml/fields.js";
import { parseYaml } from "../base/yaml/parse-yaml.js";
import {
  maximumAliasedValues,
  rangeOf,
  rangeOfField,
  toPiece,
  toValue,
  type YamlField,
  type YamlMap,
  type YamlReader,
  type YamlValue,
} from "../base/yaml/yaml-values.js";
import { checkModelMap, checkShape } from "./check-models.js";
import { expandBraces } from "./expand-braces.js";
import { modelKeys } from "./model-keys.js";
import { readPropagator, readSanitizer, readSink, readSource } from "./read-entries.js";
import type { Models, TypeGuess, TypeModel } from "./model.js";

/** Something wrong in a model file. */
export interface ModelProblem {
  readonly path: string;
  readonly range: TextRange;
  /** Zero-based line and UTF-16 column of `range.start`. */
  readonly line: number;
  readonly character: number;
  readonly message: string;
}

export interface LoadedModels {
  readonly models: Models;
  readonly problems: readonly ModelProblem[];
}

/** Larger files are refused: reading them would stop everything else for seconds. */
const maximumFileLength = 1_000_000;

/** Reads one model file. */
export function readModels(path: string, text: string): LoadedModels {
  const lines = createLineIndex(text);
  const problems: ModelProblem[] = [];
  const complain = (range: TextRange, message: string): void => {
    problems.push({ path, range, ...positionOfOffset(lines, range.start), message });
  };
  const reader: YamlReader = { complain, aliasedValuesLeft: maximumAliasedValues };
  const root = readRoot(reader, text);
  const models = root === undefined ? noModels : readFile(reader, root);
  return { models, problems: problems.sort((a, b) => a.range.start - b.range.start) };
}

const noModels: Models = {
  sources: [],
  sinks: [],
  sanitizers: [],
  propagators: [],
  stops: [],
  types: [],
  classes: {},
  aliases: {},
  guesses: [],
};

function readRoot(reader: YamlReader, text: string): YamlMap | undefined {
  if (text.length > maximumFileLength) {
    reader.complain({ start: 0, end: 0 }, "The model file is larger than 1 MB. Split it into several files.");
    return undefined;
  }
  const [document] = parseYaml(text) ?? [];
  if (document === undefined) {
    reader.complain({ start: 0, end: 0 }, "This is nested too deep to be read.");
    return undefined;
  }
  for (const { pos, message } of document.errors.slice(0, 20)) {
    reader.complain({ start: pos[0], end: pos[1] }, `This is not YAML: ${message.split("\n")[0] ?? ""}`);
  }
  if (document.errors.length > 0) return undefined;
  const piece = toPiece(document, 0);
  if (!isMap(document.contents)) {
    reader.complain(rangeOf(piece, document.contents) ?? { start: 0, end: 0 }, "A model file is a map.");
    return undefined;
  }
  const value = toValue(reader, piece, document.contents);
  return value?.kind === "map" ? value : undefined;
}

function readFile(reader: YamlReader, root: YamlMap): Models {
  checkModelMap(reader, root, "file", { start: root.range.start, end: root.range.start });
  const entries = <T>(key: string, read: (map: YamlMap) => T): readonly T[] =>
    soundEntries(reader, root, key).flatMap((value) => (value.kind === "map" ? [read(value)] : []));
  return {
    sources: entries("sources", readSource),
    sinks: entries("sinks", readSink),
    sanitizers: entries("sanitizers", readSanitizer),
    propagators: entries("propagators", readPropagator),
    stops: soundEntries(reader, root, "stops").flatMap((value) => textsOf(value).flatMap(expandBraces)),
    types: pairsOf(reader, root, "types").flatMap(readType),
    classes: Object.fromEntries(
      pairsOf(reader, root, "classes").flatMap(({ key, value }) => {
        const bases = textsOf(value).flatMap(expandBraces);
        return expandBraces(key).map((name) => [name, bases] as const);
      }),
    ),
    aliases: Object.fromEntries(pairsOf(reader, root, "aliases").flatMap(readAlias)),
    guesses: entries("guesses", readGuess),
  };
}

/** The entries of a list at the top of the file that nothing is wrong with. */
function soundEntries(reader: YamlReader, root: YamlMap, key: string): readonly YamlValue[] {
  const field = root.fields.get(key);
  const shape = modelKeys.file.find(({ name }) => name === key)?.shape;
  if (field === undefined || shape?.kind !== "list") return [];
  if (field.value.kind !== "list") {
    reader.complain(rangeOfField(field), `"${key}" must be a list.`);
    return [];
  }
  return listOf(field.value).filter((item) => checkShape(reader, item, shape.of, key, field.keyRange));
}

function pairsOf(reader: YamlReader, root: YamlMap, key: string): readonly YamlField[] {
  const field = root.fields.get(key);
  const shape = modelKeys.file.find(({ name }) => name === key)?.shape;
  if (field === undefined || shape === undefined) return [];
  if (field.value.kind !== "map") {
    checkShape(reader, field.value, shape, key, rangeOfField(field));
    return [];
  }
  return [...field.value.fields.values()].filter((pair) =>
    checkShape(
      reader,
      { kind: "map", fields: new Map([[pair.key, pair]]), range: pair.keyRange },
      shape,
      key,
      pair.keyRange,
    ),
  );
}

function readType({ key, value }: YamlField): readonly TypeModel[] {
  const [type] = textsOf(value);
  return type === undefined ? [] : expandBraces(key).map((name) => ({ name, type }));
}

/** Braces on both sides go together, word by word. */
function readAlias({ key, value }: YamlField): readonly (readonly [string, string])[] {
  const names = expandBraces(key);
  const meant = textsOf(value).flatMap(expandBraces);
  return names.flatMap((name, index) => {
    const one = meant[meant.length === names.length ? index : 0];
    return one === undefined ? [] : [[name, one] as const];
  });
}

function readGuess(map: YamlMap): TypeGuess {
  return { names: textsAt(map, "names"), type: textAt(map, "type") ?? "" };
}

/** Models of several files together; of what is said twice of one class or alias, the later counts. */
export function mergeModels(all: readonly Models[]): Models {
  return {
    sources: all.flatMap(({ sources }) => sources),
    sinks: all.flatMap(({ sinks }) => sinks),
    sanitizers: all.flatMap(({ sanitizers }) => sanitizers),
    propagators: all.flatMap(({ propagators }) => propagators),
    stops: [...new Set(all.flatMap(({ stops }) => stops))],
    types: all.flatMap(({ types }) => types),
    classes: Object.assign({}, ...all.map(({ classes }) => classes)) as Models["classes"],
    aliases: Object.assign({}, ...all.map(({ aliases }) => aliases)) as Models["aliases"],
    guesses: all.flatMap(({ guesses }) => guesses ?? []),
  };
}
