/** What the units of a file bind, taken over from the version before for units that are still the same. */
import { namesOfMember, namesOfUnit, type UnitNames } from "../names/file-names.js";
import type { PlacedUnit, Unit } from "../syntax/unit.js";

/** For each unit of a file what it binds at module level, in the order of the text. */
export function collectNames(
  roots: readonly PlacedUnit[],
  previous: ReadonlyMap<Unit, UnitNames> | undefined,
): Map<Unit, UnitNames> {
  const names = new Map<Unit, UnitNames>();
  const collect = ({ unit, members }: PlacedUnit, read: (unit: Unit) => UnitNames): void => {
    names.set(unit, previous?.get(unit) ?? read(unit));
    for (const member of members) collect(member, namesOfMember);
  };
  for (const root of roots) collect(root, namesOfUnit);
  return names;
}
