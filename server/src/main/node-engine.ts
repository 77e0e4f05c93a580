/** Engines out of the files that the build puts beside the bundles. */
import type { RuleChoice } from "../cli/host.js";
import type { Assets } from "../host/node/assets.js";
import { createReviewEngine } from "../review/create-engine.js";
import type { ReviewEngine } from "../review/engine.js";
import { today } from "./today.js";

export function createNodeEngine(
  { binaries, ruleFiles, models }: Assets,
  { withBuiltIn, files }: RuleChoice,
): Promise<ReviewEngine> {
  return createReviewEngine(binaries, withBuiltIn ? [...ruleFiles, ...files] : files, { today: today(), models });
}
