/** Lowering of statements: one function for each type of the grammar. */
import type { Lowerer } from "./lower-expressions.js";
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
import { noChildren, SyntaxNode, type SyntaxKind } from "./node.js";

/** A statement of `kind` whose children are the named children. */
function simple(kind: SyntaxKind): Lowerer {
  return (context, index) => makeNode(context, kind, index, "", lowerNamed(context, index));
}

/** The block among the children, wherever comments have pushed it. */
function blockOf(context: LoweringContext, index: number): SyntaxNode {
  const found = namedIndices(context, index).find((child) => typeOf(context, child) === "block");
  return found === undefined ? emptyBlock(context, endOf(context, index)) : context.lower(context, found);
}

function emptyBlock(context: LoweringContext, offset: number): SyntaxNode {
  return new SyntaxNode("Block", offset, offset, "", noChildren, context.unit);
}

function isType(context: LoweringContext, type: string): (index: number) => boolean {
  return (index) => typeOf(context, index) === type;
}

/** Named children that are not blocks, clauses or type parameters. */
function headOf(context: LoweringContext, index: number): number[] {
  return namedIndices(context, index).filter((child) => {
    const type = typeOf(context, child);
    return type !== "block" && type !== "type_parameter" && !type.endsWith("_clause");
  });
}

/** Several expressions without parentheses are a tuple. */
function joined(context: LoweringContext, nodes: readonly SyntaxNode[], offset: number): SyntaxNode {
  const [first] = nodes;
  const last = nodes[nodes.length - 1];
  if (first === undefined || last === undefined) return absent(context, offset);
  return nodes.length === 1 ? first : new SyntaxNode("Tuple", first.start, last.end, "", nodes, context.unit);
}

const block: Lowerer = (context, index) => {
  const statements = lowerNamed(context, index);
  const [first] = statements;
  const last = statements[statements.length - 1];
  if (first === undefined || last === undefined) return emptyBlock(context, startOf(context, index));
  return new SyntaxNode("Block", first.start, last.end, "", statements, context.unit);
};

const expressionStatement: Lowerer = (context, index) => {
  const first = namedChild(context, index, 0);
  const type = first === undefined ? "" : typeOf(context, first);
  if (first !== undefined && (type === "assignment" || type === "augmented_assignment")) {
    return context.lower(context, first);
  }
  const children = childIndices(context, index);
  const hasComma = children.length > 1;
  const nodes = lowerAll(
    context,
    children.filter((child) => isNamed(context, child)),
  );
  const [only] = nodes;
  const expression = hasComma || only === undefined ? makeNode(context, "Tuple", index, "", nodes) : only;
  return makeNode(context, "ExpressionStatement", index, "", [expression]);
};

const assignment: Lowerer = (context, index) => {
  const named = namedIndices(context, index);
  const [target, second, third] = named;
  if (target === undefined || second === undefined)
    return makeNode(context, "Error", index, "", lowerNamed(context, index));
  if (!hasToken(context, index, ":")) return makeNode(context, "Assign", index, "", lowerAll(context, named));
  const children = [
    context.lower(context, target),
    context.lower(context, second),
    lowerOptional(context, third, endOf(context, index)),
  ];
  return makeNode(context, "AnnotatedAssign", index, "", children);
};

const augmentedAssignment: Lowerer = (context, index) => {
  const operator = childIndices(context, index).find((child) => !isNamed(context, child));
  const value = operator === undefined ? "" : typeOf(context, operator);
  if (value === "+=") context.unit.makesStrings = true;
  return makeNode(context, "AugmentedAssign", index, value, lowerNamed(context, index));
};

const raise: Lowerer = (context, index) => {
  const children = childIndices(context, index);
  const from = children.findIndex(isType(context, "from"));
  const cause = from < 0 ? undefined : children[from + 1];
  const values = children.filter((child) => isNamed(context, child) && child !== cause);
  const at = endOf(context, index);
  return makeNode(context, "Raise", index, "", [
    joined(context, lowerAll(context, values), at),
    lowerOptional(context, cause, at),
  ]);
};

const returnStatement: Lowerer = (context, index) =>
  makeNode(context, "Return", index, "", [joined(context, lowerNamed(context, index), endOf(context, index))]);

