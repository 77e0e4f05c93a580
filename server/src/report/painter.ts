/** Colours of the text report: a name for each use, so that the report does not know what a terminal is. */
import type { Severity } from "../rules/rule.js";

export interface Painter {
  readonly path: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** Leaves everything as it is. */
export const plainPainter: Painter = {
  path: (text) => text,
  severity: (_, text) => text,
  strong: (text) => text,
  faint: (text) => text,
};

/** Paints with the sixteen colours that every terminal has, so that people's themes count. */
export const terminalPainter: Painter = {
  path: (text) => paint(36, text),
  severity: (severity, text) => paint(severity === "error" ? "1;31" : severity === "warning" ? 33 : 34, text),
  strong: (text) => paint(1, text),
  faint: (text) => paint(2, text),
};

function paint(code: number | string, text: string): string {
  return `\u001b[${code}m${text}\u001b[0m`;
}
