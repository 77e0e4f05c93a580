// Rules in the mix of keys that public Python rules have, as many as asked for and all different. The same number gives the
// same rules: random numbers come from a seed.
import { randomNumbers } from "../typing/random.mjs";
import { classes, functions, keywords, methods, words } from "./vocabulary.mjs";

/** Of 373 public Python rules so many use each key. */
const publicRules = 373;
const usage = {
  taint: 58,
  either: 240,
  inside: 159,
  not: 99,
  notInside: 55,
  regex: 55,
  focus: 52,
  metavariablePattern: 31,
  symbolic: 33,
  fix: 36,
  fixRegex: 25,
  comparison: 10,
  patternRegex: 10,
  sanitizers: 10,
  paths: 8,
  notRegex: 4,
  runs: 3,
  analysis: 2,
  type: 1,
  regexLanguage: 5,
  generic: 4,
};

/** @param {number} count @param {number} seed @returns {object} what a rule file says */
export function generateRules(count, seed = 1) {
  const random = randomNumbers(seed);
  return { rules: Array.from({ length: count }, (_, index) => makeRule(chooser(random), index)) };
}

function chooser(random) {
  const one = (list) => list[Math.floor(random() * list.length)];
  return {
    one,
    /** Whether this rule is one of those that use the key. */
    uses: (key) => random() < usage[key] / publicRules,
    chance: (share) => random() < share,
    number: (limit) => Math.floor(random() * limit),
    callee: () => {
      const [module, names] = one(functions);
      return `${module}.${one(names)}`;
    },
  };
}

function makeRule(choose, index) {
  const common = { id: `generated-${index}`, message: `Generated rule ${index} found $X`, severity: "WARNING" };
  if (choose.uses("regexLanguage"))
    return { ...common, languages: ["regex"], "pattern-regex": regexOf(choose, index), paths: { include: ["*.py"] } };
  if (choose.uses("generic"))
    return {
      ...common,
      languages: ["generic"],
      pattern: `${choose.one(words)} = ... ${choose.one(words)}`,
      paths: { include: ["*.py"] },
    };
  const rule = {
    ...common,
    languages: ["python"],
    ...(choose.uses("taint") ? taintOf(choose) : searchOf(choose, index)),
  };
  if (choose.uses("symbolic")) rule.options = { symbolic_propagation: true };
  if (choose.uses("paths")) rule.paths = { exclude: [`${choose.one(words)}_test.py`] };
  if (choose.uses("fix")) rule.fix = `checked_${index}($X)`;
  else if (choose.uses("fixRegex")) rule["fix-regex"] = { regex: "(\\w+)\\(", replacement: "checked.\\1(" };
  return rule;
}

function searchOf(choose, index) {
  const main = choose.uses("patternRegex")
    ? { "pattern-regex": regexOf(choose, index) }
    : choose.uses("either")
      ? { "pattern-either": Array.from({ length: 2 + choose.number(5) }, () => ({ pattern: patternOf(choose) })) }
      : { pattern: patternOf(choose) };
  const more = conditionsOf(choose);
  if (more.length === 0) return main;
  return { patterns: [main, ...more] };
}

function conditionsOf(choose) {
  const more = [];
  if (choose.uses("inside")) more.push({ "pattern-inside": insideOf(choose) });
  if (choose.uses("not")) more.push({ "pattern-not": `${choose.callee()}("...", ...)` });
  if (choose.uses("notInside")) more.push({ "pattern-not-inside": insideOf(choose) });
  if (choose.uses("notRegex")) more.push({ "pattern-not-regex": `test_${choose.one(words)}` });
  if (choose.uses("regex"))
    more.push({
      "metavariable-regex": { metavariable: "$X", regex: `(?i).*(${choose.one(words)}|${choose.one(words)})` },
    });
  if (choose.uses("comparison"))
    more.push({
      "metavariable-comparison": { metavariable: "$X", comparison: `$X > ${choose.number(100)} and $X < 4096` },
    });
  if (choose.uses("metavariablePattern"))
    more.push({
      "metavariable-pattern": {
        metavariable: "$X",
        "pattern-either": [{ pattern: '"..."' }, { pattern: `${choose.callee()}(...)` }],
      },
    });
  if (choose.uses("analysis"))
    more.push({ "metavariable-analysis": { metavariable: "$X", analyzer: choose.one(["entropy", "redos"]) } });
  if (choose.uses("type")) more.push({ "metavariable-type": { metavariable: "$X", type: choose.one(["str", "int"]) } });
  if (choose.uses("focus")) more.push({ "focus-metavariable": "$X" });
  return more;
}

