/** Which entries need each other. */
import { dependantsOf, sourcesOf, type Entry } from "./fixpoint-entry.js";

interface Search {
  readonly next: (entry: Entry) => Iterable<Entry>;
  readonly seen: Set<Entry>;
  pending: Entry[];
}

/**
 * The entries on cycles with `entry` (its strongly connected component), or undefined if it lies on none. Both directions are searched in
 * turns, so that the smaller side bounds the work where there is no cycle.
 */
export function cyclesThrough(entry: Entry): Entry[] | undefined {
  const down: Search = { next: sourcesOf, seen: new Set(), pending: [entry] };
  const up: Search = { next: dependantsOf, seen: new Set(), pending: [entry] };
  while (down.pending.length > 0 && up.pending.length > 0) {
    searchOn(down);
    searchOn(up);
  }
  const [finished, other] = down.pending.length === 0 ? [down, up] : [up, down];
  if (!finished.seen.has(entry)) return undefined;
  while (other.pending.length > 0) searchOn(other);
  return [...finished.seen].filter((candidate) => other.seen.has(candidate));
}

/** Looks at the neighbours of one entry. */
function searchOn(search: Search): void {
  const entry = search.pending.pop();
  if (entry === undefined) return;
  for (const neighbour of search.next(entry)) {
    if (search.seen.has(neighbour)) continue;
    search.seen.add(neighbour);
    search.pending.push(neighbour);
  }
}
