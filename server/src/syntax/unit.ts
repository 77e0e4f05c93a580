/**
 * The unit: the granule of everything that is remembered. A unit is a function with its nested functions, the header of a
 * class, or one statement of a module or class body. Its text is contiguous, so that its nodes' offsets stay
 * true when text before it changes; only `start` moves.
 */
import type { SyntaxNode } from "./node.js";

export type UnitKind = "function" | "class" | "statement";

export interface Unit {
  readonly kind: UnitKind;
  /** Source from the first character of the first line's code to the end of the last line's code. */
  readonly text: string;
  /** White space before the first character on its line: the column in UTF-16 units. */
  readonly indentation: string;
  /** UTF-16 offset in the present text of the file. Moves with edits elsewhere. */
  start: number;
  /** What the unit's text says: usually one statement; several where semicolons join them; none where it is hopeless. */
  statements: readonly SyntaxNode[];
  /** Grows each time that the unit's names are resolved anew; what was derived from them before is then out of date. */
  resolution: number;
  /** Modules of which the file imports everything. Filled by names/. */
  wildcards: readonly string[];
  /** Stretches that the parser could not read, relative to the unit. */
  errors: readonly { readonly start: number; readonly end: number }[];
  /** What adjacent literals are together: strings that do not stand in the text in one piece. Filled by the lowering, where there are some. */
  joinedStrings?: string[] | undefined;
  /** Whether operators or formatted strings make strings that do not stand in the text. Filled by the lowering. */
  makesStrings?: boolean;
}

/** A unit in the tree of a file: classes hold the units of their bodies. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly members: readonly PlacedUnit[];
}
