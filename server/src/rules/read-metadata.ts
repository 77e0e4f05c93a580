/** Metadata of a rule that counts here, with what holds where a rule leaves it out. Everything else in it is people's own. */
import { mapAt, textAt, textsAt } from "../base/yaml/fields.js";
import type { Confidence, Rule, RuleFix, TestPolicy } from "./rule.js";
import type { YamlMap } from "../base/yaml/yaml-values.js";

type Metadata = Pick<
  Rule,
  "title" | "topic" | "confidence" | "cwe" | "why" | "remediation" | "kin" | "inTests" | "references" | "supersedes"
>;

/** What the metadata of a rule's map says; `id` stands for a missing title. */
export function readMetadata(rule: YamlMap, id: string): Metadata {
  const metadata = mapAt(rule, "metadata");
  const text = (key: string, fallback: string): string => textsAt(metadata, key)[0]?.trim() ?? fallback;
  const supersedes = textsAt(metadata, "supersedes");
  return {
    title: text("title", id),
    topic: text("topic", "custom"),
    confidence: confidenceOf(text("confidence", "medium")),
    cwe: textsAt(metadata, "cwe").flatMap((entry) => /CWE-\d+/.exec(entry)?.[0] ?? []),
    why: text("why", ""),
    remediation: text("remediation", ""),
    kin: textsAt(metadata, "kin"),
    inTests: testPolicyOf(text("in-tests", "same")),
    references: textsAt(metadata, "references"),
    ...(supersedes.length > 0 && { supersedes }),
  };
}

function confidenceOf(text: string): Confidence {
  const lower = text.toLowerCase();
  return lower === "high" || lower === "low" ? lower : "medium";
}

function testPolicyOf(text: string): TestPolicy {
  return text === "off" || text === "false" ? "off" : text === "info" ? "info" : "same";
}

/** What a fix is called and how safe it is, which metadata says. */
export function readFixTraits(rule: YamlMap): Pick<RuleFix, "title" | "safety"> {
  const metadata = mapAt(rule, "metadata");
  return {
    title: textAt(metadata, "fix-title") ?? "Apply the fix of the rule",
    safety: textAt(metadata, "fix-safety") === "safe" ? "safe" : "unsafe",
  };
}
