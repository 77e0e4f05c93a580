/** The requests for the list of rules and for the page of one. */
import { rulePageRequest, rulesRequest, type RuleSummary } from "./custom-protocol.js";
import { guardRequest } from "./guarded.js";
import { rulePage } from "./rule-markdown.js";
import type { Rule } from "../rules/rule.js";
import type { ServerContext } from "./server-context.js";

export function answerRuleRequests(context: ServerContext): void {
  const { connection } = context;
  const listRules = guardRequest(connection, "kingsnake/rules", [] as RuleSummary[], async () =>
    [...(await allRules(context)).values()].map(summarise),
  );
  connection.onRequest(rulesRequest, () => listRules(undefined));
  connection.onRequest(
    rulePageRequest,
    guardRequest(connection, "kingsnake/rulePage", null, async (params: { readonly id?: unknown } | null) => {
      const rules = await allRules(context);
      const rule = typeof params?.id === "string" ? rules.get(params.id) : undefined;
      return rule === undefined ? null : { markdown: rulePage(rule) };
    }),
  );
}

/** The rules of all projects that are known, and at least the built-in ones. */
async function allRules({ projects, documents }: ServerContext): Promise<Map<string, Rule>> {
  const folder = (await projects.folders())[0]?.uri ?? documents.all()[0]?.uri ?? "kingsnake:";
  const engines = [
    (await projects.ofUri(`${folder}/_`)).engine,
    ...(await projects.known()).map(({ engine }) => engine),
  ];
  return new Map(engines.flatMap((engine) => engine.rules.map((rule) => [rule.id, rule])));
}

function summarise(rule: Rule): RuleSummary {
  const { id, title, topic, severity, confidence, cwe } = rule;
  return { id, title, topic, severity, confidence, cwe, hasFix: rule.fix !== undefined };
}
