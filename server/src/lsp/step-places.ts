/** Where the steps of a finding are, in any file of the project, as this client counts. */
import type { Location } from "vscode-languageserver";
import type { FindingStep } from "../review/finding.js";
import { joinPath } from "../review/paths.js";
import { isFileProblem } from "../review/ports.js";
import { toClientRange, toOffset, type PositionEncoding } from "./position-encoding.js";
import type { Project } from "./projects.js";
import type { ServerContext } from "./server-context.js";
import { createLinedText, type LinedText } from "./text-lines.js";

/** The file that a finding is in. */
export interface StepOwner {
  readonly uri: string;
  readonly text: LinedText;
  readonly project: Project;
  /** As the engine knows the file. */
  readonly path: string;
}

/**
 * The place of a step without waiting: columns in files that are not open are UTF-16 whatever the client counts in. Undefined
 * where only an offset is known, and not the text.
 */
export function locateStep(context: ServerContext, owner: StepOwner, step: FindingStep): Location | undefined {
  const uri = uriOf(context, owner, step);
  const text = textAtHand(context, owner, uri);
  return toLocation(uri, step, text, context.features.encoding);
}

/** The same in the client's own columns wherever the file can be read. */
export async function locateStepExactly(
  context: ServerContext,
  owner: StepOwner,
  step: FindingStep,
): Promise<Location | undefined> {
  const { encoding } = context.features;
  const uri = uriOf(context, owner, step);
  const isExact = encoding === "utf-16" && step.position !== undefined;
  const text = textAtHand(context, owner, uri) ?? (isExact ? undefined : await readText(context, uri));
  return toLocation(uri, step, text, encoding);
}

function uriOf({ runtime }: ServerContext, { uri, path, project }: StepOwner, step: FindingStep): string {
  return step.path === path ? uri : runtime.toUri(joinPath(project.root ?? "", step.path));
}

function textAtHand({ documents }: ServerContext, owner: StepOwner, uri: string): LinedText | undefined {
  return uri === owner.uri ? owner.text : documents.get(uri)?.text;
}

async function readText({ runtime }: ServerContext, uri: string): Promise<LinedText | undefined> {
  const path = runtime.toPath(uri);
  const text = path === undefined ? undefined : await runtime.files.readText(path);
  return text === undefined || isFileProblem(text) ? undefined : createLinedText(text);
}

function toLocation(
  uri: string,
  { range, position }: FindingStep,
  text: LinedText | undefined,
  encoding: PositionEncoding,
): Location | undefined {
  if (position !== undefined && (text === undefined || encoding === "utf-16")) return { uri, range: position };
  if (text === undefined) return undefined;
  if (position === undefined) return { uri, range: toClientRange(text, range, encoding) };
  const offsets = { start: toOffset(text, position.start, "utf-16"), end: toOffset(text, position.end, "utf-16") };
  return { uri, range: toClientRange(text, offsets, encoding) };
}
