/**
 * How often the rules of an open rule file match in the workspace: counted in the background, one file at a time, giving way to
 * whoever types. A rule that an edit did not touch keeps its matches; a Python file that changes is looked at again alone.
 */
import type { TextRange } from "../../base/text-range.js";
import type { ReviewEngine } from "../../review/engine.js";
import { isFileProblem } from "../../review/ports.js";
import { loadRules } from "../../rules/load-rules.js";
import { logFailure } from "../guarded.js";
import type { OpenDocument } from "../open-document.js";
import type { ServerContext } from "../server-context.js";
import { giveWay } from "../give-way.js";
import { listPythonFiles } from "../workspace-scan.js";
import type { RuleEngines } from "./rule-engines.js";
import { ruleEntries } from "./rule-entries.js";

/** The matches of a rule in one file: all are counted, and the first of a workspace kept to be shown. */
export interface FileMatches {
  readonly count: number;
  readonly ranges: readonly TextRange[];
}

/** The matches of one rule, by the URI of the file. */
export type RuleMatches = ReadonlyMap<string, FileMatches>;

export interface RuleCount {
  readonly matches: RuleMatches;
  /** Undefined once all files were looked at. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
}

export interface MatchCounts {
  /** What is known of a rule by the text of its entry; undefined before counting begins. */
  readonly of: (uri: string, entryText: string) => RuleCount | undefined;
  /** Counts what is not known, after a pause in which nothing else is asked for. */
  readonly want: (document: OpenDocument) => void;
  /** A Python file has another text. */
  readonly fileChanged: (uri: string) => void;
  readonly forget: (uri: string) => void;
}

interface CountedRule {
  readonly matches: Map<string, FileMatches>;
  /** How many ranges are kept. */
  kept: number;
  progress: RuleCount["progress"];
}

interface Job {
  readonly rules: Map<string, CountedRule>;
  readonly changed: Set<string>;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Changes with every run; a run that is not the last one stops. */
  run: number;
}

export interface MatchCountsOptions {
  /** Files that are not counted: a rule's own example. */
  readonly isLeftOut: (rules: string, file: string) => boolean;
  /** There is more to show. */
  readonly onNews: () => void;
}

/** In milliseconds: how long counting waits for more edits, and how often news is told. */
const pause = 500;
const newsEvery = 1000;

export function createMatchCounts(
  context: ServerContext,
  engines: RuleEngines,
  options: MatchCountsOptions,
): MatchCounts {
  const jobs = new Map<string, Job>();

  const schedule = (uri: string, job: Job, delay: number): void => {
    clearTimeout(job.timer);
    job.run++;
    job.timer = setTimeout(() => {
      const document = context.documents.get(uri);
      if (document === undefined) return;
      count(context, engines, { document, job, ...options }).catch((error: unknown) => {
        logFailure(context.connection, "counting matches", error);
      });
    }, delay);
  };
  return {
    of: (uri, entryText) => jobs.get(uri)?.rules.get(entryText),
    want: (document) => {
      const known: Job | undefined = jobs.get(document.uri);
      const job: Job = known ?? { rules: new Map(), changed: new Set(), timer: undefined, run: 0 };
      jobs.set(document.uri, job);
      const texts = entryTexts(document.text.text);
      const isMissing = texts.some((text) => !job.rules.has(text));
      if (isMissing) {
        for (const text of job.rules.keys()) if (!texts.includes(text)) job.rules.delete(text);
        for (const text of texts)
          if (!job.rules.has(text))
            job.rules.set(text, { matches: new Map(), kept: 0, progress: { done: 0, total: 0 } });
        schedule(document.uri, job, known === undefined ? 0 : pause);
      }
    },
    fileChanged: (uri) => {
      for (const [rules, job] of jobs) {
        if (job.rules.size === 0 || options.isLeftOut(rules, uri)) continue;
        job.changed.add(uri);
        schedule(rules, job, pause);
      }
    },
    forget: (uri) => {
      const job = jobs.get(uri);
      if (job === undefined) return;
      clearTimeout(job.timer);
      job.run++;
      jobs.delete(uri);
    },
  };
}

function entryTexts(text: string): string[] {
  return ruleEntries(text).map(({ range }) => text.slice(range.start, range.end));
}

interface CountRequest extends MatchCountsOptions {
  readonly document: OpenDocument;
  readonly job: Job;
}

