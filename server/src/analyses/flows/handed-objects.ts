/**
 * Objects of libraries that are variables, and that data is read of: `flask.request`. Code of the project that is handed one does not say
 * what it is, so what can be read of it goes along.
 */
import type { PathPart, ValueId } from "../../flow/value-graph.js";
import type { BodyView } from "./body-view.js";
import { calleesOf } from "./callees.js";
import type { Library, ReadModel } from "./library.js";

/** An attribute of an object that brings data. */
export interface SourceMember {
  readonly part: PathPart;
  /** Index of the model. */
  readonly source: number;
}

/** Such objects by the names of their variables. */
export function createSourceObjects(
  types: ReadonlyMap<string, string>,
  reads: ReadonlyMap<string, ReadModel>,
  { ancestors, isClass }: Pick<Library, "ancestors" | "isClass">,
): ReadonlyMap<string, readonly SourceMember[]> {
  const membersOfClasses = new Map<string, SourceMember[]>();
  for (const [name, { sources }] of reads) {
    const dot = name.lastIndexOf(".");
    const of = name.slice(0, dot);
    const members = membersOfClasses.get(of) ?? [];
    for (const source of sources) members.push({ part: name.slice(dot), source });
    if (members.length > 0) membersOfClasses.set(of, members);
  }
  const objects = new Map<string, readonly SourceMember[]>();
  for (const [name, type] of types) {
    const isVariable = !/[)\]*]$/.test(name) && !isClass(name.slice(0, name.lastIndexOf(".")));
    const members = isVariable ? ancestors(type).flatMap((of) => membersOfClasses.get(of) ?? []) : [];
    if (members.length > 0) objects.set(name, members);
  }
  return objects;
}

/** What can be read of a variable that is handed to code of the project here, or kept in an object; nothing of others. */
export function membersHandedOn(view: BodyView, id: ValueId, name: string): readonly SourceMember[] {
  const members = view.library.sourceObjects.get(name);
  if (members === undefined) return [];
  const { graph, index } = view;
  const isKept = index.uses[id]?.some((user) => {
    const value = graph.values[user];
    return value?.kind === "store" && value.value === id;
  });
  const isGiven = index.callUses[id]?.some(({ call, role }) => role >= 0 && calleesOf(view, call).targets.length > 0);
  return isKept === true || isGiven === true ? members : [];
}
