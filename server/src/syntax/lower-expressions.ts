/** Lowering of expressions: one function for each type of the grammar that needs its own shape. */
import {
  absent,
  childIndices,
  endOf,
  hasToken,
  identifier,
  isNamed,
  lowerAll,
  lowerNamed,
  lowerOptional,
  namedChild,
  makeNode,
  namedIndices,
  startOf,
  textOf,
  typeOf,
  type LoweringContext,
} from "./lowering-context.js";
import { lowerConcatenated, lowerInterpolation, lowerString } from "./lower-strings.js";
import { noChildren, SyntaxNode, type SyntaxKind } from "./node.js";

export type Lowerer = (context: LoweringContext, index: number) => SyntaxNode;

/** A node of `kind` whose children are the named children. */
function collection(kind: SyntaxKind): Lowerer {
  return (context, index) => makeNode(context, kind, index, "", lowerNamed(context, index));
}

/** A leaf of `kind` whose value is its text. */
function leaf(kind: SyntaxKind): Lowerer {
  return (context, index) => makeNode(context, kind, index, textOf(context, index));
}

/** Stands for its only child. */
const unwrap: Lowerer = (context, index) => {
  const only = namedChild(context, index, 0);
  if (only === undefined || namedChild(context, index, 1) !== undefined)
    return makeNode(context, "Other", index, typeOf(context, index), lowerNamed(context, index));
  return context.lower(context, only);
};

/** What stands in parentheses, which count to its range; the outermost ones where there are several. */
const parenthesized: Lowerer = (context, index) => {
  const inner = unwrap(context, index);
  return new SyntaxNode(
    inner.kind,
    startOf(context, index),
    endOf(context, index),
    inner.value,
    inner.children,
    context.unit,
  );
};

const call: Lowerer = (context, index) => {
  const callee = namedChild(context, index, 0);
  const list = namedChild(context, index, 1);
  if (callee === undefined) return makeNode(context, "Error", index);
  const children = [context.lower(context, callee)];
  if (list !== undefined) {
    if (typeOf(context, list) === "argument_list") children.push(...lowerNamed(context, list));
    else children.push(bareGenerator(context, list));
  }
  return makeNode(context, "Call", index, "", children);
};

/** A generator that is a call's only argument is what a list in its place would be; the parentheses are the call's. */
function bareGenerator(context: LoweringContext, index: number): SyntaxNode {
  const node = context.lower(context, index);
  if (node.kind !== "Generator") return node;
  const last = node.lastChild();
  return new SyntaxNode("ListComprehension", node.child(0).start, last.end, "", node.children, context.unit);
}

const keywordArgument: Lowerer = (context, index) => {
  const name = namedChild(context, index, 0);
  const value = namedChild(context, index, 1);
  if (name === undefined || value === undefined)
    return makeNode(context, "Error", index, "", lowerNamed(context, index));
  return makeNode(context, "Keyword", index, textOf(context, name), [context.lower(context, value)]);
};

const attribute: Lowerer = (context, index) => {
  const object = namedChild(context, index, 0);
  const name = namedChild(context, index, 1);
  if (object === undefined || name === undefined)
    return makeNode(context, "Error", index, "", lowerNamed(context, index));
  return makeNode(context, "Attribute", index, textOf(context, name), [context.lower(context, object)]);
};

/** `a.b.c` where the grammar has one node for all of it: a chain of attributes. */
const dottedName: Lowerer = (context, index) => {
  let result: SyntaxNode | undefined;
  for (const part of namedIndices(context, index)) {
    const name = textOf(context, part);
    result =
      result === undefined
        ? makeNode(context, "Name", part, name)
        : new SyntaxNode("Attribute", result.start, endOf(context, part), name, [result], context.unit);
  }
  return result ?? makeNode(context, "Error", index);
};

const slice: Lowerer = (context, index) => {
  const slots: (number | undefined)[] = [undefined];
  for (const child of childIndices(context, index)) {
    if (isNamed(context, child)) slots[slots.length - 1] = child;
    else slots.push(undefined);
  }
  const at = endOf(context, index);
  const children = [0, 1, 2].map((slot) => lowerOptional(context, slots[slot], at));
  return makeNode(context, "Slice", index, "", children);
};

/** Operators and operands: `kind` with the operators' types joined by commas. */
function operators(kind: SyntaxKind): Lowerer {
  return (context, index) => {
    const operands: number[] = [];
    const found: string[] = [];
    for (const child of childIndices(context, index)) {
      if (isNamed(context, child)) operands.push(child);
      else found.push(typeOf(context, child));
    }
    return makeNode(context, kind, index, found.join(","), lowerAll(context, operands));
  };
}