async function count(context: ServerContext, engines: RuleEngines, request: CountRequest): Promise<void> {
  const { document, job, onNews, isLeftOut } = request;
  const run = job.run;
  const isOver = (): boolean => job.run !== run;
  const changed = [...job.changed];
  const isUnfinished = (rule: CountedRule): boolean => rule.progress !== undefined;
  const known = [...job.rules].filter(([, rule]) => !isUnfinished(rule));
  if (known.length > 0 && changed.length > 0) {
    const engine = await engineOf(engines, document, new Map(known));
    for (const uri of changed) await countFile(context, engine, uri, isOver);
  }
  if (isOver()) return;
  job.changed.clear();
  const unfinished = [...job.rules].filter(([, rule]) => isUnfinished(rule));
  if (unfinished.length === 0) {
    onNews();
    return;
  }
  const engine = await engineOf(engines, document, new Map(unfinished));
  const open = context.documents.all().filter(({ language }) => language === "python");
  const listed = engine.engine.rules.length === 0 ? [] : await listPythonFiles(context, isOver);
  const uris = [...new Set([...open.map(({ uri }) => uri), ...listed])].filter((uri) => !isLeftOut(document.uri, uri));
  let told = Date.now();
  for (const [done, uri] of uris.entries()) {
    for (const [, rule] of unfinished) rule.progress = { done, total: uris.length };
    if (Date.now() - told > newsEvery) {
      told = Date.now();
      onNews();
    }
    await countFile(context, engine, uri, isOver);
    if (isOver()) return;
  }
  for (const [, rule] of unfinished) rule.progress = undefined;
  onNews();
}

interface CountingEngine {
  readonly engine: ReviewEngine;
  readonly ruleOf: ReadonlyMap<string, CountedRule>;
}

/** An engine of the rules whose entries these are. */
async function engineOf(
  engines: RuleEngines,
  document: OpenDocument,
  rules: ReadonlyMap<string, CountedRule>,
): Promise<CountingEngine> {
  const { text } = document.text;
  const ruleOf = new Map<string, CountedRule>();
  for (const { id, range } of ruleEntries(text)) {
    const rule = rules.get(text.slice(range.start, range.end));
    if (rule !== undefined) ruleOf.set(id, rule);
  }
  const loaded = loadRules(document.uri, text);
  const wanted = loaded.rules.filter(({ id }) => ruleOf.has(id));
  const file = { path: document.uri, text, loaded: { rules: wanted, problems: [] }, patterns: {} };
  return { engine: await engines.make([file]), ruleOf };
}

/** Looks at one file; what cannot be read or reviewed has no matches. */
async function countFile(
  context: ServerContext,
  { engine, ruleOf }: CountingEngine,
  uri: string,
  isOver: () => boolean,
): Promise<void> {
  await giveWay(context);
  if (isOver() || engine.rules.length === 0) return;
  const text = await textOf(context, uri);
  if (isOver()) return;
  const project = await context.projects.ofUri(uri);
  const options = {
    ...project.options,
    disabledRules: [],
    minimumSeverity: "info",
    minimumConfidence: "low",
    minimumFlowConfidence: "low",
  } as const;
  const found = new Map<string, TextRange[]>();
  if (text !== undefined) {
    const path = context.projects.pathInProject(project, uri);
    for (const { ruleId, range } of engine.reviewText(path, text, options).findings) {
      const ranges = found.get(ruleId);
      if (ranges === undefined) found.set(ruleId, [range]);
      else ranges.push(range);
    }
  }
  for (const [id, rule] of ruleOf) keepMatches(rule, uri, found.get(id) ?? []);
}

/** More places are no help to a person. While a rule is written, it matches everything now and then. */
const mostKept = 1000;

function keepMatches(rule: CountedRule, uri: string, found: readonly TextRange[]): void {
  rule.kept -= rule.matches.get(uri)?.ranges.length ?? 0;
  rule.matches.delete(uri);
  if (found.length === 0) return;
  const ranges = found.slice(0, mostKept - rule.kept);
  rule.kept += ranges.length;
  rule.matches.set(uri, { count: found.length, ranges });
}

/** The text of a Python file: open, or on disk. */
export async function textOf({ documents, runtime }: ServerContext, uri: string): Promise<string | undefined> {
  const open = documents.get(uri);
  if (open !== undefined) return open.text.text;
  const path = runtime.toPath(uri);
  if (path === undefined) return undefined;
  const text = await runtime.files.readText(path);
  return isFileProblem(text) ? undefined : text;
}
