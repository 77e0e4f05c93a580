/** Comments that silence findings: our own, and those of tools that people come from. */
import type { Rule } from "../rules/rule.js";
import type { Suppression } from "./finding.js";

/** Rule ids or codes that a comment names; `all` if it names none. */
interface Silence {
  readonly scope: "all" | "ids" | "kin";
  readonly names: readonly string[];
  readonly reason: string;
}

const own = /#\s*kingsnake:\s*ignore(?:\[([^\]]*)\])?[ \t:,-]*(.*)$/i;
const ownFile = /#\s*kingsnake:\s*ignore-file(?:\[([^\]]*)\])?[ \t:,-]*(.*)$/i;
const nosemgrep = /#\s*(?:nosemgrep|nosem)\b(?::\s*([\w.,\s-]+))?/i;
const nosec = /#\s*nosec\b(?:[:\s]*((?:B\d+[,\s]*)*))/;
const noqa = /#\s*noqa:\s*((?:[A-Z]+\d+[,\s]*)+)/i;

function split(names: string | undefined): string[] {
  return (names ?? "").split(/[,\s]+/).filter((name) => name !== "");
}

/** What one comment says about the statement that it stands on. */
function readSilences(comment: string): Silence[] {
  const silences: Silence[] = [];
  const mine = ownFile.test(comment) ? null : own.exec(comment);
  if (mine !== null)
    silences.push({
      scope: mine[1] === undefined ? "all" : "ids",
      names: split(mine[1]),
      reason: (mine[2] ?? "").trim(),
    });
  const semgrep = nosemgrep.exec(comment);
  if (semgrep !== null) {
    const names = split(semgrep[1]).map((name) => name.slice(name.lastIndexOf(".") + 1));
    silences.push({ scope: names.length === 0 ? "all" : "ids", names, reason: "nosemgrep" });
  }
  const bandit = nosec.exec(comment);
  if (bandit !== null) silences.push({ scope: "kin", names: split(bandit[1]), reason: "nosec" });
  const flake = noqa.exec(comment);
  if (flake !== null)
    silences.push({ scope: "kin", names: split(flake[1]).map((name) => name.toUpperCase()), reason: "noqa" });
  return silences;
}

function silencesRule(silence: Silence, rule: Rule): boolean {
  switch (silence.scope) {
    case "all":
      return true;
    case "ids":
      return silence.names.includes(rule.id);
    case "kin":
      // A bare `nosec` speaks of what Bandit would say, so of the rules that have a kin there.
      if (silence.names.length === 0) return rule.kin.some((code) => /^B[1-7]\d\d$/.test(code));
      return silence.names.some((name) => rule.kin.includes(name));
  }
}

/** The comment among `comments` (texts with their ranges) that silences `rule`, if any. */
export function findSuppression(
  rule: Rule,
  comments: readonly { readonly text: string; readonly start: number; readonly end: number }[],
): Suppression | undefined {
  for (const { text, start, end } of comments) {
    for (const silence of readSilences(text)) {
      if (silencesRule(silence, rule)) return { range: { start, end }, reason: silence.reason };
    }
  }
  return undefined;
}

/** The comment among those at the head of a file that silences `rule` in all of it, if any. */
export function findFileSuppression(
  rule: Rule,
  comments: readonly { readonly text: string; readonly start: number; readonly end: number }[],
): Suppression | undefined {
  for (const { text, start, end } of comments) {
    const found = ownFile.exec(text);
    if (found === null) continue;
    const names = split(found[1]);
    if (found[1] === undefined || names.includes(rule.id))
      return { range: { start, end }, reason: (found[2] ?? "").trim() };
  }
  return undefined;
}
