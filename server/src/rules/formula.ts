/** What a rule asks of code: a tree of patterns and conditions, independent of how it was spelled in YAML. */
import type { TextRange } from '../base/text-range.js';

/** Pattern text as it stands in YAML, with the place where it stands, for errors. */
export interface PatternSource {
  readonly text: string;
  /** Range of the YAML value in the rule file. */
  readonly range: TextRange;
}

export type Formula =
  | { readonly kind: 'pattern'; readonly pattern: PatternSource }
  | { readonly kind: 'all'; readonly parts: readonly Formula[]; readonly conditions: readonly Condition[]; readonly focus: readonly string[] }
  | { readonly kind: 'any'; readonly parts: readonly Formula[] }
  | { readonly kind: 'inside'; readonly part: Formula }
  /** Of an `inside` part: what lies in such code; of another: what is exactly such code. */
  | { readonly kind: 'not'; readonly part: Formula };

export type Condition = {
  readonly kind: 'metavariable-regex';
  /** With its dollar sign. */
  readonly metavariable: string;
  readonly regex: PatternSource;
};
