/** The `options` of a rule. */
import {
  anything,
  boolean,
  choiceOf,
  describe,
  describeIgnored,
  integer,
  listOf,
  text,
  type KeyDescription,
  type ValueShape,
} from "./key-description.js";

function option(name: string, documentation: string, value: ValueShape, example: string): KeyDescription {
  return describe(name, value, documentation, `${name}: ${example}`);
}

const matching: readonly KeyDescription[] = [
  option("constant_propagation", "Literals are found through names that are known to be them; on.", boolean, "false"),
  option("symbolic_propagation", "Expressions are found through names they were assigned to; off.", boolean, "true"),
  option("vardef_assign", "A pattern of an assignment also matches one with an annotation; on.", boolean, "false"),
  option("attr_expr", "Patterns of expressions also match in decorators; on.", boolean, "false"),
  option("commutative_boolop", "`and` and `or` match in either order; off.", boolean, "true"),
  option("commutative_compop", "`==` and `!=` match in either order; off.", boolean, "true"),
  option("symmetric_eq", "Older name of commutative_compop; off.", boolean, "true"),
  option("ac_matching", "`and`, `or`, `&`, `|` and the like match however they nest; on.", boolean, "false"),
  option("go_deeper_stmt", "`...` between statements looks into nested blocks; on.", boolean, "false"),
  option(
    "implicit_deep_exprstmt",
    "An expression that is a statement matches inside of expressions; on.",
    boolean,
    "false",
  ),
  option("decorators_order_matters", "Decorators match only in the order of the pattern; off.", boolean, "true"),
];

const generic: readonly KeyDescription[] = [
  option("generic_ellipsis_max_span", "Lines that `...` may go on for, besides the first; 10.", integer, "5"),
  option(
    "generic_braces",
    "The pairs that open and close, in place of the usual ones.",
    listOf(listOf(text)),
    "[['(', ')']]",
  ),
  option("generic_extra_braces", "More pairs that open and close.", listOf(listOf(text)), "[['<', '>']]"),
  option(
    "generic_comment_style",
    "Comments that are left out of the text; none.",
    choiceOf({ c: "/* these */", cpp: "/* these */ and // these", shell: "# these" }),
    "shell",
  ),
  option("generic_caseless", "Upper and lower case are the same; off.", boolean, "true"),
  option("generic_multiline", "Patterns may go over several lines; on.", boolean, "false"),
];

const taint: readonly KeyDescription[] = [
  option(
    "taint_assume_safe_functions",
    "What an unknown function returns is not tainted by its arguments; off.",
    boolean,
    "true",
  ),
  option("taint_assume_safe_indexes", "What `a[i]` gives is not tainted by `i`; off.", boolean, "true"),
  option("taint_assume_safe_comparisons", "What a comparison gives is not tainted; off.", boolean, "true"),
  option("taint_assume_safe_booleans", "What is known to be a boolean is not tainted; off.", boolean, "true"),
  option("taint_assume_safe_numbers", "What is known to be a number is not tainted; off.", boolean, "true"),
  option("taint_only_propagate_through_assignments", "Data goes on through assignments only; off.", boolean, "true"),
  option("taint_unify_mvars", "A metavariable is the same code in sources and sinks; off.", boolean, "true"),
];

const ours: readonly KeyDescription[] = [
  option(
    "interfile",
    "Data that the patterns of a taint rule name is followed between functions and files; off. With `from` it always is.",
    boolean,
    "true",
  ),
];

const pythonHasNone = "Python has nothing that it changes.";

/** What exists for Python, and is always as it is by default. */
const fixed = "It has no effect here: matching is as with its default.";

const ignored: readonly KeyDescription[] = [
  describeIgnored("go_deeper_expr", boolean, "`<... ...>` looks into nested expressions; on.", fixed),
  describeIgnored("unify_ids_strictly", boolean, "Equal names of different scopes are different; on.", fixed),
  describeIgnored("strict_mvar_name_binding", boolean, "How strictly names unify; off.", fixed),
  describeIgnored("generic_extra_word_characters", listOf(text), "More characters of words.", fixed),
  describeIgnored(
    "generic_engine",
    choiceOf({ spacegrep: "The one that is used.", aliengrep: "A newer one." }),
    "What matches generic patterns.",
    fixed,
  ),
  describeIgnored(
    "taint_focus_on",
    choiceOf({ source: "The source.", sink: "The sink." }),
    "What is reported; the sink.",
    fixed,
  ),
  describeIgnored(
    "taint_match_on",
    choiceOf({ source: "The source.", sink: "The sink." }),
    "Older name of taint_focus_on.",
    fixed,
  ),
  describeIgnored("taint_interproc_lambdas", boolean, "Data is followed into lambdas.", fixed),
  describeIgnored("taint_intrafile", boolean, "Data is followed through the functions of a file.", fixed),
  ...[
    "flddef_assign",
    "arrow_is_function",
    "let_is_var",
    "implicit_return",
    "implicit_ellipsis",
    "xml_singleton_loose_matching",
    "xml_attrs_implicit_ellipsis",
    "xml_children_ordered",
    "cpp_parsing_pref",
    "sql_dialect",
  ].map((name) => describeIgnored(name, anything, "An option for other languages.", pythonHasNone)),
];

export const optionKeys: readonly KeyDescription[] = [...matching, ...generic, ...taint, ...ours, ...ignored];
