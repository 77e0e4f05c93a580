/** The JSON schema of models against the files of rules/models, and against files that the reader refuses. */
import { Ajv } from "ajv";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { modelKeys } from "./model-keys.js";
import { createModelReference, createModelSchema } from "./model-schema.js";
import { readModels } from "./read-models.js";

const validate = new Ajv({ strict: false, allowUnionTypes: true }).compile(createModelSchema());
const folder = path.resolve(import.meta.dirname, "../../../rules/models");

/** Asserts that schema and reader agree on whether a file is sound. */
function check(text: string, works: boolean): void {
  expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(works);
  expect(readModels("models.yaml", text).problems.length === 0).toBe(works);
}

describe("schema and reader", () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith(".yaml")))("take %s", (name) => {
    check(readFileSync(path.join(folder, name), "utf8"), true);
  });

  it.each([
    "stops: [len]",
    "library: l\nstop: [len]",
    "library: l\nsources: [{kind: secret}]",
    "library: l\nsources: [{kind: secrets, description: d, reads: [a]}]",
    "library: l\nsinks: [{kind: sql, description: d, calls: [a], parts: [0], deep: 1}]",
    "library: l\nsanitizers: [{kinds: sql, guards: [{name: a, part: 0}]}]",
    "library: l\ntypes: [a]",
  ])("refuse %j", (text) => {
    check(text, false);
  });
});

it("the reference names every key", () => {
  const page = createModelReference();
  const names = Object.values(modelKeys).flatMap((keys) => keys.map(({ name }) => name));
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
