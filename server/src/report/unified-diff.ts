/** Two texts as people compare them: the lines that differ, with some around them. */

/** What one line of a comparison is. */
interface DiffLine {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

/** How many lines of middle ground are compared exactly; more than that are shown as wholly changed. */
const longestMiddle = 2000;
const context = 3;

/** A unified diff from `before` to `after` without its file names; no lines where the texts are equal. */
export function unifiedDiff(before: string, after: string): string[] {
  if (before === after) return [];
  const lines = compareLines(splitLines(before), splitLines(after));
  const shown = new Set<number>();
  lines.forEach(({ mark }, index) => {
    if (mark === " ") return;
    for (let near = index - context; near <= index + context; near++) shown.add(near);
  });
  const result: string[] = [];
  let start = 0;
  while (start < lines.length) {
    if (!shown.has(start)) start++;
    else {
      let end = start;
      while (end < lines.length && shown.has(end)) end++;
      result.push(...formatHunk(lines, start, end));
      start = end;
    }
  }
  return result;
}

function splitLines(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  else if (lines.length > 0) lines.push("\\ No newline at end of file");
  return lines;
}

function formatHunk(lines: readonly DiffLine[], start: number, end: number): string[] {
  const before = lines.slice(0, start);
  const hunk = lines.slice(start, end);
  const range = (other: "-" | "+"): string => {
    const count = hunk.filter(({ mark }) => mark !== other).length;
    const first = before.filter(({ mark }) => mark !== other).length + (count === 0 ? 0 : 1);
    return count === 1 ? String(first) : `${first},${count}`;
  };
  return [`@@ -${range("+")} +${range("-")} @@`, ...hunk.map(({ mark, text }) => `${mark}${text}`)];
}

function compareLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const same = (texts: readonly string[]): DiffLine[] => texts.map((text) => ({ mark: " ", text }));
  return [
    ...same(before.slice(0, start)),
    ...compareMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ];
}

/** By the longest common subsequence of both. */
function compareMiddle(before: readonly string[], after: readonly string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ mark: "-", text });
  const added = (text: string): DiffLine => ({ mark: "+", text });
  if (before.length > longestMiddle || after.length > longestMiddle)
    return [...before.map(removed), ...after.map(added)];
  const common = commonLengths(before, after);
  const lines: DiffLine[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length && column < after.length) {
    const [old = "", fresh = ""] = [before[row], after[column]];
    const isSame = old === fresh;
    const removes = isSame || common(row + 1, column) >= common(row, column + 1);
    lines.push(isSame ? { mark: " ", text: old } : removes ? removed(old) : added(fresh));
    if (removes) row++;
    if (isSame || !removes) column++;
  }
  return [...lines, ...before.slice(row).map(removed), ...after.slice(column).map(added)];
}

/** How many lines the texts have in common from a line of each on. */
function commonLengths(before: readonly string[], after: readonly string[]): (row: number, column: number) => number {
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number): number => table[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      table[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return at;
}
