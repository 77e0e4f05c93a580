/** The order in which classes are looked up: C3 (Barrett and others, 1996). */

/** The merge of lists of names; where no order agrees with all of them, depth first. Each name once. */
export function mergeOrders(lists: readonly (readonly string[])[]): readonly string[] {
  if (lists.length === 1 && lists[0] !== undefined) return lists[0];
  // How many lists have a name behind their present head.
  const behind = new Map<string, number>();
  for (const list of lists) for (let index = 1; index < list.length; index++) count(behind, list[index] ?? "", 1);
  const heads = lists.map(() => 0);
  const merged: string[] = [];
  for (;;) {
    const next = nextOf(lists, heads, behind);
    if (next === undefined) break;
    merged.push(next);
    lists.forEach((list, index) => {
      const head = heads[index] ?? 0;
      if (list[head] !== next) return;
      heads[index] = head + 1;
      const following = list[head + 1];
      if (following !== undefined) count(behind, following, -1);
    });
  }
  const isWhole = lists.every((list, index) => heads[index] === list.length);
  return isWhole ? merged : [...new Set(lists.flat())];
}

/** The first head that stands behind no other. */
function nextOf(
  lists: readonly (readonly string[])[],
  heads: readonly number[],
  behind: ReadonlyMap<string, number>,
): string | undefined {
  for (let index = 0; index < lists.length; index++) {
    const head = lists[index]?.[heads[index] ?? 0];
    if (head !== undefined && (behind.get(head) ?? 0) === 0) return head;
  }
  return undefined;
}

function count(counts: Map<string, number>, name: string, change: number): void {
  counts.set(name, (counts.get(name) ?? 0) + change);
}
