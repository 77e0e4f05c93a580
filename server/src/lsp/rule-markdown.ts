/** What is said of a rule in words: its page, and the explanation that a hover shows. */
import type { Finding } from "../review/finding.js";
import type { Rule } from "../rules/rule.js";

/** Where the page of a rule is on the web; the one place that knows. */
export function rulePageAddress(ruleId: string): string {
  return `https://kingsnake.dev/rules/${encodeURIComponent(ruleId)}`;
}

/** The page of a rule. */
export function rulePage(rule: Rule): string {
  const parts = [
    `# ${escapeMarkdown(rule.title)}`,
    `\`${rule.id}\` · ${rule.topic} · ${rule.severity} · ${rule.confidence} confidence`,
    section("What it finds", rule.message),
    section("Why", rule.why),
    section("What to do", rule.remediation),
    rule.fix === undefined ? "" : section("Fix", fixText(rule)),
    section("Weakness", cweLinks(rule)),
    section("References", rule.references.map((reference) => `- ${escapeMarkdown(reference)}`).join("\n")),
    section("To silence it", howToSilence(rule.id)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

export interface ExplanationOptions {
  /** The way of the data as Markdown, or "". */
  readonly path: string;
  /** Leads to the rule's page. */
  readonly ruleLink: string;
  /** Whether the finding's message is part of it; not where the client shows that anyway. */
  readonly withMessage: boolean;
}

/** The explanation of one finding. */
export function findingMarkdown(finding: Finding, rule: Rule | undefined, options: ExplanationOptions): string {
  const title = rule?.title ?? finding.ruleId;
  const parts = [
    `**${escapeMarkdown(title)}** · ${finding.severity}, ${finding.confidence} confidence`,
    options.withMessage ? escapeMarkdown(finding.message) : "",
    options.path,
    rule === undefined ? "" : rule.why,
    labelled("What to do", rule?.remediation ?? ""),
    rule === undefined ? "" : cweLinks(rule),
    `[${finding.ruleId}](${options.ruleLink}) · silence with \`# kingsnake: ignore[${finding.ruleId}] reason\``,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The same without markup, for clients that show none. */
export function findingPlainText(finding: Finding, rule: Rule | undefined, path: string): string {
  const parts = [
    `${rule?.title ?? finding.ruleId} (${finding.severity}, ${finding.confidence} confidence)`,
    finding.message,
    path,
    rule?.why ?? "",
    rule === undefined || rule.remediation === "" ? "" : `What to do: ${rule.remediation}`,
    (rule?.cwe ?? []).join(", "),
    `Silence with: # kingsnake: ignore[${finding.ruleId}] reason`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function section(title: string, body: string): string {
  return body.trim() === "" ? "" : `## ${title}\n\n${body.trim()}`;
}

function labelled(label: string, body: string): string {
  return body.trim() === "" ? "" : `**${label}.** ${body.trim()}`;
}

function fixText(rule: Rule): string {
  const safety =
    rule.fix?.safety === "safe"
      ? "It is safe: a correct program does the same after it."
      : "It can change what the program does: look at it before you keep it.";
  return `${rule.fix?.title ?? ""}. ${safety}`;
}

function howToSilence(id: string): string {
  return [
    `On one statement: \`# kingsnake: ignore[${id}] reason\`.`,
    `In a whole file, at its top: \`# kingsnake: ignore-file[${id}] reason\`.`,
    `In a project, in kingsnake.toml: \`disable = ["${id}"]\`.`,
  ].join("\n\n");
}

function cweLinks(rule: Rule): string {
  return rule.cwe
    .map((name) => {
      const number = /^CWE-(\d+)/.exec(name)?.[1];
      return number === undefined ? name : `[${name}](https://cwe.mitre.org/data/definitions/${number}.html)`;
    })
    .join(", ");
}

/** Messages quote code, in which anything may stand; what stands between backticks is code already. */
export function escapeMarkdown(text: string): string {
  return text.replace(/(`[^`\n]*`)|[\\*_[\]<>#|~]/g, (match, code: string | undefined) => code ?? `\\${match}`);
}
