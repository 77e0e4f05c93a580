/** The tree of a regular expression: flags are resolved, what letters and classes mean is a set of code points. */
import type { CodePointSet } from "./code-point-set.js";

/** What holds between two characters. `line-start` and `line-end` are `^` and `$` of the multiline flag. */
export type Place =
  "text-start" | "text-end" | "before-last-newline" | "line-start" | "line-end" | "word-boundary" | "no-word-boundary";

export type RegexNode =
  | { readonly kind: "set"; readonly set: CodePointSet }
  | { readonly kind: "sequence"; readonly items: readonly RegexNode[] }
  | { readonly kind: "alternatives"; readonly items: readonly RegexNode[] }
  | RegexCapture
  | RegexRepeat
  | {
      readonly kind: "look";
      readonly direction: "ahead" | "behind";
      readonly negated: boolean;
      readonly body: RegexNode;
    }
  | { readonly kind: "atomic"; readonly body: RegexNode }
  | { readonly kind: "reference"; readonly groups: readonly number[]; readonly caseless: boolean }
  | { readonly kind: "place"; readonly place: Place }
  /** `\R`: a line's end of any kind; `\r\n` is never split. */
  | { readonly kind: "newline" }
  /** `\K`: the match is said to start here. */
  | { readonly kind: "keep" };

export interface RegexCapture {
  readonly kind: "capture";
  readonly index: number;
  readonly body: RegexNode;
}

export interface RegexRepeat {
  readonly kind: "repeat";
  readonly minimum: number;
  /** Infinity if there is no upper limit. */
  readonly maximum: number;
  readonly greedy: boolean;
  readonly body: RegexNode;
}

/** A regular expression that was read. */
export interface RegexTree {
  readonly root: RegexNode;
  /** How many groups capture; they are numbered from one. */
  readonly groupCount: number;
  /** Names of groups, each with its numbers (several with the flag J). */
  readonly names: ReadonlyMap<string, readonly number[]>;
}

/** Why a text is no regular expression, and where, in UTF-16 units from its start. */
export interface RegexError {
  readonly message: string;
  readonly offset: number;
}

/** Thrown while reading, caught by `parseRegex`. */
export class RegexSyntaxError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** The children of a node, in the order of the source. */
export function childrenOf(node: RegexNode): readonly RegexNode[] {
  switch (node.kind) {
    case "sequence":
    case "alternatives":
      return node.items;
    case "capture":
    case "repeat":
    case "look":
    case "atomic":
      return [node.body];
    case "set":
    case "reference":
    case "place":
    case "newline":
    case "keep":
      return [];
  }
}

/** Whether a node or one below it fulfils a condition. */
export function someNode(node: RegexNode, condition: (node: RegexNode) => boolean): boolean {
  return condition(node) || childrenOf(node).some((child) => someNode(child, condition));
}
