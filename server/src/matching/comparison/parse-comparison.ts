/** Reads the text of a metavariable-comparison: Python's expressions, as far as Semgrep computes them. */
import { readTokens, type Token } from "./comparison-tokens.js";
import type { Comparison, ComparisonNode, ComparisonProblem } from "./comparison.js";
import { readNumber, readString } from "./read-literal.js";

interface Parser {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  readonly warnings: ComparisonProblem[];
  readonly metavariables: Set<string>;
}

class ComparisonSyntaxError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** Operators that join two operands, the loosest first; all but `**` group to the left. */
const levels: readonly (readonly string[])[] = [
  ["or"],
  ["and"],
  ["not"],
  ["==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "<>"],
  ["|"],
  ["^"],
  ["&"],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "/", "%", "//", "@"],
];
const notLevel = 2;
const comparisonLevel = 3;
const functions = ["int", "str", "lower", "upper", "re.match", "today", "strptime"];
const deepestNesting = 200;

/** The expression, or what is wrong with it and where. */
export function parseComparison(text: string): Comparison | ComparisonProblem {
  const tokens = readTokens(text);
  if ("message" in tokens) return tokens;
  const parser: Parser = { tokens, at: 0, depth: 0, warnings: [], metavariables: new Set() };
  try {
    const root = parseLevel(parser, 0);
    while (accept(parser, ";"));
    const rest = peek(parser);
    if (rest.kind !== "end") fail(`"${rest.text}" can't stand here.`, rest);
    return { root, warnings: parser.warnings, metavariables: [...parser.metavariables] };
  } catch (error) {
    if (error instanceof ComparisonSyntaxError) return { message: error.message, offset: error.offset };
    throw error;
  }
}

function fail(message: string, token: Token): never {
  throw new ComparisonSyntaxError(message, token.offset);
}

const end: Token = { kind: "end", text: "", offset: 0 };

function peek(parser: Parser, ahead = 0): Token {
  return parser.tokens[parser.at + ahead] ?? parser.tokens.at(-1) ?? end;
}

function take(parser: Parser): Token {
  const token = peek(parser);
  parser.at += 1;
  return token;
}

function accept(parser: Parser, text: string): boolean {
  const token = peek(parser);
  if ((token.kind !== "operator" && token.kind !== "name") || token.text !== text) return false;
  parser.at += 1;
  return true;
}

function expectText(parser: Parser, text: string): void {
  if (!accept(parser, text)) fail(`"${text}" is missing here.`, peek(parser));
}

/** What can be read and not computed. */
function unknown(parser: Parser, what: string, token: Token): ComparisonNode {
  parser.warnings.push({ message: `${what} can't be computed here, so this never holds.`, offset: token.offset });
  return { kind: "unknown" };
}

function parseLevel(parser: Parser, level: number): ComparisonNode {
  if (parser.depth > deepestNesting) fail("The expression is nested too deep.", peek(parser));
  parser.depth += 1;
  const node = parseOperators(parser, level);
  parser.depth -= 1;
  return node;
}

function parseOperators(parser: Parser, level: number): ComparisonNode {
  const operators = levels[level];
  if (operators === undefined) return parseUnary(parser);
  if (level === notLevel) {
    if (!accept(parser, "not")) return parseOperators(parser, level + 1);
    return { kind: "unary", operator: "not", operand: parseLevel(parser, level) };
  }
  let left = parseOperators(parser, level + 1);
  for (let count = 0; ; count++) {
    const token = peek(parser);
    const operator = acceptOperator(parser, operators);
    if (operator === undefined) return left;
    const right = parseOperators(parser, level + 1);
    left = { kind: "binary", operator, left, right };
    if (level === comparisonLevel && count > 0) left = unknown(parser, "A chain of comparisons", token);
    else if (["is", "<>", "//", "@"].includes(operator)) left = unknown(parser, `"${operator}"`, token);
  }
}

