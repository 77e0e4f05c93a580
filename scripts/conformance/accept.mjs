// Writes Semgrep's answers into the cases, after a person has looked at them.
import { readFileSync, writeFileSync } from "node:fs";
import { isScalar, parseDocument } from "yaml";

/**
 * @param {import("./verify-cases.mjs").Answer[]} answers
 * @param {string[]} wanted names of cases or of their files
 * @returns {boolean} always true
 */
export function acceptAnswers(answers, wanted) {
  const isWanted = ({ entry, complaints }) =>
    complaints.length > 0 && wanted.some((name) => [entry.name, entry.area, "all"].includes(name));
  for (const { entry, outcome } of answers.filter(isWanted)) {
    if (outcome.problems.length > 0) continue;
    rewriteCase(entry, outcome);
    console.log(`accepted: ${entry.name}`);
  }
  return true;
}

/** Replaces single values, so that comments and layout stay. */
function rewriteCase(entry, outcome) {
  const text = readFileSync(entry.source.path, "utf8");
  const node = parseDocument(text).contents.items.find((item) => item.get("name") === entry.name);
  const lines = [...new Set(outcome.found.map((place) => place.line))].sort((a, b) => a - b);
  const values = {
    ranges: () => flow(outcome.found.map((place) => place.range)),
    messages: () => flow(outcome.found.map((place) => place.message).sort()),
    fixed: () => block(outcome.fixed),
    lines: () => JSON.stringify(lines),
    code: (value) => (node.has("lines") || !isScalar(value) ? undefined : markedBlock(value, text, entry, lines)),
  };
  const edits = Object.entries(values).flatMap(([key, write]) => {
    const value = node.get(key, true);
    const written = value === undefined ? undefined : write(value);
    return written === undefined ? [] : [{ start: value.range[0], end: value.range[1], written }];
  });
  const sorted = edits.sort((a, b) => b.start - a.start);
  const result = sorted.reduce(
    (done, { start, end, written }) => done.slice(0, start) + written + done.slice(end),
    text,
  );
  writeFileSync(entry.source.path, result);
}

const flow = (strings) => `[${strings.map((string) => JSON.stringify(string)).join(", ")}]`;

/** A literal block below a key of a case; quoted where a block would need more indicators than these. */
function block(text) {
  if (!text.endsWith("\n") || text.endsWith("\n\n") || text.startsWith(" ")) return JSON.stringify(text);
  return `|\n${text.replace(/^(?=.)/gm, "    ")}`;
}

function markedBlock(value, text, { source }, lines) {
  if (source.codeLine === undefined) return undefined;
  const [header, ...rest] = text.slice(value.range[0], value.range[1]).split("\n");
  const marked = rest.map((line, index) => {
    const bare = line.replace(/[ \t]*# match[ \t]*$/, "");
    return lines.includes(index + 1) ? `${bare}  # match` : bare;
  });
  return [header, ...marked].join("\n");
}
