/** Which rule files there are to test, and which files are their examples: Semgrep's convention. */
import { dirname, relative, resolve } from "node:path";
import { isFileProblem, type FileProblem } from "../review/ports.js";
import { isExampleName, isExampleOf, isFixedFormOf, isRuleFileName } from "../review/rule-tests/pair-examples.js";
import { looksLikeRules } from "../review/rule-tests/rules-under-test.js";
import type { CommandLineHost } from "./host.js";
import { withSlashes } from "./scan-targets.js";

/** Paths are absolute. */
export interface RuleTest {
  readonly path: string;
  readonly text: string;
  readonly examples: readonly { readonly path: string; readonly fixedPath: string | undefined }[];
}

export interface FoundRuleTests {
  readonly tests: readonly RuleTest[];
  readonly problems: readonly FileProblem[];
}

/** The tests of `path`, a rule file, an example, or a folder with both; `rules` is where the rules are, if elsewhere. */
export function findRuleTests(path: string, rules: string | undefined, host: CommandLineHost): FoundRuleTests {
  const target = resolve(host.workingDirectory, path);
  const kind = host.files.kindOf(target);
  if (typeof kind === "object") return { tests: [], problems: [kind] };
  const ruleRoot = rules === undefined ? target : resolve(host.workingDirectory, rules);
  const ruleFiles = readRules(ruleRoot, rules !== undefined, host);
  if (isFileProblem(ruleFiles)) return { tests: [], problems: [ruleFiles] };
  const isExample = kind === "file" && !isRuleFileName(target);
  const folder = kind === "file" ? dirname(target) : target;
  const listed = host.files.listFiles(folder);
  if (isFileProblem(listed)) return { tests: [], problems: [listed] };
  const inFolder = (file: string): string => withSlashes(relative(folder, file));
  // One rule file and one example belong together, whatever their names are.
  const isPairGiven = isExample && rules !== undefined && host.files.kindOf(ruleRoot) === "file";
  const ruleFolder = host.files.kindOf(ruleRoot) === "folder" ? ruleRoot : dirname(ruleRoot);
  const tests = ruleFiles.map((file): RuleTest => {
    const name = withSlashes(relative(ruleFolder, file.path));
    const examples = listed
      .filter((other) => (isExample ? other === target : isExampleName(inFolder(other))))
      .filter((other) => isPairGiven || isExampleOf(inFolder(other), name));
    return {
      ...file,
      examples: examples.map((example) => ({
        path: example,
        fixedPath: listed.find((other) => isFixedFormOf(inFolder(other), inFolder(example))),
      })),
    };
  });
  // Who names one example wants to hear of nothing else.
  return { tests: isExample ? tests.filter(({ examples }) => examples.length > 0) : tests, problems: [] };
}

interface RuleText {
  readonly path: string;
  readonly text: string;
}

/** Rule files that are named, or those of a folder; of a folder that is no folder of rules, what looks like rules. */
function readRules(root: string, isNamed: boolean, host: CommandLineHost): readonly RuleText[] | FileProblem {
  const isFile = host.files.kindOf(root) === "file";
  const found = host.files.readRuleFiles(isFile && !isRuleFileName(root) && !isNamed ? dirname(root) : root);
  if (isFileProblem(found)) return found;
  return found.flatMap((file) =>
    "text" in file && (isFile || (isRuleFileName(file.path) && looksLikeRules(file.text)))
      ? [{ path: file.path, text: file.text }]
      : [],
  );
}
