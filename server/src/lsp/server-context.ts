/** What the features of the server share. */
import type { Connection } from "vscode-languageserver";
import type { Rule } from "../rules/rule.js";
import type { ReviewEngine } from "../review/engine.js";
import type { ClientFeatures } from "./client-features.js";
import type { OpenDocuments } from "./open-documents.js";
import type { ProjectIndexes } from "./project-indexes.js";
import type { Projects } from "./projects.js";
import type { RuleFiles } from "./rule-files/rule-files.js";
import type { ServerRuntime } from "./runtime.js";
import type { Sinks } from "./sinks.js";

export interface ServerContext {
  readonly connection: Connection;
  readonly runtime: ServerRuntime;
  readonly features: ClientFeatures;
  readonly documents: OpenDocuments;
  readonly projects: Projects;
  /** What is served besides Python; made after the rest. */
  readonly ruleFiles: () => RuleFiles;
  readonly sinks: Sinks;
  /** What is known of whole projects; made with the rest. */
  readonly indexes: ProjectIndexes;
}

const rulesById = new WeakMap<ReviewEngine, ReadonlyMap<string, Rule>>();

/** A rule of an engine by its id. */
export function findRule(engine: ReviewEngine, id: string): Rule | undefined {
  let rules = rulesById.get(engine);
  if (rules === undefined) {
    rules = new Map(engine.rules.map((rule) => [rule.id, rule]));
    rulesById.set(engine, rules);
  }
  return rules.get(id);
}
