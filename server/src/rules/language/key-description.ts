/** What can be said about one key of the rule language. The keys themselves are in the tables beside this file. */

/** A kind of map in a rule file; each has its own keys. */
export type Place =
  | "file"
  | "rule"
  | "paths"
  | "options"
  | "metadata"
  | "fix-regex"
  | "entry"
  | "alternative"
  | "formula"
  | "metavariable-regex"
  | "metavariable-pattern"
  | "metavariable-comparison"
  | "metavariable-type"
  | "metavariable-analysis"
  | "analyzer"
  | "source"
  | "sink"
  | "sanitizer"
  | "propagator"
  | "match"
  | "where"
  | "taint"
  | "match-source"
  | "match-sink"
  | "match-sanitizer"
  | "match-propagator";

/** What a value must be. `pattern` is code of the rule's language, `labels` a boolean formula over taint labels. */
export type ValueShape =
  | {
      readonly kind:
        | "text"
        | "pattern"
        | "regex"
        | "metavariable"
        | "comparison"
        | "labels"
        | "labels-of-metavariables"
        | "glob"
        | "version"
        | "boolean"
        | "integer"
        | "anything";
    }
  /** One of these words; an open choice also takes others. */
  | { readonly kind: "choice"; readonly choices: readonly Choice[]; readonly isOpen: boolean }
  | { readonly kind: "list"; readonly of: ValueShape }
  | { readonly kind: "map"; readonly place: Place }
  | { readonly kind: "either"; readonly of: readonly ValueShape[] };

/** A word that a value may be. */
export interface Choice {
  readonly value: string;
  readonly documentation: string;
}

/** What Kingsnake does with a key: uses it, reads past it, or does not run a rule that has it. */
export type Standing = "used" | "ignored" | "refused";

export interface KeyDescription {
  readonly name: string;
  readonly value: ValueShape;
  /** One sentence. */
  readonly documentation: string;
  /** YAML of one use, key included. */
  readonly example: string;
  /** Whose language the key belongs to. */
  readonly origin: "semgrep" | "kingsnake";
  readonly standing: Standing;
  /** Why it is ignored or refused; empty for a key that is used. */
  readonly reason: string;
  /** Whether the map must have it. */
  readonly isRequired: boolean;
  /** Whether an operator that says what is looked for, as opposed to a setting; of those a map needs one. */
  readonly isOperator: boolean;
}

type Traits = Partial<Pick<KeyDescription, "origin" | "standing" | "reason" | "isRequired" | "isOperator">>;

/** A key that is Semgrep's and used, unless `traits` say otherwise. */
export function describe(
  name: string,
  value: ValueShape,
  documentation: string,
  example: string,
  traits: Traits = {},
): KeyDescription {
  return {
    name,
    value,
    documentation,
    example,
    origin: "semgrep",
    standing: "used",
    reason: "",
    isRequired: false,
    isOperator: false,
    ...traits,
  };
}

/** A key of Semgrep's that rules may have and that changes nothing here. */
export function describeIgnored(
  name: string,
  value: ValueShape,
  documentation: string,
  reason: string,
): KeyDescription {
  return describe(name, value, documentation, "", { standing: "ignored", reason });
}

/** A key of Semgrep's that no rule can run without, and that does not exist here. */
export function describeRefused(name: string, documentation: string, reason: string): KeyDescription {
  return describe(name, anything, documentation, "", { standing: "refused", reason });
}

export const text: ValueShape = { kind: "text" };
export const pattern: ValueShape = { kind: "pattern" };
export const regex: ValueShape = { kind: "regex" };
export const metavariable: ValueShape = { kind: "metavariable" };
export const comparison: ValueShape = { kind: "comparison" };
export const labels: ValueShape = { kind: "labels" };
export const glob: ValueShape = { kind: "glob" };
export const version: ValueShape = { kind: "version" };
export const boolean: ValueShape = { kind: "boolean" };
export const integer: ValueShape = { kind: "integer" };
export const anything: ValueShape = { kind: "anything" };

export function listOf(of: ValueShape): ValueShape {
  return { kind: "list", of };
}

export function mapOf(place: Place): ValueShape {
  return { kind: "map", place };
}

export function eitherOf(...of: readonly ValueShape[]): ValueShape {
  return { kind: "either", of };
}

/** A word and what it means, for each that is allowed. */
export function choiceOf(words: Readonly<Record<string, string>>, isOpen = false): ValueShape {
  const choices = Object.entries(words).map(([value, documentation]) => ({ value, documentation }));
  return { kind: "choice", choices, isOpen };
}
