/** Places as SARIF has them. */
import type { ArtifactLocation, Location, Region } from "sarif";
import type { Span } from "./report.js";

/** What relative paths are relative to: the checkout, wherever it is. */
export const sourceRoot = "%SRCROOT%";

export function toLocation(path: string, span: Span): Location {
  return { physicalLocation: { artifactLocation: toArtifact(path), region: toRegion(span) } };
}

export function toRegion({ start, end }: Span): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Paths have forward slashes here, on any machine. */
export function toArtifact(path: string): ArtifactLocation {
  const escaped = path.split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return { uri: `file://${escaped}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${escaped.replace("%3A", ":")}` };
  return { uri: escaped, uriBaseId: sourceRoot };
}
