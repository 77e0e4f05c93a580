/** The places behind a lens: where a rule matches, or what its example marks. */
import type { Location, Position } from "vscode-languageserver";
import { readAnnotations } from "../../review/rule-tests/annotations.js";
import type { OpenDocument } from "../open-document.js";
import { endOfLine, toClientRange, toPosition } from "../position-encoding.js";
import { createLinedText } from "../text-lines.js";
import { textOf } from "./match-counts.js";
import { ruleEntries } from "./rule-entries.js";
import type { LensSources } from "./rule-lenses.js";

export interface RulePlaces {
  /** Of the rule's id. */
  readonly position: Position;
  readonly places: readonly Location[];
}

/** Null where there is no such rule. */
export async function rulePlaces(
  sources: LensSources,
  document: OpenDocument,
  id: string,
  kind: "matches" | "example",
): Promise<RulePlaces | null> {
  const entry = ruleEntries(document.text.text).find((other) => other.id === id);
  if (entry === undefined) return null;
  const { start, end } = entry.range;
  const entryText = document.text.text.slice(start, end);
  return {
    position: toPosition(document.text, entry.idRange.start, sources.context.features.encoding),
    places:
      kind === "matches" ? await matches(sources, document.uri, entryText) : markedPlaces(sources, document.uri, id),
  };
}

async function matches({ context, counts }: LensSources, uri: string, entryText: string): Promise<Location[]> {
  const places: Location[] = [];
  for (const [file, { ranges }] of counts.of(uri, entryText)?.matches ?? []) {
    if (ranges.length === 0) continue;
    const text = createLinedText((await textOf(context, file)) ?? "");
    for (const range of ranges)
      places.push({ uri: file, range: toClientRange(text, range, context.features.encoding) });
  }
  return places;
}

/** The lines that the example marks. */
function markedPlaces({ context, neighbours }: LensSources, uri: string, id: string): Location[] {
  const example = neighbours.exampleOf(uri);
  if (!example) return [];
  const text = createLinedText(example.text);
  return readAnnotations(example.text)
    .filter(({ ruleId }) => ruleId === id)
    .map(({ line }) => {
      const start = text.starts[line] ?? example.text.length;
      const range = { start, end: Math.max(start, endOfLine(text, line)) };
      return { uri: example.uri, range: toClientRange(text, range, context.features.encoding) };
    });
}