function acceptOperator(parser: Parser, operators: readonly string[]): string | undefined {
  if (operators.includes("not in") && peek(parser).text === "not" && peek(parser, 1).text === "in") {
    parser.at += 2;
    return "not in";
  }
  return operators.find((operator) => accept(parser, operator));
}

function parseUnary(parser: Parser): ComparisonNode {
  for (const operator of ["-", "+", "~"]) {
    if (!accept(parser, operator)) continue;
    if (++parser.depth > deepestNesting) fail("The expression is nested too deep.", peek(parser));
    const operand = parseUnary(parser);
    parser.depth -= 1;
    return { kind: "unary", operator, operand };
  }
  const base = parsePostfix(parser);
  return accept(parser, "**") ? { kind: "binary", operator: "**", left: base, right: parseUnary(parser) } : base;
}

/** A value with what follows it: calls of the functions that are known, else what nobody computes. */
function parsePostfix(parser: Parser): ComparisonNode {
  const start = peek(parser);
  let name = start.kind === "name" ? start.text : undefined;
  let node = parseAtom(parser);
  for (;;) {
    const token = peek(parser);
    if (accept(parser, ".")) {
      const attribute = take(parser);
      if (attribute.kind !== "name") fail("The name of an attribute is missing here.", attribute);
      name = name === undefined ? undefined : `${name}.${attribute.text}`;
      node = { kind: "unknown" };
    } else if (accept(parser, "(")) {
      const values = parseItems(parser, ")");
      if (name !== undefined && functions.includes(name)) node = { kind: "call", name, arguments: values };
      else node = unknown(parser, name === undefined ? "This call" : `A call of ${name}`, start);
      name = undefined;
    } else if (accept(parser, "[")) {
      parseItems(parser, "]");
      node = unknown(parser, "An index", token);
      name = undefined;
    } else {
      if (name !== undefined && node.kind === "unknown") unknown(parser, `The name ${name}`, start);
      return node;
    }
  }
}

function parseItems(parser: Parser, close: string): readonly ComparisonNode[] {
  const items: ComparisonNode[] = [];
  while (!accept(parser, close)) {
    items.push(parseLevel(parser, 0));
    if (accept(parser, close)) break;
    expectText(parser, ",");
  }
  return items;
}

function parseAtom(parser: Parser): ComparisonNode {
  const token = take(parser);
  switch (token.kind) {
    case "number": {
      const value = readNumber(token.text);
      return value === undefined ? unknown(parser, `The number ${token.text}`, token) : { kind: "literal", value };
    }
    case "string":
      parser.at -= 1;
      return parseStrings(parser);
    case "metavariable":
      parser.metavariables.add(token.text);
      return { kind: "metavariable", name: token.text };
    case "name":
      if (["and", "or", "in", "is", "if", "else", "lambda"].includes(token.text))
        fail(`"${token.text}" can't stand here.`, token);
      if (token.text === "True" || token.text === "False")
        return { kind: "literal", value: { kind: "boolean", value: token.text === "True" } };
      // A name that is called is looked at by parsePostfix.
      return { kind: "unknown" };
    case "operator":
      return parseBrackets(parser, token);
    case "end":
      return fail("A value is missing here.", token);
  }
}

/** Strings in a row are one. */
function parseStrings(parser: Parser): ComparisonNode {
  const first = peek(parser);
  let text: string | undefined = "";
  while (peek(parser).kind === "string") {
    const part = readString(take(parser).text);
    text = part === undefined || text === undefined ? undefined : text + part;
  }
  if (text === undefined) return unknown(parser, "Bytes and strings with holes", first);
  return { kind: "literal", value: { kind: "string", value: text } };
}

function parseBrackets(parser: Parser, token: Token): ComparisonNode {
  if (token.text === "[") return { kind: "list", items: parseItems(parser, "]") };
  if (token.text !== "(") fail(`"${token.text}" can't stand here.`, token);
  const inner = parseLevel(parser, 0);
  if (accept(parser, ")")) return inner;
  if (!accept(parser, ",")) fail('")" is missing here.', peek(parser));
  parseItems(parser, ")");
  return unknown(parser, "A tuple", token);
}
