/** The facts of a file from its units. An edit costs the units that it touched, and a pass over the results of the others. */
import type { PlacedUnit, Unit } from "../syntax/unit.js";
import { mergeFacts } from "./facts/merge-facts.js";
import type { UnitFacts } from "./facts/unit-facts.js";
import { walkUnit, type UnitPlace, type WalkContext } from "./facts/walk-unit.js";
import type { ImportTable } from "./imports.js";
import type { BodyKey, BodyMark, ModuleFacts } from "./module-facts.js";
import type { WordTable } from "./word-table.js";

/** The facts of one version of a file, and what the next version's are made of. */
export interface FileFacts {
  readonly facts: ModuleFacts;
  readonly ofUnits: ReadonlyMap<Unit, UnitFacts>;
}

export interface FactOptions {
  /** Keeps the words of all files that are looked at together. */
  readonly table: WordTable;
  /** The words of bodies that are worth keeping; all if left out. */
  readonly wanted?: { has(word: string): boolean };
  /** Those of an earlier version of the file, with the same table and wanted words. What is equal is then the same object, and `facts` itself if all is. */
  readonly previous?: FileFacts | undefined;
  /** What patterns say of places in the file's bodies. */
  readonly marks?: ReadonlyMap<BodyKey, readonly BodyMark[]> | undefined;
}

/** The facts of a file. The names of its units must be resolved (names/resolve-unit.ts); `imports` are the file's (names/file-names.ts). */
export function collectFacts(roots: readonly PlacedUnit[], imports: ImportTable, options: FactOptions): FileFacts {
  const { table, wanted, previous, marks } = options;
  const context: WalkContext = { table, wanted, importOf: (name) => imports.get(name) };
  const ofUnits = new Map<Unit, UnitFacts>();
  const collect = ({ unit, members }: PlacedUnit, place: UnitPlace): void => {
    const known = previous?.ofUnits.get(unit);
    const facts = known !== undefined && takeOver(known, unit, place, imports) ? known : walkUnit(unit, place, context);
    ofUnits.set(unit, facts);
    const head = unit.kind === "class" ? facts.classes[0] : undefined;
    const inner = head === undefined ? place : { class: head.key, counts: new Map<string, number>() };
    for (const member of members) collect(member, inner);
  };
  const module: UnitPlace = { class: "", counts: new Map() };
  for (const root of roots) collect(root, module);
  const facts = mergeFacts([...ofUnits.values()], imports, table, { wanted, previous: previous?.facts, marks });
  return { facts, ofUnits };
}

/** Whether what is known of a unit is still true; then the counts of its place are brought up to date. */
function takeOver(known: UnitFacts, unit: Unit, place: UnitPlace, imports: ImportTable): boolean {
  if (known.resolution !== unit.resolution || known.class !== place.class) return false;
  if (known.defined.some(({ name, before }) => (place.counts.get(name) ?? 0) !== before)) return false;
  for (const [name, meaning] of known.asked ?? []) if (imports.get(name) !== meaning) return false;
  for (const { name, before, added } of known.defined) place.counts.set(name, before + added);
  return true;
}
