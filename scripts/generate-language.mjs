// What is made from the tables of the rule language and of models: JSON schemas, the page that lists the keys of rules, and the tables in
// docs/models.md. generate.mjs writes them, or checks that they are current.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { importSource } from "./import-source.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modelTables = "<!-- keys: written by `npm run generate`; changes below are lost -->";
const folder = "server/src/rules/language";
const notice = `<!-- Written by \`npm run generate\` from ${folder}/; changes here are lost. -->`;

/** The files by their paths. */
export async function languageFiles() {
  const { createRuleSchema } = await importSource(`${folder}/json-schema.ts`);
  const { createReference } = await importSource(`${folder}/reference.ts`);
  const { createModelSchema, createModelReference } = await importSource("server/src/models/model-schema.ts");
  return [
    ["schemas/kingsnake-models.schema.json", `${JSON.stringify(createModelSchema(), null, 2)}\n`],
    ["docs/models.md", withTables(createModelReference())],
    ["schemas/kingsnake-rules.schema.json", `${JSON.stringify(createRuleSchema(), null, 2)}\n`],
    ["docs/rule-language.md", createReference(notice)],
  ];
}

/** docs/models.md with its tables written anew, at its end. */
function withTables(tables) {
  const page = readFileSync(join(root, "docs/models.md"), "utf8");
  const start = page.indexOf(modelTables);
  if (start < 0) throw new Error(`docs/models.md has no place for tables: ${modelTables}`);
  return `${page.slice(0, start)}${modelTables}\n\n${tables}\n`;
}
