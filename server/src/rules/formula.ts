/** What a rule asks of code: a tree of patterns and conditions, independent of how it was spelled in YAML. */
import type { TextRange } from "../base/text-range.js";

/** Text as it stands in YAML (a pattern, a regular expression, a comparison), with the place where it stands, for errors. */
export interface PatternSource {
  readonly text: string;
  /** Range of the YAML value in the rule file. */
  readonly range: TextRange;
}

/** What a pattern is written in, and so what it is matched with. */
export type PatternLanguage = "python" | "generic" | "regex";

export type Formula =
  /** A pattern of the language that holds here: the rule's, or that of the `metavariable-pattern` around it. */
  | { readonly kind: "pattern"; readonly pattern: PatternSource }
  /** `pattern-regex`: a regular expression over the text. */
  | { readonly kind: "regex"; readonly regex: PatternSource }
  | {
      readonly kind: "all";
      readonly parts: readonly Formula[];
      readonly conditions: readonly Condition[];
      /** One entry a `focus-metavariable`; the names of one entry are alternatives, several entries must all hold. */
      readonly focus: readonly (readonly string[])[];
    }
  | { readonly kind: "any"; readonly parts: readonly Formula[] }
  /** What lies in such code. */
  | { readonly kind: "inside"; readonly part: Formula }
  /** `anywhere` of the newer syntax: the file has such code somewhere; bindings must agree, places need not. */
  | { readonly kind: "anywhere"; readonly part: Formula }
  /** Of an `inside` (or `anywhere`) part: what does not lie in such code (a file without it); of another: what is not exactly such code. */
  | { readonly kind: "not"; readonly part: Formula }
  /** `as: $NAME` of the newer syntax: the whole match is bound to a metavariable. */
  | { readonly kind: "as"; readonly metavariable: string; readonly part: Formula };

/** What must hold of metavariables that a match bound. Metavariables are written with their dollar sign. */
export type Condition =
  | {
      readonly kind: "regex";
      readonly metavariable: string;
      readonly regex: PatternSource;
      /** Whether the literal that a name is known to be is looked at in its place. */
      readonly constantPropagation: boolean;
    }
  | {
      readonly kind: "pattern";
      readonly metavariable: string;
      /** Of another language than the rule's: the metavariable's text is looked at as such. */
      readonly language: PatternLanguage | undefined;
      readonly formula: Formula;
    }
  | {
      readonly kind: "comparison";
      /** The one whose text `base` and `strip` are about; undefined where the comparison names all that it needs. */
      readonly metavariable: string | undefined;
      readonly comparison: PatternSource;
      /** Radix in which the metavariable's digits are read. */
      readonly base: number | undefined;
      /** Whether quotes and layout around the number are taken away first. */
      readonly strip: boolean;
    }
  | {
      readonly kind: "type";
      readonly metavariable: string;
      /** One of them must be the type. */
      readonly types: readonly PatternSource[];
    }
  | {
      readonly kind: "analysis";
      readonly metavariable: string;
      readonly analyzer: Analyzer;
      /** Of `entropy_v2`: how sure it must be. */
      readonly strictness: "lax" | "default" | "strict";
    };

/** Analyses of a metavariable's text that the rule language has by name. */
export type Analyzer = "entropy" | "entropy_v2" | "redos";
