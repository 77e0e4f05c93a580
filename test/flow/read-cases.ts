/**
 * Cases of the flow suite: small Python projects whose comments say which findings are expected.
 *
 *     # Case: what it is about                       first line
 *     # file: package/module.py                      starts a file of the project; without any, the case is main.py
 *     ...  # step 1                                  the path passes this line; step 1 is where it starts. A number on several lines: one of them
 *     ...  # sink: sql-injection                     a finding of this rule starts on this line, and its path passes the steps in order
 *     ...  # sink: sql-injection # low               the same, and low confidence will do
 *     ...  # safe: sql-injection                     no finding of this rule is on this line
 *
 * A case with several paths names them: `# step a1`, `# sink a: sql-injection`. Whatever is found beside the sinks is a failure.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Rules whose findings are flows. */
export const flowRules: readonly string[] = [
  "allocation-from-request",
  "archive-entry-path",
  "attribute-name-injection",
  "code-from-local-input",
  "code-injection",
  "command-from-local-input",
  "command-from-message",
  "command-injection",
  "cross-site-scripting",
  "deserialisation-of-received-data",
  "deserialisation-of-request-data",
  "exception-detail-in-response",
  "format-string-injection",
  "header-injection",
  "ldap-injection",
  "log-injection",
  "mail-injection",
  "module-name-injection",
  "nosql-injection",
  "open-redirect",
  "path-from-message",
  "path-traversal",
  "regex-injection",
  "secret-flows-to-log",
  "secret-flows-to-response",
  "server-side-request-forgery",
  "sql-from-local-input",
  "sql-injection",
  "template-injection",
  "trust-boundary-violation",
  "xml-from-request",
  "xpath-injection",
];

/** A place in a project of a case; lines count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

export interface ExpectedFinding extends Place {
  readonly rule: string;
  readonly lowAccepted: boolean;
  /** For each step the lines of which one must be passed. */
  readonly steps: readonly (readonly Place[])[];
}

export interface SafePlace extends Place {
  readonly rule: string;
}

export interface FlowCase {
  /** Topic and name: "calls/recursion". */
  readonly name: string;
  readonly about: string;
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly expected: readonly ExpectedFinding[];
  readonly safe: readonly SafePlace[];
}

interface StepMark extends Place {
  readonly label: string;
  readonly number: number;
}

interface SinkMark extends Place {
  readonly label: string;
  readonly rule: string;
  readonly lowAccepted: boolean;
}

const fileLine = /^# file: (\S+)$/;
const stepMark = /# step ([a-z]?)(\d+)\b/g;
const sinkMark = /# sink(?: ([a-z]))?: ([a-z-]+)( # low\b)?/g;
const safeMark = /# safe: ([a-z-]+)/g;

/** The texts of a case's files by path. */
function filesOf(text: string): Record<string, string> {
  const files: Record<string, string> = {};
  let current: { path: string; lines: string[] } | undefined;
  for (const line of text.split("\n")) {
    const path = fileLine.exec(line)?.[1];
    if (path !== undefined) {
      if (current !== undefined) files[current.path] = current.lines.map((each) => `${each}\n`).join("");
      current = { path, lines: [] };
    } else {
      current?.lines.push(line);
    }
  }
  if (current === undefined) return { "main.py": text };
  files[current.path] = current.lines.join("\n");
  return files;
}

/** The lines of which one must be passed, for each step of a path. */
function stepsOf(name: string, label: string, marks: readonly StepMark[]): (readonly Place[])[] {
  const own = marks.filter((mark) => mark.label === label);
  const count = Math.max(0, ...own.map((mark) => mark.number));
  return Array.from({ length: count }, (_, index) => {
    const places = own.filter((mark) => mark.number === index + 1).map(({ path, line }) => ({ path, line }));
    if (places.length === 0) throw new Error(`${name}: there is no step ${label}${index + 1}`);
    return places;
  });
}

/** A case from its text; throws if the text says nothing of what is expected, or names a rule that does not exist. */
export function readCase(name: string, text: string, rules: readonly string[] = flowRules): FlowCase {
  const about = /^# Case: (.+)\n/.exec(text)?.[1];
  if (about === undefined) throw new Error(`${name}: the first line must be "# Case: what it is about"`);
  const files = filesOf(text);
  const steps: StepMark[] = [];
  const sinks: SinkMark[] = [];
  const safe: SafePlace[] = [];
  for (const [path, content] of Object.entries(files)) {
    content.split("\n").forEach((code, index) => {
      const place = { path, line: index + 1 };
      for (const [, label = "", number] of code.matchAll(stepMark)) {
        steps.push({ ...place, label, number: Number(number) });
      }
      for (const [, label = "", rule = "", low] of code.matchAll(sinkMark)) {
        sinks.push({ ...place, label, rule, lowAccepted: low !== undefined });
      }
      for (const [, rule = ""] of code.matchAll(safeMark)) safe.push({ ...place, rule });
    });
  }
  if (sinks.length + safe.length === 0) throw new Error(`${name}: nothing is marked`);
  for (const { rule } of [...sinks, ...safe]) {
    if (!rules.includes(rule)) throw new Error(`${name}: there is no rule ${rule}`);
  }
  const expected = sinks.map(({ label, ...sink }) => ({ ...sink, steps: stepsOf(name, label, steps) }));
  return { name, about, files, expected, safe };
}

/** All cases of a folder with one folder for each topic, by topic. */
export function readCases(folder: string): ReadonlyMap<string, readonly FlowCase[]> {
  const topics = readdirSync(folder).sort();
  return new Map(
    topics.map((topic) => {
      const names = readdirSync(join(folder, topic)).filter((file) => file.endsWith(".py"));
      const cases = names
        .sort()
        .map((file) => readCase(`${topic}/${file.slice(0, -3)}`, readFileSync(join(folder, topic, file), "utf8")));
      return [topic, cases];
    }),
  );
}

/** Names of cases that fail at present, with the reason: lines "topic/name: why". */
export function readKnownGaps(text: string): ReadonlyMap<string, string> {
  const gaps = new Map<string, string>();
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const match = /^(\S+): (.+)$/.exec(line);
    if (match === null) throw new Error(`"${line}" is no line "topic/name: why"`);
    gaps.set(match[1]!, match[2]!);
  }
  return gaps;
}
