/** What `kingsnake rules` says of rules: one line of each, or everything of one. */
import { harmless } from "../report/display-text.js";
import type { Painter } from "../report/painter.js";
import { defaultOptions } from "../rules/options.js";
import type { Rule } from "../rules/rule.js";

/** The rules by topic, a line each, and how many they are. */
export function formatRules(rules: readonly Rule[], painter: Painter): string {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  const topics = [...new Set(rules.map(({ topic }) => topic))].sort();
  const sections = topics.map((topic) => {
    const lines = rules
      .filter((rule) => rule.topic === topic)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((rule) => {
        const severity = painter.severity(rule.severity, rule.severity.padEnd(7));
        return `  ${severity}  ${rule.id.padEnd(width)}  ${harmless(rule.title)}`.trimEnd();
      });
    return `${painter.strong(harmless(topic))}\n${lines.join("\n")}\n\n`;
  });
  return `${sections.join("")}${rules.length} ${rules.length === 1 ? "rule" : "rules"}\n`;
}

/** Everything of one rule. */
export function formatRule(rule: Rule, painter: Painter): string {
  const facts = Object.entries(factsOf(rule)).filter(([, value]) => value !== "");
  const sections: readonly (readonly [string, string])[] = [
    ["Message", rule.message],
    ["Why", rule.why],
    ["What to do", rule.remediation],
    ["References", rule.references.join("\n")],
    [
      "To silence it",
      `on one statement: # kingsnake: ignore[${rule.id}] reason\nin a project: disable = ["${rule.id}"]`,
    ],
  ];
  return [
    `${painter.strong(rule.id)}${rule.title === rule.id ? "" : `: ${harmless(rule.title)}`}`,
    "",
    ...facts.map(([name, value]) => `  ${painter.faint(name.padEnd(12))}${harmless(value)}`),
    ...sections
      .filter(([, body]) => body.trim() !== "")
      .flatMap(([title, body]) => [
        "",
        painter.strong(title),
        ...body
          .trim()
          .split("\n")
          .map((line) => `  ${harmless(line)}`.trimEnd()),
      ]),
    "",
  ].join("\n");
}

/** One rule for other programs. */
export function ruleAsData(rule: Rule): object {
  const { query, fix, source, language, ...told } = rule;
  return {
    ...told,
    mode: query.mode,
    language,
    options: changedOptions(rule),
    ...(fix === undefined ? {} : { fix: { title: fix.title, safety: fix.safety } }),
    source,
  };
}

function factsOf(rule: Rule): Readonly<Record<string, string>> {
  return {
    severity: rule.severity,
    confidence: rule.confidence,
    weakness: rule.cwe.join(", "),
    topic: rule.topic,
    "looks at": `${rule.language}${rule.query.mode === "search" ? "" : `, mode ${rule.query.mode}`}`,
    "in tests": { off: "not reported", info: "reported as information", same: "" }[rule.inTests],
    "only in": rule.include.join(", "),
    "not in": rule.exclude.join(", "),
    options: Object.entries(changedOptions(rule))
      .map(([name, value]) => `${inWords(name)}: ${JSON.stringify(value)}`)
      .join(", "),
    fix: rule.fix === undefined ? "" : `${rule.fix.title} (${rule.fix.safety})`,
    kin: rule.kin.join(", "),
    from: rule.source,
  };
}

/** `symbolicPropagation` as "symbolic propagation". */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Those that the rule says otherwise than they are without a word. */
function changedOptions({ options }: Rule): Readonly<Record<string, unknown>> {
  const usual: Readonly<Record<string, unknown>> = { ...defaultOptions };
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name])),
  );
}
