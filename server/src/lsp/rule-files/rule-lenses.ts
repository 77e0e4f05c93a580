/** What stands above each rule of a rule file: how often it matches, and how its example is doing. */
import type { CodeLens } from "vscode-languageserver";
import type { OpenDocument } from "../open-document.js";
import { toClientRange } from "../position-encoding.js";
import type { ServerContext } from "../server-context.js";
import type { ExampleVerdicts } from "./example-verdicts.js";
import type { MatchCounts, RuleCount } from "./match-counts.js";
import type { Neighbours } from "./neighbours.js";
import type { RuleEngines } from "./rule-engines.js";
import { ruleEntries } from "./rule-entries.js";

/** Shows the places that a lens speaks of: in our own client, and for any other in the server. */
export const showPlacesCommand = "kingsnake.showRulePlaces";
export const serverShowPlacesCommand = "kingsnake.server.showRulePlaces";

export interface LensSources {
  readonly context: ServerContext;
  readonly engines: RuleEngines;
  readonly counts: MatchCounts;
  readonly neighbours: Neighbours;
  readonly verdicts: ExampleVerdicts;
}

/** The lenses of a rule document as things are now; counting goes on, and the client is told to ask again. */
export async function ruleLenses(sources: LensSources, document: OpenDocument): Promise<CodeLens[]> {
  const { context, engines, counts, neighbours } = sources;
  const lined = document.text;
  const path = context.runtime.toPath(document.uri) ?? document.uri;
  const engine = await engines.get(path, lined.text);
  if (neighbours.exampleOf(document.uri) === undefined) await neighbours.look(document.uri);
  const example = neighbours.exampleOf(document.uri);
  counts.want(document);
  const judge = example ? sources.verdicts.judgeEach(engine, example) : undefined;
  const working = new Set(engine.rules.map(({ id }) => id));
  return ruleEntries(lined.text).flatMap(({ id, idRange, range }) => {
    const place = toClientRange(lined, idRange, context.features.encoding);
    const lens = (title: string, kind: "matches" | "example" | undefined): CodeLens => ({
      range: place,
      command: {
        title,
        command: kind === undefined ? "" : context.features.ownCommands ? showPlacesCommand : serverShowPlacesCommand,
        arguments: [document.uri, id, kind],
      },
    });
    if (!working.has(id)) return [lens("does not run: see its errors", undefined)];
    const count = counts.of(document.uri, lined.text.slice(range.start, range.end));
    const matches = lens(matchesInWords(count), numberOf(count) === 0 ? undefined : "matches");
    if (judge === undefined) return [matches, lens("no example beside it", undefined)];
    const { marked, asMarked, faults } = judge(id);
    const unmarked = faults.filter(({ kind }) => kind === "unexpected").length;
    return [matches, lens(exampleInWords(marked, asMarked, unmarked), "example")];
  });
}

function numberOf(count: RuleCount | undefined): number {
  return count === undefined ? 0 : [...count.matches.values()].reduce((sum, file) => sum + file.count, 0);
}

function matchesInWords(count: RuleCount | undefined): string {
  const number = numberOf(count);
  const matches = number === 0 ? "no matches" : number === 1 ? "1 match" : `${number} matches`;
  if (count?.progress === undefined && count !== undefined) return `${matches} in this workspace`;
  if (count === undefined || count.progress === undefined || count.progress.total === 0) return "counting matches…";
  return `${matches} in ${count.progress.done} of ${count.progress.total} files…`;
}

function exampleInWords(marked: number, asMarked: number, unmarked: number): string {
  if (marked === 0 && unmarked === 0) return "example: marks nothing of this rule";
  const rest = unmarked === 0 ? "" : `, ${unmarked} found and not marked`;
  return `example: ${asMarked} of ${marked} as marked${rest}`;
}
