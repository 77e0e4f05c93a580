/**
 * The order in which findings at one place are told: in that of the text, but one that lies in another before it, because it
 * points more precisely; of equals the most severe first.
 */
import type { Finding } from "../review/finding.js";

const severityOrder: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, info: 2 };

export function narrowestFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.range.end - b.range.end ||
      b.range.start - a.range.start ||
      severityOrder[a.severity] - severityOrder[b.severity],
  );
}
