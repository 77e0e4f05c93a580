/** OASIS's schema of SARIF 2.1.0, as the crate serde-sarif 0.8.0 ships it. */
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { readFileSync } from "node:fs";

const schema = JSON.parse(readFileSync(new URL("../cli/sarif-schema-2.1.0.json", import.meta.url), "utf8")) as object;

// One of its patterns is not valid with the u flag.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What the schema says against a text; nothing if it is valid. */
export function checkSarif(text: string): string[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
}
