/** Searching a text for a generic pattern: all ways are tried, the shortest ellipses first, within a number of steps. */
import type { GenericItem } from "./generic-pattern.js";
import type { GenericEntry, GenericToken } from "./generic-tokens.js";

export interface GenericBinding {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Offsets are UTF-16 units of the text. Names have their dollar signs, and `$...X` its dots. */
export interface GenericMatch {
  readonly start: number;
  readonly end: number;
  readonly bindings: ReadonlyMap<string, GenericBinding>;
}

type Bindings = { readonly name: string; readonly value: GenericBinding; readonly rest: Bindings } | undefined;

/** Where a way through the text stands: all before `at` is matched. */
interface Place {
  readonly at: number;
  /** The first and the last token that were matched. */
  readonly first: GenericToken | undefined;
  readonly last: GenericToken | undefined;
  readonly bindings: Bindings;
}

type Continue = (place: Place) => Place | undefined;

interface Search {
  readonly entries: readonly GenericEntry[];
  readonly text: string;
  steps: number;
}

/** Finds all matches of items in entries. Of several that end at one place the shortest is kept. */
export function findAll(
  items: readonly GenericItem[],
  entries: readonly GenericEntry[],
  text: string,
  steps: number,
): readonly GenericMatch[] {
  const search: Search = { entries, text, steps };
  const byEnd = new Map<number, GenericMatch>();
  const prefersLong = items.at(-1)?.kind === "ellipsis";
  for (const [start, end] of startsOf(search, items[0]?.kind === "ellipsis")) {
    if (search.steps <= 0) break;
    const from: Place = { at: start, first: undefined, last: undefined, bindings: undefined };
    const place = matchItems(search, items, 0, { place: from, end }, (found) => found);
    if (place?.first === undefined || place.last === undefined) continue;
    if (prefersLong && byEnd.has(place.last.end)) continue;
    byEnd.set(place.last.end, {
      start: place.first.start,
      end: place.last.end,
      bindings: bindingMap(place.bindings),
    });
  }
  return [...byEnd.values()].sort((left, right) => left.start - right.start || left.end - right.end);
}

/** Each token, or each first one of a block, with the end of the block that it is in, beyond which no match goes. */
function* startsOf(search: Search, onlyFirst: boolean): Iterable<readonly [start: number, end: number]> {
  const ends: number[] = [search.entries.length];
  let isFirst = true;
  for (let at = 0; at < search.entries.length; at++) {
    const entry = search.entries[at];
    if (entry?.kind === "open") {
      ends.push(entry.close);
      isFirst = true;
    } else if (entry?.kind === "close") ends.pop();
    else {
      if (isFirst || !onlyFirst) yield [at, ends.at(-1) ?? 0];
      isFirst = false;
    }
  }
}

function bindingMap(bindings: Bindings): ReadonlyMap<string, GenericBinding> {
  const map = new Map<string, GenericBinding>();
  for (let at = bindings; at !== undefined; at = at.rest) map.set(at.name, at.value);
  return map;
}

/** Matches items from one on, one after the other, before `end`, then goes on. */
function matchItems(
  search: Search,
  items: readonly GenericItem[],
  from: number,
  { place, end }: { readonly place: Place; readonly end: number },
  next: Continue,
): Place | undefined {
  let reached = place;
  for (let index = from; ; index++) {
    const item = items[index];
    if (item === undefined) return next(reached);
    const then: Continue = (found) => matchItems(search, items, index + 1, { place: found, end }, next);
    if (item.kind === "ellipsis") return matchEllipsis(search, item, { place: reached, end }, then);
    if (item.kind === "block") return matchBlock(search, item.items, { place: reached, end }, then);
    const found = matchToken(search, item, reached, end);
    if (found === undefined) return undefined;
    reached = found;
  }
}

/** The index of the next token: where blocks start and end between is of no matter to it. `end` if there is none. */
function nextToken(search: Search, at: number, end: number): number {
  let index = at;
  while (index < end && search.entries[index]?.kind !== "token") index += 1;
  return Math.min(index, end);
}

function tokenAt(search: Search, index: number): GenericToken | undefined {
  const entry = search.entries[index];
  return entry?.kind === "token" ? entry : undefined;
}

function moved(place: Place, at: number, token: GenericToken, bindings = place.bindings): Place {
  return { at: at + 1, first: place.first ?? token, last: token, bindings };
}

function matchToken(
  search: Search,
  item: Extract<GenericItem, { kind: "text" | "metavariable" }>,
  place: Place,
  end: number,
): Place | undefined {
  search.steps -= 1;
  const at = nextToken(search, place.at, end);
  const token = at < end && search.steps > 0 ? tokenAt(search, at) : undefined;
  if (token === undefined) return undefined;
  if (item.kind === "text") return token.text === item.text ? moved(place, at, token) : undefined;
  if (!token.isWord) return undefined;
  const bindings = bind(place.bindings, item.name, { start: token.start, end: token.end, text: token.text });
  return bindings === "differs" ? undefined : moved(place, at, token, bindings);
}

function bind(bindings: Bindings, name: string, value: GenericBinding): Bindings | "differs" {
  for (let at = bindings; at !== undefined; at = at.rest)
    if (at.name === name) return at.value.text === value.text ? bindings : "differs";
  return { name, value, rest: bindings };
}

function matchEllipsis(
  search: Search,
  item: Extract<GenericItem, { kind: "ellipsis" }>,
  { place, end }: { readonly place: Place; readonly end: number },
  then: Continue,
): Place | undefined {
  const firstLine = place.last?.line ?? tokenAt(search, nextToken(search, place.at, end))?.line ?? 0;
  let reached = place;
  for (;;) {
    search.steps -= 1;
    if (search.steps <= 0) return undefined;
    const at = nextToken(search, reached.at, end);
    const token = at < end ? tokenAt(search, at) : undefined;
    const isTooFar = token !== undefined && token.line - firstLine > item.span;
    // What comes next must be near as well. At the pattern's end it takes all that it can.
    const mayEnd = item.isLast ? token === undefined || isTooFar : !isTooFar;
    if (mayEnd) {
      const bindings = bindEllipsis(search, item.name, place, reached);
      const found = bindings === "differs" ? undefined : then({ ...reached, bindings });
      if (found !== undefined) return found;
    }
    if (token === undefined || isTooFar) return undefined;
    reached = moved(reached, at, token);
  }
}

/** What a named ellipsis stands for starts where the last token before it ends. */
function bindEllipsis(search: Search, name: string | undefined, from: Place, to: Place): Bindings | "differs" {
  if (name === undefined) return to.bindings;
  const start = from.last?.end ?? to.first?.start ?? 0;
  const end = to.last === undefined ? start : Math.max(start, to.last.end);
  return bind(to.bindings, name, { start, end, text: search.text.slice(start, end) });
}

/** A block of the pattern matches the whole of a block; one of ellipses alone matches where there is no block, too. */
function matchBlock(
  search: Search,
  items: readonly GenericItem[],
  { place, end }: { readonly place: Place; readonly end: number },
  then: Continue,
): Place | undefined {
  let at = place.at;
  while (at < end && search.entries[at]?.kind === "close") at += 1;
  if (search.entries[at]?.kind !== "open" || at >= end)
    return matchItems(search, items, 0, { place, end: place.at }, then);
  for (; at < end; at++) {
    const entry = search.entries[at];
    if (entry?.kind !== "open") return undefined;
    const close = entry.close;
    const found = matchItems(search, items, 0, { place: { ...place, at: at + 1 }, end: close }, (inside) =>
      nextToken(search, inside.at, close) < close ? undefined : then({ ...inside, at: close + 1 }),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