const assertStatement: Lowerer = (context, index) => {
  const [test, message] = namedIndices(context, index);
  const at = endOf(context, index);
  return makeNode(context, "Assert", index, "", [
    lowerOptional(context, test, at),
    lowerOptional(context, message, at),
  ]);
};

const deleteStatement: Lowerer = (context, index) => {
  const named = lowerNamed(context, index);
  const [only] = named;
  return makeNode(context, "Delete", index, "", named.length === 1 && only?.kind === "Tuple" ? only.children : named);
};

function names(kind: "Global" | "Nonlocal"): Lowerer {
  return (context, index) =>
    makeNode(
      context,
      kind,
      index,
      "",
      namedIndices(context, index).map((child) => identifier(context, child)),
    );
}

function importName(context: LoweringContext, index: number): SyntaxNode {
  if (typeOf(context, index) !== "aliased_import") {
    return makeNode(context, "ImportName", index, textOf(context, index).replace(/\s+/g, ""), [
      absent(context, endOf(context, index)),
    ]);
  }
  const [name, alias] = namedIndices(context, index);
  const value = name === undefined ? "" : textOf(context, name).replace(/\s+/g, "");
  const target = alias === undefined ? absent(context, endOf(context, index)) : identifier(context, alias);
  return makeNode(context, "ImportName", index, value, [target]);
}

const importStatement: Lowerer = (context, index) =>
  makeNode(
    context,
    "Import",
    index,
    "",
    namedIndices(context, index).map((child) => importName(context, child)),
  );

const importFrom: Lowerer = (context, index) => {
  const [module, ...imported] = namedIndices(context, index);
  const value = module === undefined ? "" : textOf(context, module).replace(/\s+/g, "");
  return makeNode(
    context,
    "ImportFrom",
    index,
    value,
    imported.map((child) => importName(context, child)),
  );
};

const futureImport: Lowerer = (context, index) =>
  makeNode(
    context,
    "ImportFrom",
    index,
    "__future__",
    namedIndices(context, index).map((child) => importName(context, child)),
  );

/** Builds `elif` clauses from the last to the first, so that a long chain does not nest the lowering. */
const ifStatement: Lowerer = (context, index) => {
  const named = namedIndices(context, index);
  const clauses = named.filter((child) => ["elif_clause", "else_clause"].includes(typeOf(context, child)));
  const at = endOf(context, index);
  let otherwise = absent(context, at);
  let hidden = Math.max(0, clauses.length - 200);
  for (const clause of clauses.reverse()) {
    if (typeOf(context, clause) === "else_clause") otherwise = blockOf(context, clause);
    else if (hidden > 0) hidden--;
    else {
      const test = lowerOptional(context, headOf(context, clause)[0], at);
      const nested = new SyntaxNode(
        "If",
        startOf(context, clause),
        at,
        "",
        [test, blockOf(context, clause), otherwise],
        context.unit,
      );
      otherwise = new SyntaxNode("Block", nested.start, nested.end, "", [nested], context.unit);
    }
  }
  const test = lowerOptional(context, headOf(context, index)[0], at);
  return makeNode(context, "If", index, "", [test, blockOf(context, index), otherwise]);
};

function elseBlock(context: LoweringContext, index: number): SyntaxNode {
  const clause = namedIndices(context, index).find(isType(context, "else_clause"));
  return clause === undefined ? absent(context, endOf(context, index)) : blockOf(context, clause);
}

function asyncValue(context: LoweringContext, index: number): string {
  return hasToken(context, index, "async") ? "async" : "";
}

const forStatement: Lowerer = (context, index) => {
  const [target, iterable] = headOf(context, index);
  const at = endOf(context, index);
  const children = [
    lowerOptional(context, target, at),
    lowerOptional(context, iterable, at),
    blockOf(context, index),
    elseBlock(context, index),
  ];
  return makeNode(context, "For", index, asyncValue(context, index), children);
};

const whileStatement: Lowerer = (context, index) => {
  const test = lowerOptional(context, headOf(context, index)[0], endOf(context, index));
  return makeNode(context, "While", index, "", [test, blockOf(context, index), elseBlock(context, index)]);
};

