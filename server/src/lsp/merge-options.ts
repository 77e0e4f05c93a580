/**
 * What the editor's settings and the project's file say together. Both can only ask for less to be shown: a person may hide more
 * than the project does, but never shows what the project has decided against, so that the editor agrees with the project's CI.
 * Severities and test files are the project's alone, because they are facts about the project.
 */
import { defaultConfiguration, type ProjectConfiguration, type ReviewOptions } from "../review/configuration.js";
import { defaultSettings, type EditorSettings } from "./editor-settings.js";

const severities = ["info", "warning", "error"] as const;
const confidences = ["low", "medium", "high"] as const;

export function mergeOptions(
  project: ProjectConfiguration | undefined,
  settings: EditorSettings = defaultSettings,
): ReviewOptions {
  const base = project ?? defaultConfiguration;
  return {
    disabledRules: [...new Set([...base.disabledRules, ...settings.disabledRules])],
    minimumSeverity: later(severities, base.minimumSeverity, settings.minimumSeverity),
    minimumConfidence: later(confidences, base.minimumConfidence, settings.minimumConfidence),
    severities: base.severities,
    testFiles: base.testFiles,
    minimumFlowConfidence: base.minimumFlowConfidence,
  };
}

function later<T>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}
