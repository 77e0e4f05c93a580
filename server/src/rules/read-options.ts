/** The `options` of a rule, from YAML to what matching knows. */
import { booleanAt, integerAt, listOf, textAt, textsOf } from "../base/yaml/fields.js";
import { defaultOptions, type RuleOptions, type TaintOptions } from "./options.js";
import type { YamlMap } from "../base/yaml/yaml-values.js";

type Switches<Options> = { readonly [Key in keyof Options as Options[Key] extends boolean ? Key : never]: boolean };

/** Options that are on or off, by their names in YAML. */
export const switches: Readonly<Record<string, keyof Switches<RuleOptions>>> = {
  constant_propagation: "constantPropagation",
  symbolic_propagation: "symbolicPropagation",
  attr_expr: "attributeExpressions",
  vardef_assign: "annotatedAssignments",
  commutative_boolop: "commutativeBooleans",
  commutative_compop: "commutativeCompare",
  symmetric_eq: "commutativeCompare",
  ac_matching: "associativeCommutative",
  go_deeper_stmt: "deepStatements",
  implicit_deep_exprstmt: "deepExpressionStatements",
  decorators_order_matters: "decoratorOrderMatters",
  generic_caseless: "genericCaseless",
  generic_multiline: "genericMultiline",
  interfile: "interfile",
};

export const taintSwitches: Readonly<Record<string, keyof TaintOptions>> = {
  taint_assume_safe_functions: "assumeSafeFunctions",
  taint_assume_safe_indexes: "assumeSafeIndexes",
  taint_assume_safe_comparisons: "assumeSafeComparisons",
  taint_assume_safe_booleans: "assumeSafeBooleans",
  taint_assume_safe_numbers: "assumeSafeNumbers",
  taint_only_propagate_through_assignments: "onlyPropagateThroughAssignments",
  taint_unify_mvars: "unifyMetavariables",
};

/** The options that hold for a rule; those that it leaves out have their defaults. */
export function readOptions(map: YamlMap | undefined): RuleOptions {
  if (map === undefined) return defaultOptions;
  const style = textAt(map, "generic_comment_style");
  return {
    ...defaultOptions,
    ...readSwitches(map, switches),
    ...(map.fields.has("generic_braces") && { genericBraces: pairsAt(map, "generic_braces") }),
    genericExtraBraces: pairsAt(map, "generic_extra_braces"),
    genericEllipsisMaximumSpan:
      integerAt(map, "generic_ellipsis_max_span") ?? defaultOptions.genericEllipsisMaximumSpan,
    genericComments: style === "c" || style === "cpp" || style === "shell" ? style : defaultOptions.genericComments,
    taint: { ...defaultOptions.taint, ...readSwitches(map, taintSwitches) },
  };
}

function readSwitches<Key extends string>(
  map: YamlMap,
  names: Readonly<Record<string, Key>>,
): Partial<Record<Key, boolean>> {
  const values: Partial<Record<Key, boolean>> = {};
  for (const [name, key] of Object.entries(names)) {
    const value = booleanAt(map, name);
    if (value !== undefined) values[key] = value;
  }
  return values;
}

function pairsAt(map: YamlMap, key: string): readonly (readonly [open: string, close: string])[] {
  return listOf(map.fields.get(key)?.value).flatMap((item) => {
    const [open, close] = textsOf(item);
    return open === undefined || close === undefined ? [] : [[open, close] as const];
  });
}