function taintOf(choose) {
  const rule = {
    mode: "taint",
    "pattern-sources": [
      { pattern: `${choose.callee()}(...)` },
      {
        patterns: [
          { pattern: `def $F(..., $P, ...): ...` },
          { "metavariable-regex": { metavariable: "$F", regex: `.*_${choose.one(words)}` } },
          { "focus-metavariable": "$P" },
        ],
      },
    ],
    "pattern-sinks": [
      { patterns: [{ pattern: `${choose.callee()}($X, ...)` }, { "focus-metavariable": "$X" }] },
      { pattern: `$O.${choose.one(methods)}($X)` },
    ],
  };
  if (choose.chance(usage.sanitizers / usage.taint))
    rule["pattern-sanitizers"] = [{ pattern: `${choose.callee()}(...)` }];
  return rule;
}

function regexOf(choose, index) {
  return choose.one([
    `(?i)${choose.one(words)}_${choose.one(words)}\\s*=\\s*["'][^"']{${4 + (index % 9)},}["']`,
    `#\\s*(TODO|FIXME|XXX).{0,${20 + index}}${choose.one(words)}`,
    `\\b${choose.one(words)}\\.${choose.one(methods)}\\(\\s*\\)`,
  ]);
}

/** Expressions and statements by how often public rules have their shape. */
function patternOf(choose) {
  const shapes = [
    [20, () => `${choose.callee()}(..., $X, ...)`],
    [14, () => `$X.${choose.one(methods)}(...)`],
    [10, () => `${choose.callee()}(..., ${choose.one(keywords)}=$X, ...)`],
    [8, () => `${choose.callee()}("...", ...)`],
    [6, () => `$O.${choose.one(methods)}(f"...{$X}...", ...)`],
    [5, () => `${choose.callee()}("=~/${choose.one(words)}/", ...)`],
    [5, () => `$X = ${choose.callee()}(...)`],
    [5, () => `<... ${choose.callee()}($X) ...>`],
    [5, () => `$O.${choose.one(methods)}($X % ...)`],
    [4, () => `$X = ${choose.callee()}(...)\n...\n$O.${choose.one(methods)}($X)`],
    [4, () => `if <... $X.${choose.one(words)} ...>:\n    ...\n    $O.${choose.one(methods)}(...)`],
    [3, () => `def $F(..., ${choose.one(words)}, ...):\n    ...\n    ${choose.callee()}($X)\n    ...`],
    [3, () => `try:\n    ...\nexcept ${choose.one(classes)} as $X:\n    ...`],
    [3, () => `with ${choose.callee()}(...) as $X:\n    ...`],
    [2, () => `for $I in $X.${choose.one(methods)}(...):\n    ...`],
    [2, () => `class $C(${choose.one(classes)}):\n    ...\n    ${choose.one(words)} = $X\n    ...`],
    [2, () => `@$D.${choose.one(methods)}(...)\ndef $X(...):\n    ...`],
    [1, () => `$O.${choose.one(methods)}($...X)`],
    [1, () => `async def $X(...):\n    ...\n    ${choose.callee()}(...)\n    ...`],
  ];
  const all = shapes.reduce((sum, [weight]) => sum + weight, 0);
  let at = choose.number(all);
  for (const [weight, make] of shapes) {
    if (at < weight) return make();
    at -= weight;
  }
  return "$X.never_called()";
}

function insideOf(choose) {
  return choose.one([
    `def $F(...):\n    ...`,
    `def $F(..., ${choose.one(words)}, ...):\n    ...`,
    `class $C(...):\n    ...`,
    `for $I in $L:\n    ...`,
    `if $COND:\n    ...`,
    `import ${choose.one(functions)[0]}\n...`,
    `with $W:\n    ...`,
    `$O.${choose.one(methods)}(...)`,
  ]);
}
