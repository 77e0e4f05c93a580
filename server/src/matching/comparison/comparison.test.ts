/** What comparisons give. Verdicts are those of Semgrep 1.182 for `f($X)` or `f($X, $Y)` with this code as arguments. */
import { describe, expect, it } from "vitest";
import { compileRegex, isRegexError } from "../../base/regex/compile-regex.js";
import { evaluateComparison } from "./evaluate-comparison.js";
import { parseComparison } from "./parse-comparison.js";
import { readComparisonValue } from "./read-comparison-value.js";

/** Whether a comparison holds where $X and $Y are bound to this code, on the 21st of November 2026. */
function holds(code: string, comparison: string, strip = false): boolean {
  const [x = "", y] = code.split(", ");
  const parsed = parseComparison(comparison);
  if ("message" in parsed) throw new Error(parsed.message);
  return evaluateComparison(parsed, {
    valueOf: (name) => {
      const source = name === "$X" ? x : name === "$Y" ? y : undefined;
      return source === undefined ? undefined : readComparisonValue(source, { strip });
    },
    today: Date.UTC(2026, 10, 21) / 1000,
    matchesStart: (regex, text) => {
      const compiled = compileRegex(regex);
      return !isRegexError(compiled) && compiled.matchAtStart(text) !== undefined;
    },
  });
}

describe("a comparison holds", () => {
  it.each<[code: string, comparison: string]>([
    ["5", "$X == 5.0"],
    ["0x10", "$X == 16"],
    ["0o17", "$X == 15"],
    ["017", "$X == 17"],
    ["0b11", "$X == 3"],
    ["1_000", "$X == 1000"],
    ["17", "$X == 017"],
    ["9223372036854775807", "$X + 1 < 0"],
    ["-5", "$X < 0"],
    ["~5", "$X == -6"],
    ["2+3", "$X == 5"],
    ["-7", "$X % 4 == -3"],
    ["7", "$X / 2 == 3"],
    ["3", "$X ** 2 == 9"],
    ["6", "$X & 2 == 2"],
    ["6", "($X ^ 1) == 7"],
    ["6", "$X << 1 == 12"],
    ["6", "~$X == -7"],
    ["5", "$X in [1,5]"],
    ["6", "$X not in [1,5]"],
    ["'a'", '$X == "a"'],
    ["'5'", "int($X) == 5"],
    ["'0644'", "int($X) == 644"],
    ["'0x10'", "int($X) == 16"],
    ["5", "str($X) == '5'"],
    ["'abc'", "'b' in $X"],
    ["True", "$X"],
    ["True", "$X == True"],
    ["False", "not $X"],
    ["x", "str($X) == 'x'"],
    ["5", "$X > 3 and $X < 9"],
    ["5", "$X > 7 or $X < 9"],
    ["'abc'", "re.match('.*b', $X)"],
    ["abc", "re.match('a', str($X))"],
    ["'2020-01-01'", "strptime($X) < today()"],
    ["'2920-01-01'", "strptime($X) > today()"],
    ["'2020-1-1'", "strptime($X) < today()"],
    ["'2020-01-01'", "strptime($X) == strptime('2020-01-01')"],
    ["5", "today() == today()"],
    ["0x10", "str($X) == '16'"],
    ["a + b", "str($X) == 'a + b'"],
    ["[1,2]", "$X == [1,2]"],
    ["[1,2]", "1 in $X"],
    ["5", "($X == 5) == True"],
    ["5", "'a' != 5"],
    ["5", "not 1 == 2"],
    ["5", "7.0 / 2 == 3.5"],
    ["5", "7.5 % 2 == 1.5"],
    ["5", "2 ** 3 ** 2 == 512"],
    ["5", "-7 / 2 == -3"],
    ["5", "7 % -4 == 3"],
    ["5", "2 ** 64 == 0"],
    ["5", "(1 << 63) < 0"],
    ["5", "1 << 70 > 0"],
    ["5", "1.0 / 0 > 5"],
    ["5", "$X == 5;"],
    ["5", "# c\n$X == 5"],
    ["5", "($X\n == 5)"],
    ["5", "'a' 'b' == 'ab'"],
    ["5", "'a\\'b' == \"a'b\""],
    ["'12a'", "re.match('\\d+', $X)"],
    ["5", "upper(lower('A')) == 'A'"],
    ["None", "str($X) == 'None'"],
    ["5", "str(5.0) == '5.'"],
    ["5", "str(True) == 'true'"],
    ["5", "int('-5') == -5"],
    ["5", "int('1_0') == 10"],
    ["'a' 'b'", "$X == 'ab'"],
    ["f'a'", "$X == 'a'"],
    ["a, a", "str($X) == str($Y)"],
    ["5, 6", "$X + $Y == 11"],
    ["1 < 2", "$X == True"],
    ["int('5')", "$X == 5"],
    ["b'a'", "str($X) == \"b'a'\""],
  ])("%s: %s", (code, comparison) => {
    expect(holds(code, comparison)).toBe(true);
  });
});

