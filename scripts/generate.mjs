// npm run generate: writes what is made from the rules: docs/rules/, and the table of topics in README.md; and from the rule
// language: its JSON schema and docs/rule-language.md. With --check it writes nothing, and fails if something is not current.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { languageFiles } from "./generate-language.mjs";
import { importSource } from "./import-source.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pages = "docs/rules";
const notice = "<!-- Written by `npm run generate` from rules/; changes here are lost. -->";
const topicsStart = "<!-- topics: written by `npm run generate` -->";
const topicsEnd = "<!-- end of topics -->";

const severities = ["error", "warning", "info"];
const confidences = ["high", "medium", "low"];

async function main() {
  const topics = groupByTopic(await loadBuiltInRules());
  const wanted = new Map([
    [`${pages}/README.md`, indexPage(topics)],
    ...topics.map((topic) => [`${pages}/${topic.id}.md`, topicPage(topic)]),
    ["README.md", withTopics(readCurrent("README.md"), topics)],
    ...(await languageFiles()),
  ]);
  const stale = [...wanted].filter(([path, text]) => readCurrent(path) !== text).map(([path]) => path);
  const superfluous = existingPages().filter((path) => !wanted.has(path));
  if (process.argv.includes("--check")) {
    for (const path of stale) console.error(`${path} is not current; run: npm run generate`);
    for (const path of superfluous) console.error(`${path} belongs to no topic; run: npm run generate`);
    process.exitCode = stale.length + superfluous.length > 0 ? 1 : 0;
    return;
  }
  for (const folder of [pages, "schemas"]) mkdirSync(join(root, folder), { recursive: true });
  for (const path of stale) writeFileSync(join(root, path), wanted.get(path));
  for (const path of superfluous) rmSync(join(root, path));
}

/** The text of a file of the repository; empty if there is none. */
function readCurrent(path) {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function existingPages() {
  const folder = join(root, pages);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => `${pages}/${name}`);
}

