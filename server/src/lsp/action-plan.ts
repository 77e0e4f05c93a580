/** What code actions do, as data that a client can hand back, and the edits that come of it. */
import type { Command } from "vscode-languageserver";
import * as z from "zod/mini";
import type { TextEdit } from "../base/text-range.js";
import { combineFixes } from "../review/combine-fixes.js";
import type { FileReview, Finding } from "../review/finding.js";
import { ignoreFileEdit, ignoreStatementEdit } from "../review/ignore-edits.js";

const planSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("fix"), fingerprint: z.string() }),
  z.object({ action: z.literal("fix-rule"), ruleId: z.string() }),
  z.object({ action: z.literal("fix-all") }),
  z.object({ action: z.literal("ignore-statement"), fingerprint: z.string() }),
  z.object({ action: z.literal("ignore-file"), ruleId: z.string() }),
]);

const actionDataSchema = z.object({ uri: z.string(), plan: planSchema });

export type ActionPlan = z.infer<typeof planSchema>;

/** What travels with an action whose edit is asked for later. */
export type ActionData = z.infer<typeof actionDataSchema>;

/** An action before it is put into the client's words. */
export interface PlannedAction {
  readonly title: string;
  readonly kind: string;
  readonly findings: readonly Finding[];
  readonly isPreferred?: boolean;
  readonly plan?: ActionPlan;
  readonly command?: Command;
}

/** The data of an action that a client sent back, which may be anything. */
export function readActionData(data: unknown): ActionData | undefined {
  return actionDataSchema.safeParse(data).data;
}

/** The edits of a plan on the text that was reviewed; none if its finding is gone. */
export function editsOfPlan(plan: ActionPlan, text: string, review: FileReview): readonly TextEdit[] {
  switch (plan.action) {
    case "fix":
      return findingOf(review, plan.fingerprint)?.fix?.edits ?? [];
    case "fix-rule":
      return combineFixes(review.findings.filter(({ ruleId }) => ruleId === plan.ruleId));
    case "fix-all":
      return combineFixes(review.findings.filter(hasSafeFix));
    case "ignore-statement": {
      const finding = findingOf(review, plan.fingerprint);
      return finding === undefined ? [] : [ignoreStatementEdit(text, finding.range, finding.ruleId)];
    }
    case "ignore-file":
      return [ignoreFileEdit(text, plan.ruleId)];
  }
}

export function hasSafeFix(finding: Finding): boolean {
  return finding.fix?.safety === "safe";
}

function findingOf(review: FileReview, fingerprint: string): Finding | undefined {
  return review.findings.find((finding) => finding.fingerprint === fingerprint);
}
