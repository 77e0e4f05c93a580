/** Compiled patterns: what `compile-pattern.ts` makes and `match.ts` runs. */
import type { CompiledRegex } from "../base/regex/compile-regex.js";
import type { SyntaxKind } from "../syntax/node.js";

/** A dotted name in a pattern; it matches by its words or through imports. */
export interface DottedName {
  readonly parts: readonly string[];
  /** `prefixes[i]` = the first i + 1 parts joined by dots. */
  readonly prefixes: readonly string[];
}

export type PatternNode =
  /** `$X`: any expression, or a whole statement where a statement stands; `$_` binds nothing. */
  | { readonly type: "metavariable"; readonly name: string }
  /** `$X: type` among arguments. */
  | { readonly type: "typed-metavariable"; readonly name: string; readonly declared: PatternNode }
  /** `...` */
  | { readonly type: "ellipsis" }
  /** `$...ARGS` */
  | { readonly type: "metavariable-ellipsis"; readonly name: string }
  /** `<... inner ...>` */
  | { readonly type: "deep"; readonly inner: PatternNode }
  /** `"..."` */
  | { readonly type: "any-string" }
  /** `"$X"`: any string literal, its content bound. */
  | { readonly type: "string-metavariable"; readonly name: string }
  /** `"=~/regex/"` */
  | { readonly type: "string-regex"; readonly regex: CompiledRegex }
  | ConcretePattern;

export interface ConcretePattern {
  readonly type: "node";
  readonly kind: SyntaxKind;
  readonly value: string;
  /** The metavariable that stands for `value`, as in `$X.$METHOD`; empty if none. */
  readonly valueMetavariable: string;
  readonly children: readonly PatternNode[];
  /** For names and attributes that are wholly concrete. */
  readonly dotted: DottedName | undefined;
}

/** A pattern as a whole. */
export type Pattern =
  | { readonly form: "expression"; readonly root: PatternNode; readonly key: PatternKey }
  | { readonly form: "statements"; readonly statements: readonly PatternNode[]; readonly key: PatternKey };

/** What a node must look like for the pattern to start at it. */
export interface PatternKey {
  /** Kinds at which the pattern may start; empty for any expression (or any statement). */
  readonly kinds: readonly SyntaxKind[];
  /** The last words that the called name may have, see `keyWord`; empty if open. */
  readonly words: readonly string[];
  /** A name that must be in the unit, or in what its names mean by imports; empty if the pattern has none. */
  readonly requiredWord: string;
}
