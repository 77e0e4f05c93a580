/** The case collection: YAML files under cases/, one an area, to plain data. docs/conformance.md describes the format. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isMap, isScalar, isSeq, parseDocument, stringify } from "yaml";

export interface ConformanceCase {
  /** The case file's name. */
  readonly area: string;
  /** What the case pins, as a sentence; unique. */
  readonly name: string;
  /** The name as a rule id. */
  readonly id: string;
  /** The keys of the rule, without those that every rule has. */
  readonly rule: Readonly<Record<string, unknown>>;
  /** Where the code lies; a path, for rules that look at paths. */
  readonly file: string;
  /** Without marks. */
  readonly code: string;
  /** One-based lines that findings start in, each once, ascending. */
  readonly lines: readonly number[];
  /** As "2:5-2:9", one-based, the end exclusive, by place; where the case pins more than lines. */
  readonly ranges?: readonly string[];
  /** The findings' messages, sorted; where the case pins what metavariables stand for. */
  readonly messages?: readonly string[];
  /** The code after all fixes. */
  readonly fixed?: string;
  /** Whether the rule itself is turned down. */
  readonly refused: boolean;
  /** What Semgrep does instead where we depart from it, on purpose; what is not said here is the same. */
  readonly semgrep?: Partial<Pick<ConformanceCase, "lines" | "ranges" | "messages" | "refused">>;
  readonly note?: string;
  /** Where the case is written. */
  readonly source: CaseSource;
}

export interface CaseSource {
  readonly path: string;
  /** Zero-based line of the file that holds the first line of the code; undefined where it is not a literal block. */
  readonly codeLine: number | undefined;
}

/** What stands at the end of a line that a finding starts in. */
const mark = /[ \t]*# match[ \t]*$/;
const caseFolder = path.join(import.meta.dirname, "cases");
const caseKeys = new Set("name rule code file lines ranges messages fixed refused semgrep note".split(" "));

/** All cases, by file. Throws where a case does not keep to the format, or two have one name. */
export function readCases(): ConformanceCase[] {
  const cases = caseFiles().flatMap(readCaseFile);
  const names = new Set<string>();
  for (const { id, area } of cases) {
    if (names.has(id)) throw new Error(`${area}: two cases are called ${id}`);
    names.add(id);
  }
  return cases;
}

function caseFiles(): string[] {
  const files = readdirSync(caseFolder).filter((file) => file.endsWith(".yaml"));
  return files.sort().map((file) => path.join(caseFolder, file));
}

function readCaseFile(file: string): ConformanceCase[] {
  const text = readFileSync(file, "utf8");
  const document = parseDocument(text, { merge: true });
  if (document.errors[0] !== undefined) throw new Error(`${path.basename(file)}: ${document.errors[0].message}`);
  const list = document.contents;
  if (!isSeq(list)) throw new Error(`${path.basename(file)}: a list of cases is expected`);
  return list.items.map((item) => {
    const code = isMap(item) ? item.get("code", true) : undefined;
    const isBlock = isScalar(code) && code.type === "BLOCK_LITERAL" && code.range !== undefined && code.range !== null;
    const codeLine = isBlock ? text.slice(0, code.range![0]).split("\n").length : undefined;
    const value: unknown = isMap(item) ? item.toJS(document) : undefined;
    return readCase(value as Record<string, unknown>, { path: file, codeLine });
  });
}

function readCase(entry: Record<string, unknown>, source: CaseSource): ConformanceCase {
  const area = path.basename(source.path, ".yaml");
  const { name, code, rule } = entry;
  if (typeof name !== "string" || typeof code !== "string") throw new Error(`${area}: a case lacks a name or code`);
  const unknown = Object.keys(entry).find((key) => !caseKeys.has(key));
  if (unknown !== undefined) throw new Error(`${area}: "${name}" has the unknown key ${unknown}`);
  if ((entry.semgrep === undefined) !== (entry.note === undefined))
    throw new Error(`${area}: "${name}" must have both of semgrep and note, or none`);
  const marked = code.split("\n").flatMap((line, index) => (mark.test(line) ? [index + 1] : []));
  return {
    area,
    name,
    id: toId(name),
    rule: typeof rule === "string" ? { pattern: rule } : (rule as Record<string, unknown>),
    file: (entry.file as string | undefined) ?? "case.py",
    code: code.replace(new RegExp(mark, "gm"), ""),
    lines: (entry.lines as number[] | undefined) ?? marked,
    ...optional("ranges", entry.ranges),
    ...optional("messages", entry.messages),
    ...optional("fixed", entry.fixed),
    ...optional("semgrep", entry.semgrep),
    ...optional("note", entry.note),
    refused: entry.refused === true,
    source,
  };
}

function optional(key: string, value: unknown): object {
  return value === undefined ? {} : { [key]: value };
}

function toId(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** The case's rule as it would stand in a rule file. `paths` counts where the rule has none of its own. */
export function completeRule(entry: ConformanceCase, paths?: object): Record<string, unknown> {
  const usual = { id: entry.id, message: "found", severity: "WARNING", languages: ["python"] };
  return { ...usual, ...(paths === undefined ? {} : { paths }), ...entry.rule };
}

export function ruleText(entry: ConformanceCase): string {
  return stringify({ rules: [completeRule(entry)] }, { aliasDuplicateObjects: false });
}