const binary = operators("Binary");

/** Operands that make it a sum of other things than strings. */
const neverStrings: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>(["List", "ListComprehension", "Number", "Tuple"]);

const binaryOperator: Lowerer = (context, index) => {
  const node = binary(context, index);
  const mayBeString = node.value === "+" && !node.children.some((operand) => neverStrings.has(operand.kind));
  if (mayBeString) context.unit.makesStrings = true;
  return node;
};

/** The operands of a left operand that goes on with the same operator. */
function chained(operand: SyntaxNode, context: LoweringContext, index: number): readonly SyntaxNode[] {
  return hasToken(context, index, operand.value) ? operand.children : [operand];
}

/** `a and b and c` is one node, as in Python's own tree; what stands in parentheses is one by itself. */
const booleanOperator: Lowerer = (context, index) => {
  const operands: SyntaxNode[] = [];
  let operator = "";
  for (const child of childIndices(context, index)) {
    if (!isNamed(context, child)) operator = typeOf(context, child);
    else {
      const operand = context.lower(context, child);
      operands.push(...(typeOf(context, child) === "boolean_operator" ? chained(operand, context, index) : [operand]));
    }
  }
  return makeNode(context, "Boolean", index, operator, operands);
};

const lambda: Lowerer = (context, index) => {
  const named = namedIndices(context, index);
  const body = named[named.length - 1];
  const parameters = named.length > 1 ? named[0] : undefined;
  const list =
    parameters === undefined
      ? new SyntaxNode(
          "Parameters",
          startOf(context, index) + 6,
          startOf(context, index) + 6,
          "",
          noChildren,
          context.unit,
        )
      : context.lower(context, parameters);
  return makeNode(context, "Lambda", index, "", [list, lowerOptional(context, body, endOf(context, index))]);
};

const yieldExpression: Lowerer = (context, index) => {
  const named = namedIndices(context, index);
  if (hasToken(context, index, "from")) return makeNode(context, "YieldFrom", index, "", lowerAll(context, named));
  return makeNode(context, "Yield", index, "", lowerAll(context, named));
};

const forInClause: Lowerer = (context, index) => {
  const [target, ...iterables] = lowerNamed(context, index);
  const value = hasToken(context, index, "async") ? "async" : "";
  const [first] = iterables;
  const last = iterables[iterables.length - 1];
  if (target === undefined || first === undefined || last === undefined) return makeNode(context, "Error", index);
  const iterable =
    iterables.length === 1 ? first : new SyntaxNode("Tuple", first.start, last.end, "", iterables, context.unit);
  return makeNode(context, "ForClause", index, value, [target, iterable]);
};

const namedExpression: Lowerer = (context, index) =>
  makeNode(context, "NamedExpression", index, "", lowerNamed(context, index));

/** A parameter that is only a name, or a name after stars. */
function parameter(
  context: LoweringContext,
  index: number,
  stars: string,
  name: number | undefined,
  annotation?: number,
  fallback?: number,
): SyntaxNode {
  const at = endOf(context, index);
  return makeNode(context, "Parameter", index, stars, [
    name === undefined
      ? absent(context, at)
      : typeOf(context, name) === "tuple_pattern"
        ? context.lower(context, name)
        : identifier(context, name),
    lowerOptional(context, annotation, at),
    lowerOptional(context, fallback, at),
  ]);
}

function lowerParameter(context: LoweringContext, index: number): SyntaxNode {
  const type = typeOf(context, index);
  const named = namedIndices(context, index);
  switch (type) {
    case "identifier":
    case "keyword_identifier":
    case "tuple_pattern":
      return parameter(context, index, "", index);
    case "list_splat_pattern":
      return parameter(context, index, "*", named[0]);
    case "dictionary_splat_pattern":
      return parameter(context, index, "**", named[0]);
    case "keyword_separator":
      return parameter(context, index, "*", undefined);
    case "positional_separator":
      return parameter(context, index, "/", undefined);
    case "default_parameter":
      return parameter(context, index, "", named[0], undefined, named[1]);
    case "typed_default_parameter":
      return parameter(context, index, "", named[0], named[1], named[2]);
    case "typed_parameter": {
      const [inner, annotation] = named;
      const innerType = inner === undefined ? "" : typeOf(context, inner);
      const stars = innerType === "list_splat_pattern" ? "*" : innerType === "dictionary_splat_pattern" ? "**" : "";
      const name = inner !== undefined && stars !== "" ? namedIndices(context, inner)[0] : inner;
      return parameter(context, index, stars, name, annotation);
    }
    default:
      return context.lower(context, index);
  }
}