const tryStatement: Lowerer = (context, index) => {
  const clauses = namedIndices(context, index).filter((child) => typeOf(context, child) !== "block");
  return makeNode(context, "Try", index, "", [blockOf(context, index), ...lowerAll(context, clauses)]);
};

function clause(kind: SyntaxKind): Lowerer {
  return (context, index) => makeNode(context, kind, index, "", [blockOf(context, index)]);
}

/** `except A as e`, `except A, e` of Python 2, and `except A, B` of PEP 758. */
const exceptClause: Lowerer = (context, index) => {
  const at = endOf(context, index);
  const [first, second] = headOf(context, index);
  let type = absent(context, at);
  let name = absent(context, at);
  if (first !== undefined && typeOf(context, first) === "as_pattern") {
    const [value, target] = namedIndices(context, first);
    type = lowerOptional(context, value, at);
    if (target !== undefined) name = identifier(context, target);
  } else if (first !== undefined && second !== undefined) {
    const isName = hasToken(context, index, "as") || /^[a-z_]\w*$/.test(textOf(context, second));
    type = isName ? context.lower(context, first) : joined(context, lowerAll(context, headOf(context, index)), at);
    if (isName) name = identifier(context, second);
  } else if (first !== undefined) type = context.lower(context, first);
  return makeNode(context, "Except", index, hasToken(context, index, "*") ? "*" : "", [
    type,
    name,
    blockOf(context, index),
  ]);
};

/** The items of one with_item: a parenthesised list of `a as b` is one item for the grammar. */
function withItems(context: LoweringContext, index: number): SyntaxNode[] {
  const type = typeOf(context, index);
  const named = namedIndices(context, index);
  const containsTargets = named.some((child) =>
    ["as_pattern", "tuple", "parenthesized_expression", "with_item"].includes(typeOf(context, child)),
  );
  if (type === "as_pattern") {
    const [value, target] = named;
    const at = endOf(context, index);
    return [
      makeNode(context, "WithItem", index, "", [lowerOptional(context, value, at), lowerOptional(context, target, at)]),
    ];
  }
  const isWrapper = type === "with_item" || type === "with_clause";
  const isTargetList =
    (type === "tuple" || type === "parenthesized_expression") && named.some(isType(context, "as_pattern"));
  if ((isWrapper && (containsTargets || type === "with_clause")) || isTargetList)
    return named.flatMap((child) => withItems(context, child));
  const expression = isWrapper && named[0] !== undefined ? named[0] : index;
  return [
    makeNode(context, "WithItem", index, "", [
      context.lower(context, expression),
      absent(context, endOf(context, index)),
    ]),
  ];
}

/** A block that is nothing but `with item: block`. */
function nestedWith(item: SyntaxNode, block: SyntaxNode, value: string): SyntaxNode {
  const statement = new SyntaxNode("With", item.start, block.end, value, [item, block], item.unit);
  return new SyntaxNode("Block", item.start, block.end, "", [statement], item.unit);
}

/** `with a, b:` is `with a:` around `with b:`, as Python runs it. */
const withStatement: Lowerer = (context, index) => {
  const clauses = namedIndices(context, index).filter(isType(context, "with_clause"));
  const items = clauses.flatMap((child) => withItems(context, child));
  const body = blockOf(context, index);
  const value = asyncValue(context, index);
  const [first, ...others] = items;
  const inner = others.reduceRight((block, item) => nestedWith(item, block, value), body);
  return makeNode(context, "With", index, value, first === undefined ? [inner] : [first, inner]);
};

