/** The usual keys of `metadata`. Any others may stand there, too. */
import {
  anything,
  choiceOf,
  describe,
  eitherOf,
  listOf,
  text,
  type KeyDescription,
  type ValueShape,
} from "./key-description.js";

const textOrTexts = eitherOf(text, listOf(text));

/** How sure, likely or grave something is. */
const levels = choiceOf({ HIGH: "Mostly so.", MEDIUM: "Often so.", LOW: "Sometimes so." }, true);

/** A key that other tools know, too, and that is used. */
function shared(name: string, value: ValueShape, documentation: string, example: string): KeyDescription {
  return describe(name, value, documentation, `${name}: ${example}`);
}

function ours(name: string, value: ValueShape, documentation: string, example: string): KeyDescription {
  return describe(name, value, documentation, `${name}: ${example}`, { origin: "kingsnake" });
}

/** A key that is usual, and that is kept for readers. */
function note(name: string, documentation: string, value: ValueShape = textOrTexts): KeyDescription {
  return describe(name, value, documentation, "", { standing: "ignored", reason: "It is a note for readers." });
}

export const metadataKeys: readonly KeyDescription[] = [
  ours("title", text, "A noun phrase of at most 60 characters that names the defect.", "Job started as root"),
  ours("topic", text, "The group that the rule is listed in; custom if left out.", "least-privilege"),
  shared("cwe", textOrTexts, "Numbers of the Common Weakness Enumeration.", "[CWE-250]"),
  shared("confidence", levels, "How often a finding is right; medium if left out.", "HIGH"),
  ours("why", text, "What can go wrong.", "Whatever goes wrong in the job goes wrong with all rights."),
  ours("remediation", text, "What to do.", "Leave run_as_root out."),
  shared("references", textOrTexts, "Where to read more.", "[https://cwe.mitre.org/]"),
  ours("kin", textOrTexts, "Codes of other linters whose ignore comments silence this rule, too.", "[B602, S602]"),
  ours(
    "in-tests",
    choiceOf({ off: "Not reported.", info: "Reported as information.", same: "As elsewhere." }),
    "What happens in test code; same if left out.",
    "off",
  ),
  ours(
    "supersedes",
    textOrTexts,
    "Rules whose findings at the same place are left out, because this one says more.",
    "[sql-built-statement]",
  ),
  ours("fix-title", text, "What the fix does.", "Use yaml.safe_load"),
  ours(
    "fix-safety",
    choiceOf({ safe: "A correct program does the same after it; --fix applies it.", unsafe: "It is offered only." }),
    "Whether the fix may be applied without a look; unsafe if left out.",
    "safe",
  ),
  note(
    "category",
    "The kind of rule: security, correctness, best-practice, performance, maintainability, portability.",
  ),
  note("subcategory", "Of security rules: vuln, audit, secure default."),
  note("technology", "The libraries that the rule is about."),
  note("likelihood", "How likely it is that a finding can be used by an attacker.", levels),
  note("impact", "How much harm it does then.", levels),
  note("owasp", "Entries of OWASP's lists."),
  note("asvs", "Entries of OWASP's verification standard.", anything),
  note("vulnerability_class", "The class of vulnerability in words."),
  note("bandit-code", "Bandit's code for the same."),
  note("source-rule-url", "The rule of another tool that this one follows."),
  note("author", "Who wrote the rule."),
  note("license", "How the rule may be used."),
  note("description", "What the rule finds, at length."),
  note("tags", "Words to find the rule by."),
  note("deprecated", "Whether another rule has taken its place.", anything),
  note("interfile", "Whether the rule is written for data that goes from file to file.", anything),
];