describe("a comparison does not hold, or can't be computed", () => {
  it.each<[code: string, comparison: string]>([
    ["017", "$X == 15"],
    ["99999999999999999999999", "$X > 1"],
    ["7", "$X / 2 == 3.5"],
    ["7", "$X // 2 == 3"],
    ["7", "$X / 0 == 0"],
    ["5", "$X in (1,5)"],
    ["'5'", "$X == 5"],
    ["'abc'", "$X < 'b'"],
    ["'abc'", "$X + 'd' == 'abcd'"],
    ["'abc'", "len($X) == 3"],
    ["5", "float($X) == 5.0"],
    ["None", "$X == None"],
    ["5", "$X"],
    ["x", "$X == x"],
    ["x", "$X == 'x'"],
    ["5", "3 < $X < 9"],
    ["5", "re.match('5', $X)"],
    ["'abc'", "re.search('b', $X)"],
    ["'2020-13-01'", "strptime($X) < today()"],
    ["'01/02/2020'", "strptime($X) < today()"],
    ["5", "strptime('2020-02-30') < today()"],
    ["'2020-01-01'", "strptime($X) == '2020-01-01'"],
    ["'abc'", "int($X) == 0"],
    ["5.7", "int($X) == 5"],
    ["True", "str($X) == 'True'"],
    ["5", "True == 1"],
    ["5", "True or 1"],
    ["5", "not 0"],
    ["5", "not ($Z == 1)"],
    ["5", "$X == 5 or $Z == 1"],
    ["5", "2 ** -1 == 0.5"],
    ["5", "$X is 5"],
    ["5", "$X <> 5"],
    ["5", "3 & 1"],
    ["5", "$X in {5}"],
    ["5", "'A'.lower() == 'a'"],
    ["5", "[1] + [2] == [1,2]"],
    ["5", "re.match('(', 'a')"],
    ["5", "int(' 5 ') == 5"],
    ["b'a'", "$X == 'a'"],
    ["a, a", "$X == $Y"],
    ["'a'*2", "$X == 'aa'"],
    ["5j", "$X == 5"],
    ["5", "str(5.0) == '5.0'"],
    ["5", "1 if True else False"],
  ])("%s: %s", (code, comparison) => {
    const parsed = parseComparison(comparison);
    if (!("message" in parsed)) expect(holds(code, comparison)).toBe(false);
  });
});

describe("strip", () => {
  it.each<[code: string, comparison: string, expected: boolean]>([
    ["'5'", "$X == 5", true],
    ["'0x10'", "$X == 16", true],
    ["5", "$X == 5", true],
    ["' 5 '", "$X == 5", false],
    ["'5.5'", "$X > 5", false],
    ["'abc'", "$X == 'abc'", false],
  ])("%s: %s", (code, comparison, expected) => {
    expect(holds(code, comparison, true)).toBe(expected);
  });
});

describe("an expression that can't be read or computed", () => {
  it.each<[comparison: string, problem: string]>([
    ["$X == ", "6 A value is missing here."],
    ["($X > 1", '7 ")" is missing here.'],
    ["$X > 1 2", '7 "2" can\'t stand here.'],
    ["$X ? 1", '3 "?" can\'t stand here.'],
    ["$X and or", '7 "or" can\'t stand here.'],
    ["len($X) > 1", "0 A call of len can't be computed here, so this never holds."],
    ["1 < $X < 3", "7 A chain of comparisons can't be computed here, so this never holds."],
    ["$X == None", "6 The name None can't be computed here, so this never holds."],
    ["(".repeat(500), "201 The expression is nested too deep."],
  ])("%s", (comparison, problem) => {
    const parsed = parseComparison(comparison);
    const [found] = "message" in parsed ? [parsed] : parsed.warnings;
    expect(`${found?.offset} ${found?.message}`).toBe(problem);
  });
});
