/** What a rule has to say to somebody who meets one of its findings, for places that show help. */
import type { Rule } from "../rules/rule.js";

/** Plain paragraphs. */
export function ruleHelpText(rule: Rule): string {
  return paragraphs(rule.why, rule.remediation, rule.references.join("\n"));
}

export function ruleHelpMarkdown(rule: Rule): string {
  const section = (title: string, text: string): string => (text === "" ? "" : `### ${title}\n\n${text}`);
  const links = [
    ...rule.cwe.map((cwe) => `- [${cwe}](${cweAddress(cwe)})`),
    ...rule.references.map((link) => `- <${link}>`),
  ];
  return paragraphs(
    section("Why", rule.why.trim()),
    section("What to do", rule.remediation.trim()),
    section("References", links.join("\n")),
  );
}

/** The page of a weakness, as "CWE-78". */
function cweAddress(cwe: string): string {
  return `https://cwe.mitre.org/data/definitions/${cwe.replace(/\D/g, "")}.html`;
}

function paragraphs(...texts: readonly string[]): string {
  const present = texts.map((text) => text.trim()).filter((text) => text !== "");
  return present.join("\n\n");
}
