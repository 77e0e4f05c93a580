/** Which YAML documents are rule files; all others are left alone. */
import { looksLikeRules } from "../../review/rule-tests/rules-under-test.js";
import { relativePath } from "../../review/paths.js";
import type { OpenDocument } from "../open-document.js";
import type { ServerRuntime } from "../runtime.js";

const answers = new WeakMap<OpenDocument, { readonly text: string; readonly answer: boolean }>();

/** Whether a document is a rule file, by the folders of rules that people name, by its own folder, or by its text. */
export function isRuleDocument(document: OpenDocument, runtime: ServerRuntime): boolean {
  if (document.language !== "yaml" || document.project?.enabled === false) return false;
  const { text } = document.text;
  const known = answers.get(document);
  if (known?.text === text && document.project !== undefined) return known.answer;
  const answer = looksLikeRules(text) || isMeantForRules(document, runtime);
  answers.set(document, { text, answer });
  return answer;
}

/** A file that is begun: it lies where rules lie and says nothing else yet. */
function isMeantForRules(document: OpenDocument, runtime: ServerRuntime): boolean {
  const { text } = document.text;
  const path = runtime.toPath(document.uri) ?? document.uri;
  const isNamed = (document.project?.rulePaths ?? []).some(
    (folder) => folder === path || relativePath(folder, path) !== undefined,
  );
  return (isNamed || /[\\/]rules[\\/]/.test(path)) && !otherTopLevelKey.test(text.slice(0, 100_000));
}

const otherTopLevelKey = /^(?!["']?(?:r|ru|rul|rule|rules|missed)["']?\s*(?::|$))[^\s#-]/m;
