/**
 * Reads kingsnake.toml, or the table [tool.kingsnake] of a pyproject.toml. A key that is wrong becomes a problem at its place;
 * the rest of the file still counts.
 */
import { parse, TomlDate, TomlError } from "smol-toml";
import * as z from "zod/mini";
import { createLineIndex, offsetOfPosition, positionOfOffset } from "../base/line-index.js";
import { nearestWord } from "../base/nearest-word.js";
import type { TextRange } from "../base/text-range.js";
import { defaultConfiguration, type ProjectConfiguration } from "./configuration.js";
import { locateTomlKey } from "./locate-toml-key.js";

export interface ConfigurationProblem {
  readonly path: string;
  readonly range: TextRange;
  /** Zero-based line and UTF-16 column of `range.start`. */
  readonly line: number;
  readonly character: number;
  readonly message: string;
}

export interface ParsedConfiguration {
  /** What the file says over the defaults; undefined where it says nothing, as a pyproject.toml without our table. */
  readonly configuration: ProjectConfiguration | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

const severity = z.enum(["error", "warning", "info"]);
const texts = z.array(z.string());

/** Every key of the file: what it must hold, in words too, and the field that it sets. */
const keys = {
  disable: { schema: texts, expected: "a list of rule ids", field: "disabledRules" },
  "minimum-severity": { schema: severity, expected: '"error", "warning" or "info"', field: "minimumSeverity" },
  "minimum-confidence": {
    schema: z.enum(["high", "medium", "low"]),
    expected: '"high", "medium" or "low"',
    field: "minimumConfidence",
  },
  "minimum-flow-confidence": {
    schema: z.enum(["high", "medium", "low"]),
    expected: '"high", "medium" or "low"',
    field: "minimumFlowConfidence",
  },
  rules: { schema: texts, expected: "a list of files and folders", field: "rulePaths" },
  exclude: { schema: texts, expected: "a list of glob patterns", field: "exclude" },
  "test-files": { schema: texts, expected: "a list of glob patterns", field: "testFiles" },
} as const satisfies Record<string, { schema: z.ZodMiniType; expected: string; field: keyof ProjectConfiguration }>;

const severityKey = "severity";
const knownKeys = [...Object.keys(keys), severityKey];

interface Problem {
  /** Path of keys from the top of the file. */
  readonly keys: readonly string[];
  readonly message: string;
}

/** Reads a configuration file's text; `path` decides which table counts, and is named in problems. */
export function parseConfiguration(path: string, text: string): ParsedConfiguration {
  let document: Record<string, unknown>;
  try {
    document = parse(text);
  } catch (error) {
    return { configuration: undefined, problems: [syntaxProblem(path, text, error)] };
  }
  const prefix = /(?:^|[\\/])pyproject\.toml$/.test(path) ? ["tool", "kingsnake"] : [];
  const table = prefix.reduce<unknown>((value, key) => (isTable(value) ? value[key] : undefined), document);
  if (table === undefined) return { configuration: undefined, problems: [] };
  const problems: Problem[] = [];
  const configuration = isTable(table) ? readTable(table, prefix, problems) : defaultConfiguration;
  if (!isTable(table)) problems.push({ keys: prefix, message: "`tool.kingsnake` must be a table." });
  return { configuration, problems: problems.map((problem) => placeProblem(path, text, problem)) };
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof TomlDate);
}

function readTable(
  table: Record<string, unknown>,
  prefix: readonly string[],
  problems: Problem[],
): ProjectConfiguration {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(table)) {
    const at = [...prefix, key];
    if (key === severityKey) {
      fields.severities = readSeverities(value, at, problems);
    } else if (Object.hasOwn(keys, key)) {
      const { schema, expected, field } = keys[key as keyof typeof keys];
      const result = schema.safeParse(value);
      if (result.success) fields[field] = result.data;
      else problems.push({ keys: at, message: `\`${key}\` must be ${expected}.` });
    } else {
      problems.push({ keys: at, message: unknownKey(key) });
    }
  }
  return { ...defaultConfiguration, ...fields };
}

function readSeverities(
  value: unknown,
  at: readonly string[],
  problems: Problem[],
): ProjectConfiguration["severities"] {
  if (!isTable(value)) {
    problems.push({ keys: at, message: "`severity` must be a table from rule ids to severities." });
    return {};
  }
  const severities: Record<string, z.infer<typeof severity>> = {};
  for (const [id, level] of Object.entries(value)) {
    const result = severity.safeParse(level);
    if (result.success) severities[id] = result.data;
    else
      problems.push({ keys: [...at, id], message: `The severity of \`${id}\` must be "error", "warning" or "info".` });
  }
  return severities;
}

function unknownKey(key: string): string {
  const inKebabCase = key.replace(/_/g, "-").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const nearest = nearestWord(inKebabCase, knownKeys);
  if (nearest !== undefined) return `Unknown key \`${key}\`; did you mean \`${nearest}\`?`;
  return `Unknown key \`${key}\`. The keys are ${knownKeys.map((known) => `\`${known}\``).join(", ")}.`;
}

function placeProblem(path: string, text: string, problem: Problem): ConfigurationProblem {
  const range = locateTomlKey(text, problem.keys);
  return { path, range, ...positionOfOffset(createLineIndex(text), range.start), message: problem.message };
}

function syntaxProblem(path: string, text: string, error: unknown): ConfigurationProblem {
  const index = createLineIndex(text);
  const position =
    error instanceof TomlError ? { line: error.line - 1, character: error.column - 1 } : { line: 0, character: 0 };
  const start = offsetOfPosition(index, position);
  const detail = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
  const message = `This file is not valid TOML, so its settings do not count: ${detail.replace(/^Invalid TOML document: /, "")}.`;
  return { path, range: { start, end: Math.min(start + 1, text.length) }, ...positionOfOffset(index, start), message };
}
