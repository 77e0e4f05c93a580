// node bench/units-kept.mjs [--breaks N]: how much of a file stays readable while it is being typed. Breaks random real files
// of neutron at random places (a bracket or quote too much or too few, from a committed seed) and counts the units that
// come out of the broken text with the same text, of those that the break did not touch.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureCorpus } from "../scripts/corpora.mjs";
import { importSource } from "../scripts/import-source.mjs";
import { pythonFiles } from "./harness/project.mjs";
import { randomNumbers } from "./typing/random.mjs";

const seed = 20;
const openers = ["(", "[", "{", '"', "'", '"""', "'''", 'f"{'];
const closers = [")", "]", "}", '"', "'"];

/** A broken text: `name` says how, `at` where. */
function breakText(text, random) {
  const at = Math.floor(random() * text.length);
  if (random() < 0.7) {
    const piece = openers[Math.floor(random() * openers.length)];
    return { name: `insert ${piece}`, at, broken: text.slice(0, at) + piece + text.slice(at), end: at };
  }
  const closer = closers[Math.floor(random() * closers.length)];
  const found = text.indexOf(closer, at);
  if (found < 0) return undefined;
  return { name: `delete ${closer}`, at: found, broken: text.slice(0, found) + text.slice(found + 1), end: found + 1 };
}

/** How many of the units outside of the break are still there, and how many there were. */
function countKept(cutUnits, text, { at, end, broken }) {
  const keyOf = (source, { start, end: stop, kind }) => `${kind}:${source.slice(start, stop)}`;
  const left = new Map();
  for (const segment of cutUnits(broken).segments) {
    const key = keyOf(broken, segment);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  let kept = 0;
  let total = 0;
  for (const segment of cutUnits(text).segments) {
    if (segment.start <= end && at <= segment.end) continue;
    total++;
    const key = keyOf(text, segment);
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    kept++;
    left.set(key, count - 1);
  }
  return { kept, total };
}

const corpus = ensureCorpus("neutron");
if (corpus === undefined) process.exit(1);
const { cutUnits } = await importSource("server/src/syntax/cut-units.ts");
const random = randomNumbers(seed);
const files = pythonFiles(join(corpus, "neutron")).map((path) => readFileSync(path, "utf8"));
const option = process.argv.indexOf("--breaks");
const breaks = option < 0 ? 5000 : Number(process.argv[option + 1]);
const byName = new Map();
for (let count = 0; count < breaks;) {
  const text = files[Math.floor(random() * files.length)];
  const broken = text.length > 2000 ? breakText(text, random) : undefined;
  if (broken === undefined) continue;
  count++;
  const { kept, total } = countKept(cutUnits, text, broken);
  const sum = byName.get(broken.name) ?? { breaks: 0, kept: 0, total: 0, whole: 0 };
  byName.set(broken.name, {
    breaks: sum.breaks + 1,
    kept: sum.kept + kept,
    total: sum.total + total,
    whole: sum.whole + (kept === total ? 1 : 0),
  });
}
const rows = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
const all = rows.reduce(
  (sum, [, row]) => ({
    breaks: sum.breaks + row.breaks,
    kept: sum.kept + row.kept,
    total: sum.total + row.total,
    whole: sum.whole + row.whole,
  }),
  { breaks: 0, kept: 0, total: 0, whole: 0 },
);
console.log("| break | number | other units kept | breaks that cost no other unit |");
console.log("| --- | --- | --- | --- |");
for (const [name, row] of [...rows, ["all", all]]) {
  const share = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  console.log(`| \`${name}\` | ${row.breaks} | ${share(row.kept, row.total)} | ${share(row.whole, row.breaks)} |`);
}
