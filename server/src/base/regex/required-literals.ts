/** Texts of which one must stand in every text that an expression matches: a cheap look before the expression runs. */
import { onlyPoint } from "./contains-point.js";
import type { RegexNode, RegexRepeat } from "./syntax.js";

/** More alternatives than this are not looked for. */
const mostLiterals = 16;
/** A repetition is spelled out this often at most. */
const longestLiteral = 100;

/** Each text in which the expression matches has one of these; none if nothing is known. Upper and lower case differ. */
export function requiredLiterals(root: RegexNode): readonly string[] {
  const known = readNode(root);
  const own = known.exact === undefined ? known.required : [known.exact];
  return own.includes("") ? [] : own;
}

interface Known {
  /** All that the node can match. */
  readonly exact: string | undefined;
  /** One of these is in it; none if nothing is known. */
  readonly required: readonly string[];
}

const unknown: Known = { exact: undefined, required: [] };
const nothing: Known = { exact: "", required: [] };

function readNode(node: RegexNode): Known {
  switch (node.kind) {
    case "set": {
      const point = onlyPoint(node.set);
      return point === undefined ? unknown : { exact: String.fromCodePoint(point), required: [] };
    }
    case "sequence":
      return readSequence(node.items);
    case "alternatives":
      return readAlternatives(node.items);
    case "capture":
    case "atomic":
      return readNode(node.body);
    case "repeat":
      return readRepeat(node);
    case "look": {
      // What it looks at is in the text as well, but not between what stands around it.
      const required = node.negated ? [] : literalsOf(readNode(node.body));
      return required.length === 0 ? nothing : { exact: undefined, required };
    }
    case "place":
    case "keep":
      return nothing;
    case "reference":
    case "newline":
      return unknown;
  }
}

function readRepeat({ minimum, maximum, body }: RegexRepeat): Known {
  if (minimum === 0) return unknown;
  const known = readNode(body);
  const { exact } = known;
  const isShort = exact !== undefined && minimum === maximum && exact.length * minimum <= longestLiteral;
  return isShort ? { exact: exact.repeat(minimum), required: [] } : { exact: undefined, required: literalsOf(known) };
}

function literalsOf({ exact, required }: Known): readonly string[] {
  return exact === undefined || exact === "" ? required : [exact];
}

function readSequence(items: readonly RegexNode[]): Known {
  let run = "";
  let isExact = true;
  let best: readonly string[] = [];
  const keepBetter = (literals: readonly string[]): void => {
    if (worth(literals) > worth(best)) best = literals;
  };
  for (const item of items) {
    const known = readNode(item);
    if (known.exact !== undefined) {
      run += known.exact;
      continue;
    }
    isExact = false;
    keepBetter(run === "" ? [] : [run]);
    keepBetter(known.required);
    run = "";
  }
  if (isExact) return { exact: run, required: [] };
  keepBetter(run === "" ? [] : [run]);
  return { exact: undefined, required: best };
}

function readAlternatives(items: readonly RegexNode[]): Known {
  const all = items.map((item) => literalsOf(readNode(item)));
  const required = [...new Set(all.flat())];
  return all.some((literals) => literals.length === 0) || required.length > mostLiterals
    ? unknown
    : { exact: undefined, required };
}

/** Long ones are rare, and few are looked for quickly. */
function worth(literals: readonly string[]): number {
  if (literals.length === 0) return 0;
  return Math.min(...literals.map((literal) => literal.length)) - literals.length / (mostLiterals + 1);
}
