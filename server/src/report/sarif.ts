/** SARIF 2.1.0, as GitHub code scanning and other viewers read it. The same findings give the same text on every machine. */
import type { Fix, Log, Notification, ReportingDescriptor, Result } from "sarif";
import type { Confidence, Rule, Severity } from "../rules/rule.js";
import type { Report, ReportedFinding, ReportedFix, ReportedProblem } from "./report.js";
import { ruleHelpMarkdown, ruleHelpText } from "./rule-help.js";
import { toCodeFlow, toRelatedLocations } from "./sarif-flows.js";
import { sourceRoot, toArtifact, toLocation, toRegion } from "./sarif-places.js";

const schema = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json";
/** GitHub shows no more of a rule's description. */
const maximumDescription = 1024;

/** The whole report; ends in a line break. Paths in it are relative to the repository, or else absolute. */
export function formatSarif(report: Report): string {
  return `${JSON.stringify(toLog(report), null, 2)}\n`;
}

function toLog(report: Report): Log {
  const indices = new Map(report.rules.map((rule, index) => [rule.id, index]));
  return {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Kingsnake",
            version: report.version,
            semanticVersion: report.version,
            rules: report.rules.map(toDescriptor),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [sourceRoot]: { description: { text: "The folder of the repository or project." } } },
        invocations: [
          {
            executionSuccessful: report.problems.every(({ level }) => level !== "error"),
            toolExecutionNotifications: report.problems.map(toNotification),
          },
        ],
        results: report.findings.map((finding) => toResult(finding, indices.get(finding.ruleId))),
      },
    ],
  };
}

function toDescriptor(rule: Rule): ReportingDescriptor {
  const text = ruleHelpText(rule);
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: shorten(rule.why === "" ? rule.message : rule.why, maximumDescription) },
    help: text === "" ? { text: rule.message } : { text, markdown: ruleHelpMarkdown(rule) },
    ...(rule.references[0] !== undefined && isAddress(rule.references[0]) && { helpUri: rule.references[0] }),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      tags: ["security", rule.topic, ...rule.cwe.map(toCweTag)],
      precision: rule.confidence,
      "problem.severity": problemSeverities[rule.severity],
      "security-severity": securitySeverity(rule.severity, rule.confidence),
    },
  };
}

const levels = { error: "error", warning: "warning", info: "note" } as const satisfies Record<Severity, string>;
const problemSeverities = { error: "error", warning: "warning", info: "recommendation" } as const;

/** A score as CVSS has them; GitHub calls 7 and more high, 4 and more medium. */
function securitySeverity(severity: Severity, confidence: Confidence): string {
  const highest = { error: 8.5, warning: 6, info: 3 }[severity];
  const doubt = { high: 0, medium: 0.5, low: 1 }[confidence];
  return (highest - doubt).toFixed(1);
}

/** "CWE-89" as "external/cwe/cwe-089". */
function toCweTag(cwe: string): string {
  return `external/cwe/cwe-${cwe.replace(/\D/g, "").padStart(3, "0")}`;
}

function toResult(finding: ReportedFinding, ruleIndex: number | undefined): Result {
  return {
    ruleId: finding.ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [toLocation(finding.path, finding.span)],
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint, "kingsnake/v1": finding.fingerprint },
    ...(finding.steps.length > 0 && {
      relatedLocations: toRelatedLocations(finding.steps),
      codeFlows: [toCodeFlow(finding.steps)],
    }),
    ...(finding.fix && { fixes: [toFix(finding.path, finding.fix)] }),
    properties: { confidence: finding.confidence },
  };
}

function toFix(path: string, { title, edits }: ReportedFix): Fix {
  const replacements = edits.map(({ span, newText }) => ({
    deletedRegion: toRegion(span),
    insertedContent: { text: newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: toArtifact(path), replacements }] };
}

function toNotification({ level, path, place, message }: ReportedProblem): Notification {
  const region = place && { startLine: place.line, startColumn: place.column };
  return {
    level,
    message: { text: path === undefined ? message : `${path}: ${message}` },
    ...(path !== undefined && {
      locations: [{ physicalLocation: { artifactLocation: toArtifact(path), ...(region && { region }) } }],
    }),
  };
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
