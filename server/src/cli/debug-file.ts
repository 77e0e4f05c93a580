/** `kingsnake debug FILE`: what the engine makes of one file, for people who work on rules or on the engine. */
import { resolve } from "node:path";
import { createLineIndex, lineOfOffset } from "../base/line-index.js";
import { defaultConfiguration } from "../review/configuration.js";
import type { ReviewEngine } from "../review/engine.js";
import { isFileProblem } from "../review/ports.js";
import { placeReview } from "../report/place-review.js";
import { formatProblem, formatText } from "../report/text.js";
import { exitStatus, type ExitStatus } from "./exit-status.js";
import type { CommandLineHost } from "./host.js";

/** Prints how the file is read, then everything that is found in it, whatever the settings say. */
export async function debugFile(file: string, host: CommandLineHost): Promise<ExitStatus> {
  const source = host.files.readSource(resolve(host.workingDirectory, file));
  if (isFileProblem(source)) {
    host.errors.stream.write(`${formatProblem({ level: "error", path: file, message: source.message })}\n`);
    return exitStatus.failed;
  }
  const engine = await host.createEngine({ withBuiltIn: true, files: [] });
  host.output.stream.write(`${file}: ${source.text.length} UTF-16 code units in ${source.encoding}\n`);
  host.output.stream.write(describeUnits(engine, source.text));
  host.output.stream.write(describeFindings(engine, file, source.text));
  return exitStatus.nothingFound;
}

/** A line for each unit, and below it what it uses and which rules it sets off. */
function describeUnits(engine: ReviewEngine, text: string): string {
  const lines = createLineIndex(text);
  const lineOf = (offset: number): number => lineOfOffset(lines, offset) + 1;
  return engine
    .explainText(text)
    .map(({ kind, head, range, nodes, parses, imports, triggered }) => {
      const place = `${lineOf(range.start)}-${lineOf(range.end)}`;
      const state = parses ? "" : ", does not parse";
      const details = [
        ...(imports.length > 0 ? [`    imports: ${imports.join(", ")}`] : []),
        ...(triggered.length > 0 ? [`    looked at by: ${triggered.join(", ")}`] : []),
      ];
      return [`${place.padStart(11)}  ${kind.padEnd(9)}  ${head}  (${nodes} nodes${state})`, ...details].join("\n");
    })
    .concat("", "")
    .join("\n");
}

function describeFindings(engine: ReviewEngine, path: string, text: string): string {
  const review = engine.reviewText(path, text, {
    ...defaultConfiguration,
    minimumFlowConfidence: "low",
    testFiles: [],
  });
  const findings = placeReview(review, text);
  return formatText({
    version: "",
    rules: engine.rules,
    findings,
    problems: [],
    summary: {
      findings: findings.length,
      filesWithFindings: findings.length > 0 ? 1 : 0,
      files: 1,
      suppressed: review.suppressed.length,
      fixed: 0,
      filesFixed: 0,
    },
  });
}
