/** Puts the engine together: parser, rules, documents. */
import { compileRules, type CompileProblem } from "../analyses/search/compile-rules.js";
import { warnOfRegexes } from "../analyses/search/warn-of-regexes.js";
import { createLineIndex, positionOfOffset } from "../base/line-index.js";
import type { Models } from "../models/model.js";
import { mergeModels } from "../models/read-models.js";
import { loadRules } from "../rules/load-rules.js";
import type { Rule, RuleProblem } from "../rules/rule.js";
import { freeWarmTree, type WasmBinaries } from "../syntax/python-parser.js";
import type { ProjectOptions, ProjectReview, ReviewEngine, RuleFile } from "./engine.js";
import { analyseFile, analysePlainText, conditionContext, type AnalysisContext } from "./file-analysis.js";
import { flowsInOneFile } from "./project/flows-in-one-file.js";
import { atLeast, flowRulesOf, withPatterns } from "./project/flow-rules.js";
import { createBodyMarker } from "./project/mark-bodies.js";
import type { FlowContext } from "./project/project-state.js";
import { createProjectFlows, type ProjectFlows } from "./project/project-flows.js";
import { openProjectReview } from "./project/project-review.js";
import { openReviewDocument } from "./review-document.js";
import { explainUnits } from "./explain-units.js";
import { createPathPolicies } from "./path-policies.js";
import { placeFindings } from "./place-findings.js";
import { sharedParser } from "./shared-parser.js";
import { contextOfRules } from "./shown-rules.js";

export type { WasmBinaries } from "../syntax/python-parser.js";

/** What an engine is told besides its rules. */
export interface EngineSettings {
  /** Midnight in UTC, in seconds since 1970, for rules that compare dates. */
  readonly today?: number;
  /** What libraries do, or who tells it when it is first asked. Without it, rules with `from:` find nothing. */
  readonly models?: Models | (() => Models);
}

/** Starts an engine with these rules. Broken rules become problems; the engine works with the others. */
export async function createReviewEngine(
  binaries: WasmBinaries,
  ruleFiles: readonly RuleFile[],
  { today, models = mergeModels([]) }: EngineSettings = {},
): Promise<ReviewEngine> {
  const python = await sharedParser(binaries);
  const loaded = ruleFiles.map((file) =>
    "patterns" in file ? file.loaded : (file.loaded ?? loadRules(file.path, file.text)),
  );
  const rules = lastOfEachId(loaded.flatMap((file) => file.rules));
  const known = new Map(ruleFiles.flatMap((file) => ("patterns" in file ? Object.entries(file.patterns) : [])));
  const regexes = new Map(ruleFiles.flatMap((file) => ("patterns" in file ? Object.entries(file.regexes ?? {}) : [])));
  const compiled = compileRules(python, rules, known, regexes);
  const context = contextOfRules({ python, today }, compiled.rules);
  // Those that the package ships are judged before it does.
  const texts = new Map(ruleFiles.flatMap((file) => ("text" in file ? [[file.path, file.text]] : [])));
  const policies = createPathPolicies();
  const byId = new Map(compiled.rules.map(({ rule }) => [rule.id, rule]));
  const flowContext = flowContextOf(context, models, byId);
  const openProject = ({ testFiles = [], minimumFlowConfidence }: ProjectOptions = {}): ProjectReview =>
    openProjectReview(context, policies, atLeast(flowContext, minimumFlowConfidence), testFiles);
  /** For texts that are reviewed by themselves; empty in between. */
  let alone: ProjectFlows | undefined;
  let problems: readonly RuleProblem[] | undefined;
  return {
    rules: compiled.rules.map(({ rule }) => rule),
    followsFlows: flowContext.rules.length > 0,
    get ruleProblems() {
      return (problems ??= [
        ...loaded.flatMap((file) => file.problems),
        ...[...compiled.problems, ...warnOfRegexes(compiled.regexes.filter(({ rule }) => texts.has(rule.source)))].map(
          (problem) => toRuleProblem(problem, texts),
        ),
      ]);
    },
    reviewText: (path, text, options) => {
      const analysis = analyseFile(context, text, "once");
      const flows =
        flowContext.rules.length === 0
          ? undefined
          : flowsInOneFile((alone ??= createProjectFlows(flowContext)), path, text, analysis);
      const review = placeFindings({ path, text, analysis, ...(flows && { flows }) }, options, policies);
      freeWarmTree(analysis.units.warm);
      return review;
    },
    reviewPlainText: (path, text, options) =>
      placeFindings({ path, text, analysis: analysePlainText(context, text) }, options, policies),
    explainText: (text) => explainUnits(analyseFile(context, text, "once")),
    openDocument: (path, text) =>
      flowContext.rules.length === 0
        ? openReviewDocument(context, policies, path, text)
        : openProject().openDocument(path, text),
    openProject,
  };
}

function flowContextOf(
  context: AnalysisContext,
  models: Models | (() => Models),
  byId: ReadonlyMap<string, Rule>,
): FlowContext {
  const rules = [...byId.values()];
  let known: Models | undefined;
  return {
    python: context.python,
    get models() {
      return (known ??= withPatterns(typeof models === "function" ? models() : models, rules));
    },
    rules: flowRulesOf(rules),
    ruleOf: (id) => byId.get(id),
    marker: createBodyMarker(context.rules, conditionContext(context)),
  };
}

/** Of rules with one id in several files, the last one counts: people's own rules replace built-in ones. */
function lastOfEachId(rules: readonly Rule[]): Rule[] {
  const byId = new Map<string, Rule>();
  for (const rule of rules) byId.set(rule.id, rule);
  return [...byId.values()];
}

/** Finds the place of a broken pattern in its rule file. */
function toRuleProblem(problem: CompileProblem, texts: ReadonlyMap<string, string>): RuleProblem {
  const path = problem.rule.source;
  const text = texts.get(path) ?? "";
  const { start, end } = problem.source.range;
  // In a block scalar the pattern's lines are indented; the line of the pattern that is wrong is found by its text.
  const line = problem.source.text.slice(0, problem.offset).split("\n").length - 1;
  const wanted = problem.source.text.split("\n")[line]?.trim() ?? "";
  const found = wanted === "" ? -1 : text.indexOf(wanted, start);
  const at = found >= 0 && found < end ? found : start;
  const position = positionOfOffset(createLineIndex(text), at);
  return {
    path,
    range: { start: at, end },
    line: position.line,
    character: position.character,
    message: problem.message,
    severity: problem.severity,
    ruleId: problem.rule.id,
  };
}