const parameters: Lowerer = (context, index) =>
  makeNode(
    context,
    "Parameters",
    index,
    "",
    namedIndices(context, index).map((child) => lowerParameter(context, child)),
  );

/** `expression as target`, outside of with and except: only in patterns of match and broken code. */
const other: Lowerer = (context, index) =>
  makeNode(context, "Other", index, typeOf(context, index), lowerNamed(context, index));

const casePattern: Lowerer = (context, index) => {
  const named = namedIndices(context, index);
  if (named.length === 0) return makeNode(context, "Name", index, textOf(context, index));
  if (hasToken(context, index, "-")) return makeNode(context, "Unary", index, "-", lowerAll(context, named));
  return unwrap(context, index);
};

const classPattern: Lowerer = (context, index) => makeNode(context, "Call", index, "", lowerNamed(context, index));

const splatPattern: Lowerer = (context, index) => {
  const named = namedIndices(context, index);
  const kind = hasToken(context, index, "**") ? "DoubleStarred" : "Starred";
  return makeNode(context, kind, index, "", lowerAll(context, named));
};

const dictPattern: Lowerer = (context, index) => {
  const elements = lowerNamed(context, index);
  const children: SyntaxNode[] = [];
  for (let at = 0; at < elements.length; at++) {
    const key = elements[at];
    if (key === undefined) break;
    const value = elements[at + 1];
    if (key.kind === "DoubleStarred" || value === undefined) children.push(key);
    else {
      children.push(new SyntaxNode("Pair", key.start, value.end, "", [key, value], context.unit));
      at++;
    }
  }
  return makeNode(context, "Dict", index, "", children);
};

const unionPattern: Lowerer = (context, index) => {
  const [first, ...rest] = lowerNamed(context, index);
  if (first === undefined) return makeNode(context, "Error", index);
  return rest.reduce(
    (left, right) => new SyntaxNode("Binary", left.start, right.end, "|", [left, right], context.unit),
    first,
  );
};

/** Lowering functions of expressions by the grammar's type. */
export const expressionLowerers: Readonly<Record<string, Lowerer>> = {
  identifier: leaf("Name"),
  keyword_identifier: leaf("Name"),
  integer: leaf("Number"),
  float: leaf("Number"),
  true: leaf("Constant"),
  false: leaf("Constant"),
  none: leaf("Constant"),
  ellipsis: leaf("Ellipsis"),
  attribute,
  call,
  keyword_argument: keywordArgument,
  subscript: collection("Subscript"),
  slice,
  binary_operator: binaryOperator,
  boolean_operator: booleanOperator,
  unary_operator: operators("Unary"),
  not_operator: operators("Unary"),
  comparison_operator: operators("Compare"),
  conditional_expression: collection("Conditional"),
  lambda,
  parenthesized_expression: parenthesized,
  named_expression: namedExpression,
  await: collection("Await"),
  yield: yieldExpression,
  tuple: collection("Tuple"),
  tuple_pattern: collection("Tuple"),
  pattern_list: collection("Tuple"),
  expression_list: collection("Tuple"),
  list: collection("List"),
  list_pattern: collection("List"),
  set: collection("Set"),
  dictionary: collection("Dict"),
  pair: collection("Pair"),
  list_splat: collection("Starred"),
  list_splat_pattern: collection("Starred"),
  dictionary_splat: collection("DoubleStarred"),
  dictionary_splat_pattern: collection("DoubleStarred"),
  list_comprehension: collection("ListComprehension"),
  set_comprehension: collection("SetComprehension"),
  dictionary_comprehension: collection("DictComprehension"),
  generator_expression: collection("Generator"),
  for_in_clause: forInClause,
  if_clause: collection("IfClause"),
  string: lowerString,
  interpolation: lowerInterpolation,
  format_expression: lowerInterpolation,
  concatenated_string: lowerConcatenated,
  parameters,
  lambda_parameters: parameters,
  dotted_name: dottedName,
  as_pattern_target: unwrap,
  chevron: other,
  type: unwrap,
  generic_type: (context, index) => {
    const [name, list] = namedIndices(context, index);
    if (name === undefined) return other(context, index);
    const children = [context.lower(context, name), ...(list === undefined ? [] : lowerNamed(context, list))];
    return makeNode(context, "Subscript", index, "", children);
  },
  union_type: (context, index) => makeNode(context, "Binary", index, "|", lowerNamed(context, index)),
  member_type: attribute,
  case_pattern: casePattern,
  class_pattern: classPattern,
  splat_pattern: splatPattern,
  dict_pattern: dictPattern,
  union_pattern: unionPattern,
  keyword_pattern: keywordArgument,
};
