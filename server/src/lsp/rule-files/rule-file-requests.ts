/** What editors ask about rule files and examples beyond hover and completion: lenses, outline, the way to a rule. */
import { CodeLensRequest, DocumentSymbolRequest, type Location } from "vscode-languageserver";
import { rulePlacesRequest, type RulePlacesParams } from "../custom-protocol.js";
import { guardRequest } from "../guarded.js";
import { toOffset } from "../position-encoding.js";
import type { ServerContext } from "../server-context.js";
import { ruleDefinition } from "./rule-definition.js";
import type { RuleFiles } from "./rule-files.js";
import { ruleLenses } from "./rule-lenses.js";
import { rulePlaces, type RulePlaces } from "./rule-places.js";
import { ruleSymbols } from "./rule-symbols.js";

const ruleFileSelector = { documentSelector: [{ language: "yaml" }] };

/** Answers for the life of the session. */
export function answerRuleFileRequests(context: ServerContext, ruleFiles: RuleFiles): void {
  const { connection, documents, features } = context;
  connection.onCodeLens(
    guardRequest(connection, "codeLens", [], async ({ textDocument: { uri } }) => {
      const document = documents.get(uri);
      if (document?.language !== "yaml") return [];
      await document.ready;
      return ruleFiles.serves(document) ? ruleLenses(ruleFiles.sources, document) : [];
    }),
  );
  connection.onDocumentSymbol(
    guardRequest(connection, "documentSymbol", [], ({ textDocument: { uri } }) => {
      const document = documents.get(uri);
      return document !== undefined && ruleFiles.serves(document) ? ruleSymbols(context, document.text) : [];
    }),
  );
  connection.onDefinition(
    guardRequest(connection, "definition", null as Location | null, ({ textDocument: { uri }, position }) => {
      const document = documents.get(uri);
      if (document?.language !== "python") return null;
      const offset = toOffset(document.text, position, features.encoding);
      return ruleDefinition(context, ruleFiles.sources.neighbours, document, offset);
    }),
  );
  connection.onRequest(
    rulePlacesRequest,
    guardRequest(connection, "kingsnake/rulePlaces", null as RulePlaces | null, (params: RulePlacesParams | null) =>
      placesFor(context, ruleFiles, [params?.uri, params?.id, params?.kind]),
    ),
  );
}

/** Asks for questions about YAML only, where the client can be told; see also server-capabilities.ts. */
export function registerRuleFileRequests({ connection, features }: ServerContext): void {
  const failed = (): undefined => undefined;
  if (features.registersLenses) connection.client.register(CodeLensRequest.type, ruleFileSelector).catch(failed);
  if (features.registersSymbols) connection.client.register(DocumentSymbolRequest.type, ruleFileSelector).catch(failed);
}

/** The places behind a lens; `parameters` come from outside. */
export async function placesFor(
  context: ServerContext,
  { sources }: RuleFiles,
  [uri, id, kind]: readonly unknown[],
): Promise<RulePlaces | null> {
  const document = typeof uri === "string" ? context.documents.get(uri) : undefined;
  if (document === undefined || typeof id !== "string") return null;
  return rulePlaces(sources, document, id, kind === "example" ? "example" : "matches");
}

/** For clients without a command of their own: goes to the first place, and answers with all. */
export async function showPlaces(
  context: ServerContext,
  ruleFiles: RuleFiles,
  parameters: readonly unknown[],
): Promise<readonly Location[] | null> {
  const found = await placesFor(context, ruleFiles, parameters);
  const first = found?.places[0];
  if (first !== undefined && context.features.showsDocuments) {
    await context.connection.window.showDocument({ uri: first.uri, selection: first.range, takeFocus: true });
  }
  return found?.places ?? null;
}
