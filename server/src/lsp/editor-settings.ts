/** The editor's settings, section "kingsnake". What is of a wrong type or unknown is left out and named for the log. */
import * as z from "zod/mini";
import type { Confidence, Severity } from "../rules/rule.js";

export interface EditorSettings {
  readonly enable: boolean;
  /** Files and folders with rules; relative ones start at the workspace folder. */
  readonly rulePaths: readonly string[];
  readonly disabledRules: readonly string[];
  readonly minimumSeverity: Severity;
  readonly minimumConfidence: Confidence;
  /** Globs that a scan of the workspace leaves out. */
  readonly exclude: readonly string[];
}

export const defaultSettings: EditorSettings = {
  enable: true,
  rulePaths: [],
  disabledRules: [],
  minimumSeverity: "info",
  minimumConfidence: "low",
  exclude: [],
};

const texts = z.array(z.string());

/** From the dotted name of a setting to its field and what it must hold. */
const known: Readonly<Record<string, { readonly field: keyof EditorSettings; readonly schema: z.ZodMiniType }>> = {
  enable: { field: "enable", schema: z.boolean() },
  "rules.paths": { field: "rulePaths", schema: texts },
  "rules.disable": { field: "disabledRules", schema: texts },
  minimumSeverity: { field: "minimumSeverity", schema: z.enum(["info", "warning", "error"]) },
  minimumConfidence: { field: "minimumConfidence", schema: z.enum(["low", "medium", "high"]) },
  "scan.exclude": { field: "exclude", schema: texts },
};

/** Settings that are the client's own business. */
const ofTheClient = /^trace(?:\.|$)/;

/** Reads what the client answered; `warn` is told about everything that does not count. */
export function readEditorSettings(value: unknown, warn: (message: string) => void): EditorSettings {
  const fields: Record<string, unknown> = {};
  for (const [name, setting] of flatten(value, "")) {
    const entry = Object.hasOwn(known, name) ? known[name] : undefined;
    if (entry === undefined) {
      if (!ofTheClient.test(name)) warn(`Unknown setting kingsnake.${name} is ignored.`);
    } else if (setting !== null && setting !== undefined) {
      const result = entry.schema.safeParse(setting);
      if (result.success) fields[entry.field] = result.data;
      else warn(`The setting kingsnake.${name} is of the wrong type and is ignored.`);
    }
  }
  return { ...defaultSettings, ...fields };
}

/** Nested and dotted settings alike, as pairs of dotted name and value. */
function flatten(value: unknown, prefix: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return prefix === "" ? [] : [[prefix, value]];
  }
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, prefix === "" ? key : `${prefix}.${key}`));
}