/** `outer` is the decorated definition around the definition, whose decorators then belong to it. */
function definition(
  context: LoweringContext,
  index: number,
  outer: number,
  decorators: readonly SyntaxNode[],
): SyntaxNode {
  const named = namedIndices(context, index);
  const at = endOf(context, index);
  const name = named.find(isType(context, "identifier"));
  const start = startOf(context, index);
  const list = new SyntaxNode(
    "Decorators",
    startOf(context, outer),
    decorators.length === 0 ? startOf(context, outer) : start,
    "",
    decorators,
    context.unit,
  );
  const identity = name === undefined ? absent(context, at) : identifier(context, name);
  const nameEnd = name === undefined ? at : endOf(context, name);
  if (typeOf(context, index) === "class_definition") {
    const bases = named.find(isType(context, "argument_list"));
    const listed =
      bases === undefined
        ? new SyntaxNode("Arguments", nameEnd, nameEnd, "", noChildren, context.unit)
        : makeNode(context, "Arguments", bases, "", lowerNamed(context, bases));
    const body = context.omitClassBodies ? emptyBlock(context, at) : blockOf(context, index);
    return makeNode(context, "ClassDef", outer, "", [list, identity, listed, body]);
  }
  const parameters = named.find(isType(context, "parameters"));
  const listed =
    parameters === undefined
      ? new SyntaxNode("Parameters", nameEnd, nameEnd, "", noChildren, context.unit)
      : context.lower(context, parameters);
  const returns = named.find(isType(context, "type"));
  return makeNode(context, "FunctionDef", outer, asyncValue(context, index), [
    list,
    identity,
    listed,
    lowerOptional(context, returns, nameEnd),
    blockOf(context, index),
  ]);
}

const decoratedDefinition: Lowerer = (context, index) => {
  const named = namedIndices(context, index);
  const decorators = named.filter(isType(context, "decorator"));
  const inner = named[named.length - 1];
  const lowered = decorators.flatMap((child) => lowerNamed(context, child));
  if (inner === undefined || !typeOf(context, inner).endsWith("_definition"))
    return makeNode(context, "Error", index, "", lowered);
  return definition(context, inner, index, lowered);
};

const matchStatement: Lowerer = (context, index) => {
  const subject = joined(context, lowerAll(context, headOf(context, index)), endOf(context, index));
  const body = namedIndices(context, index).find(isType(context, "block"));
  const cases = body === undefined ? [] : lowerNamed(context, body);
  return makeNode(context, "Match", index, "", [subject, ...cases]);
};

const caseClause: Lowerer = (context, index) => {
  const at = endOf(context, index);
  const named = namedIndices(context, index);
  const guard = named.find(isType(context, "if_clause"));
  const patterns = lowerAll(context, named.filter(isType(context, "case_pattern")));
  const test = guard === undefined ? undefined : namedIndices(context, guard)[0];
  return makeNode(context, "Case", index, "", [
    joined(context, patterns, at),
    lowerOptional(context, test, at),
    blockOf(context, index),
  ]);
};

/** Python 2's `print` and `exec` statements are calls of functions of that name. */
function statementAsCall(name: "print" | "exec"): Lowerer {
  return (context, index) => {
    const start = startOf(context, index);
    const callee = new SyntaxNode("Name", start, start + name.length, name, noChildren, context.unit);
    const call = makeNode(context, "Call", index, "", [callee, ...lowerNamed(context, index)]);
    return makeNode(context, "ExpressionStatement", index, "", [call]);
  };
}

/** Lowering functions of statements by the grammar's type. */
export const statementLowerers: Readonly<Record<string, Lowerer>> = {
  block,
  module: block,
  expression_statement: expressionStatement,
  assignment,
  augmented_assignment: augmentedAssignment,
  return_statement: returnStatement,
  raise_statement: raise,
  delete_statement: deleteStatement,
  assert_statement: assertStatement,
  pass_statement: simple("Pass"),
  break_statement: simple("Break"),
  continue_statement: simple("Continue"),
  global_statement: names("Global"),
  nonlocal_statement: names("Nonlocal"),
  import_statement: importStatement,
  import_from_statement: importFrom,
  future_import_statement: futureImport,
  if_statement: ifStatement,
  for_statement: forStatement,
  while_statement: whileStatement,
  try_statement: tryStatement,
  except_clause: exceptClause,
  else_clause: clause("Else"),
  finally_clause: clause("Finally"),
  with_statement: withStatement,
  function_definition: (context, index) => definition(context, index, index, []),
  class_definition: (context, index) => definition(context, index, index, []),
  decorated_definition: decoratedDefinition,
  match_statement: matchStatement,
  case_clause: caseClause,
  type_alias_statement: simple("TypeAlias"),
  print_statement: statementAsCall("print"),
  exec_statement: statementAsCall("exec"),
};
