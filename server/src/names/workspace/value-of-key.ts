/** What stands under the keys of what answers rest on. */
import type { ModuleFacts } from "../module-facts.js";
import { entryOf } from "../records.js";
import { bodiesWith } from "./body-index.js";
import { classesDerivedFrom, otherNames } from "./class-index.js";
import { moduleCandidates } from "./module-index.js";
import { expandedFrom, meaningOf, noFacts, ownMember } from "./project-files.js";
import type { Project } from "./query.js";
import { readKey, type ReadKind } from "./read-keys.js";

/** Plain data; undefined if there is nothing. */
export function valueOfKey(project: Project, key: string): unknown {
  const { kind, path, name } = readKey(key);
  const { files, modules } = project;
  switch (kind) {
    case "root":
      return modules.rootCounts.has(name);
    case "module":
      return moduleCandidates(modules, name);
    case "derived":
      return classesDerivedFrom(project.classes, name);
    case "renamed":
      return otherNames(project.classes, name);
    case "calls":
      return bodiesWith(project.bodies, files, "calls", name);
    case "word":
      return bodiesWith(project.bodies, files, "words", name);
    case "file":
      return files.has(path);
    default:
      return valueInFile(files.get(path) ?? noFacts, kind, name);
  }
}

function valueInFile(facts: ModuleFacts, kind: Exclude<ReadKind, "file">, name: string): unknown {
  switch (kind) {
    case "name":
      return meaningOf(facts, name);
    case "expanded":
      return expandedFrom(facts, name);
    case "stars":
      return facts.stars;
    case "function":
      return entryOf(facts.functions, name);
    case "variable":
      return entryOf(facts.variables, name);
    case "class":
      return entryOf(facts.classes, name);
    case "bases":
      return entryOf(facts.classes, name)?.bases;
    case "member": {
      const dot = name.lastIndexOf(".");
      return ownMember(entryOf(facts.classes, name.slice(0, dot)), name.slice(dot + 1));
    }
  }
}
