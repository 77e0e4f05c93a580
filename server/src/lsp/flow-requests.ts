/** The requests for the path of a finding, and for why there is none. */
import { stepsRequest, whyNotRequest, type StepsParams, type WhyNotParams } from "./custom-protocol.js";
import { describePath, findingWithPathAt, stepOwnerOf } from "./finding-path.js";
import { guardRequest } from "./guarded.js";
import { reviewDocument, type OpenDocument } from "./open-document.js";
import { toOffset } from "./position-encoding.js";
import type { ServerContext } from "./server-context.js";
import { describeExplanation } from "./why-not.js";

export function answerFlowRequests(context: ServerContext): void {
  const { connection } = context;
  connection.onRequest(
    stepsRequest,
    guardRequest(connection, "kingsnake/steps", null, async (params: StepsParams | null) => {
      const document = await openDocumentOf(context, params);
      const owner = document === undefined ? undefined : stepOwnerOf(document);
      if (document === undefined || owner === undefined) return null;
      const findings = reviewDocument(document)?.findings ?? [];
      const asked = findings.find(({ fingerprint }) => fingerprint === params?.fingerprint);
      if (asked !== undefined) return describePath(context, owner, asked, asked.steps.length - 1);
      const offset = offsetOf(context, document, params?.position);
      const found = offset === undefined ? undefined : findingWithPathAt(findings, owner.path, offset);
      return found === undefined ? null : describePath(context, owner, found.finding, found.current);
    }),
  );
  connection.onRequest(
    whyNotRequest,
    guardRequest(connection, "kingsnake/whyNot", null, async (params: WhyNotParams | null) => {
      const document = await openDocumentOf(context, params);
      const owner = document === undefined ? undefined : stepOwnerOf(document);
      if (document === undefined || owner === undefined) return null;
      reviewDocument(document);
      const offset = offsetOf(context, document, params?.position);
      const explanation = offset === undefined ? undefined : await context.sinks.explainSink(document, offset);
      // An answer about a text that is gone would point to wrong places.
      if (explanation === undefined || document.text !== owner.text) return null;
      return describeExplanation(context, owner, explanation);
    }),
  );
}

/** The Python document that is asked about, once its project is known. */
async function openDocumentOf(
  { documents }: ServerContext,
  params: { readonly textDocument?: unknown } | null,
): Promise<OpenDocument | undefined> {
  const uri = fieldOf(params?.textDocument, "uri");
  const document = typeof uri === "string" ? documents.get(uri) : undefined;
  if (document?.language !== "python") return undefined;
  await document.ready;
  return document;
}

function offsetOf({ features }: ServerContext, { text }: OpenDocument, position: unknown): number | undefined {
  const line = fieldOf(position, "line");
  const character = fieldOf(position, "character");
  if (typeof line !== "number" || typeof character !== "number") return undefined;
  return toOffset(text, { line, character }, features.encoding);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
