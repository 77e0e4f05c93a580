// What is made from the table of the rule language: the JSON schema, and the page that lists its keys. generate.mjs writes
// them, or checks that they are current.
import { importSource } from "./import-source.mjs";

const folder = "server/src/rules/language";
const notice = `<!-- Written by \`npm run generate\` from ${folder}/; changes here are lost. -->`;

/** The files by their paths. */
export async function languageFiles() {
  const { createRuleSchema } = await importSource(`${folder}/json-schema.ts`);
  const { createReference } = await importSource(`${folder}/reference.ts`);
  return [
    ["schemas/kingsnake-rules.schema.json", `${JSON.stringify(createRuleSchema(), null, 2)}\n`],
    ["docs/rule-language.md", createReference(notice)],
  ];
}