/** All rules of rules/; rules/models describes libraries and has none. */
async function loadBuiltInRules() {
  const { loadRules } = await importSource("server/src/rules/load-rules.ts");
  return readdirSync(join(root, "rules"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => relative(root, file).split(sep).join("/"))
    .filter((path) => !path.startsWith("rules/models/"))
    .flatMap((path) => loadRules(path, readCurrent(path)).rules);
}

/** Topics by name, each with its rules by id. */
function groupByTopic(rules) {
  const ids = [...new Set(rules.map(({ topic }) => topic))].sort();
  return ids.map((id) => ({
    id,
    title: titleOfTopic(id),
    rules: rules.filter(({ topic }) => topic === id).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }));
}

function titleOfTopic(id) {
  const words = id.replace(/-xml$/, " and XML").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function indexPage(topics) {
  const count = topics.reduce((sum, { rules }) => sum + rules.length, 0);
  const sections = topics.map(({ id, title, rules }) => {
    const rows = rules.map(
      (rule) =>
        `| [${rule.id}](${id}.md#${rule.id}) | ${escape(rule.title)} | ${rule.severity} | ${rule.fix === undefined ? "" : "yes"} |`,
    );
    return [`## [${title}](${id}.md)`, "", "| rule | finds | severity | fix |", "| --- | --- | --- | --- |", ...rows];
  });
  const introduction = `${count} rules in ${topics.length} topics. How to write your own: [writing-rules.md](../writing-rules.md).`;
  return page([notice, "", "# Rules", "", introduction, ...sections.flatMap((lines) => ["", ...lines])]);
}

function topicPage({ title, rules }) {
  const sections = rules.flatMap((rule) => ["", ...ruleSection(rule)]);
  return page([notice, "", `# ${title}`, "", "[All rules](README.md)", ...sections]);
}

function page(lines) {
  return `${lines.join("\n")}\n`;
}

/** The id is the heading, so that a link to `#id` leads here. */
function ruleSection(rule) {
  const facts = [rule.severity, `${rule.confidence} confidence`, ...rule.cwe.map(cweLink)];
  const paragraphs = [
    `## ${rule.id}`,
    `**${escape(rule.title)}** · ${facts.join(" · ")}`,
    withPlaceholders(escape(oneLine(rule.message))),
    ...flowNote(rule),
    `**Why.** ${escape(oneLine(rule.why))}`,
    `**What to do.** ${escape(oneLine(rule.remediation))}`,
    ...(rule.fix === undefined ? [] : [`**Fix.** ${escape(rule.fix.title)}${fixNote(rule.fix)}`]),
    ...(rule.inTests === "same" ? [] : [`**In tests.** ${testNotes[rule.inTests]}`]),
    `**Silence.** ${silenceNote(rule)}`,
    `[Rule](../../${rule.source}) · [example](../../${rule.source.replace(/\.yaml$/, ".py")})`,
  ];
  return paragraphs.flatMap((paragraph, index) => (index === 0 ? [paragraph] : ["", paragraph]));
}

/** What models say stands in the message's place for it. */
function withPlaceholders(text) {
  return text.replace(/\$SOURCE/g, "*Source*").replace(/\$SINK/g, "*sink*");
}

/** From where to where a rule follows data, by the kinds that models give them. */
function flowNote({ query }) {
  const from = query.mode === "taint" ? query.taint.from : undefined;
  if (from === undefined) return [];
  const kinds = (names) => names.map((name) => `\`${name}\``).join(", ");
  return [`**Follows** ${kinds(from.sources)} to ${kinds(from.sinks)} ([kinds](../models.md)).`];
}

const testNotes = { off: "Not reported.", info: "Reported as information." };

function fixNote({ safety }) {
  return safety === "safe" ? ". A correct program does the same after it." : ". May change what the program does.";
}

/** Bandit's codes; B0 and B9 are flake8-bugbear's. */
const banditCode = /^B[1-8]\d\d$/;

function silenceNote({ id, kin }) {
  const bandit = kin.filter((code) => banditCode.test(code));
  const flake = kin.filter((code) => !banditCode.test(code));
  const ways = [
    `# kingsnake: ignore[${id}] reason`,
    ...(flake.length === 0 ? [] : [`# noqa: ${flake.join(", ")}`]),
    ...(bandit.length === 0 ? [] : [`# nosec ${bandit.join(", ")}`]),
  ];
  return `${ways.map((way) => `\`${way}\``).join(" or ")}.`;
}

function cweLink(name) {
  return `[${name}](https://cwe.mitre.org/data/definitions/${name.replace(/\D/g, "")}.html)`;
}

function oneLine(text) {
  return text.trim().replace(/\s+/g, " ");
}

/** Texts of rules are plain, save that they may quote code in backticks. */
function escape(text) {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replace(/[\\*[\]<>|~]|(?<!\w)_|_(?!\w)/g, "\\$&")))
    .join("");
}

/** The README with its table of topics written anew. */
function withTopics(readme, topics) {
  const start = readme.indexOf(topicsStart);
  const end = readme.indexOf(topicsEnd);
  if (start < 0 || end < start) throw new Error(`README.md has no place for topics: ${topicsStart} ... ${topicsEnd}`);
  const rows = topics.map(({ id, title, rules }) => {
    const example = [...rules].sort(byWeight)[0];
    return `| [${title}](${pages}/${id}.md) | ${rules.length} | ${escape(example.title)} (\`${example.id}\`) |`;
  });
  const table = ["| topic | rules | for example |", "| --- | --- | --- |", ...rows].join("\n");
  return `${readme.slice(0, start)}${topicsStart}\n\n${table}\n\n${readme.slice(end)}`;
}

/** The gravest rule comes first, of those the most certain one. */
function byWeight(a, b) {
  const bySeverity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  const byConfidence = confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence);
  return bySeverity || byConfidence || (a.id < b.id ? -1 : 1);
}

await main();
