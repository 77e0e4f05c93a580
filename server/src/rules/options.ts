/** The `options` of a rule that change how it matches, with the values that hold where a rule says nothing. */

export interface RuleOptions {
  /** Literals are found through names that are known to be them. */
  readonly constantPropagation: boolean;
  /** Expressions are found through names that were assigned them. */
  readonly symbolicPropagation: boolean;
  /** `os.path` in a pattern also matches what an attribute of an imported name means. */
  readonly attributeExpressions: boolean;
  /** `$X = 1` in a pattern also matches `a: int = 1`. */
  readonly annotatedAssignments: boolean;
  /** `and` and `or` match in any order. */
  readonly commutativeBooleans: boolean;
  /** `==` and `!=` match in either order. */
  readonly commutativeCompare: boolean;
  /** `&` and `|` and the like match regardless of how they nest and in which order they stand. */
  readonly associativeCommutative: boolean;
  /** `...` also descends into nested statements. */
  readonly deepStatements: boolean;
  /** An expression that stands alone among the statements of a pattern is also found inside of simple statements. */
  readonly deepExpressionStatements: boolean;
  /** Of generic patterns: lines that one `...` may span, and what opens and closes. */
  readonly genericEllipsisMaximumSpan: number;
  readonly genericBraces: readonly (readonly [open: string, close: string])[] | undefined;
  readonly genericExtraBraces: readonly (readonly [open: string, close: string])[];
  readonly genericComments: "none" | "c" | "cpp" | "shell";
  readonly genericCaseless: boolean;
  readonly genericMultiline: boolean;
  /** Decorators match only in the order of the pattern. */
  readonly decoratorOrderMatters: boolean;
  /** Data that the patterns of a rule in taint mode name is followed between functions and files. */
  readonly interfile: boolean;
  readonly taint: TaintOptions;
}

export interface TaintOptions {
  readonly assumeSafeFunctions: boolean;
  readonly assumeSafeIndexes: boolean;
  readonly assumeSafeComparisons: boolean;
  readonly assumeSafeBooleans: boolean;
  readonly assumeSafeNumbers: boolean;
  readonly onlyPropagateThroughAssignments: boolean;
  readonly unifyMetavariables: boolean;
}

export const defaultOptions: RuleOptions = {
  constantPropagation: true,
  symbolicPropagation: false,
  attributeExpressions: true,
  annotatedAssignments: true,
  commutativeBooleans: false,
  commutativeCompare: false,
  associativeCommutative: true,
  deepStatements: true,
  deepExpressionStatements: true,
  genericEllipsisMaximumSpan: 10,
  genericBraces: undefined,
  genericExtraBraces: [],
  genericComments: "none",
  genericCaseless: false,
  genericMultiline: true,
  decoratorOrderMatters: false,
  interfile: false,
  taint: {
    assumeSafeFunctions: false,
    assumeSafeIndexes: false,
    assumeSafeComparisons: false,
    assumeSafeBooleans: false,
    assumeSafeNumbers: false,
    onlyPropagateThroughAssignments: false,
    unifyMetavariables: false,
  },
};
