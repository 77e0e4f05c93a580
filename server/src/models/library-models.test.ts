/** The models of rules/models: all of them load, and what they say is consistent with each other and with the tables of kinds. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sinkKinds, sourceKinds } from "./kinds.js";
import { mergeModels, readModels } from "./read-models.js";

const folder = path.resolve(import.meta.dirname, "../../../rules/models");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, ...readModels(name, readFileSync(path.join(folder, name), "utf8")) }));
const models = mergeModels(files.map((file) => file.models));

it.each(files)("$name has no problems", ({ problems }) => {
  expect(problems.map(({ line, message }) => `${line + 1}: ${message}`)).toEqual([]);
});

it("every kind of source and sink has a model", () => {
  const missing = [
    ...sourceKinds.filter(({ name }) => !models.sources.some(({ kind }) => kind === name)),
    ...sinkKinds.filter(({ name }) => !models.sinks.some(({ kind }) => kind === name)),
  ];
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it.each(sourceKinds.concat(sinkKinds as typeof sourceKinds))("$name is described in a sentence", ({ description }) => {
  expect(description).toMatch(/^[A-Z].*\.$/);
});

describe("every entry", () => {
  it("of sources brings data somehow, and says what in words that a sentence can begin or end with", () => {
    for (const source of models.sources) {
      const ways = [source.reads, source.calls, source.parameters, source.registrations, source.named, source.caught];
      expect(
        ways.some((way) => way !== undefined && way.length > 0),
        source.description,
      ).toBe(true);
      expect(source.description).toMatch(/^[a-z][^.]*$/);
    }
  });

  it("of sinks says which parts of calls it is about", () => {
    for (const sink of models.sinks) {
      expect(sink.calls.length + sink.writes.length + sink.returns.length, sink.description).toBeGreaterThan(0);
      expect(sink.parts.length > 0, JSON.stringify(sink.calls)).toBe(sink.calls.length > 0);
      expect(sink.description).toMatch(/^([a-z]|an? [A-Z]|[A-Z][A-Za-z]+\b)[^.]*$/);
    }
  });

  it("of sanitizers does something", () => {
    for (const { calls, reads = [], checks, guards, kinds } of models.sanitizers) {
      expect(calls.length + reads.length + checks.length + guards.length, JSON.stringify(kinds)).toBeGreaterThan(0);
    }
  });

  it("of parameters says which functions are meant", () => {
    const parameters = [
      ...models.sources.flatMap((source) => source.parameters),
      ...models.sinks.flatMap((sink) => sink.returns),
    ];
    for (const one of parameters) {
      const said = one.decorators.length + one.classes.length + one.functions.length;
      expect(said, JSON.stringify(one)).toBeGreaterThan(0);
    }
  });
});

describe("names", () => {
  /** What is an alias leads to the name that models use. */
  function canonical(name: string): string {
    const parts = name.split(".");
    for (let length = parts.length; length > 0; length--) {
      const meant = models.aliases[parts.slice(0, length).join(".")];
      if (meant !== undefined) return [meant, ...parts.slice(length)].join(".");
    }
    return name;
  }

  it("that are aliases are not used by models, which would never be found", () => {
    const used = [
      ...models.sources.flatMap(({ reads, calls }) => [...reads, ...calls.map(({ name }) => name)]),
      ...models.sinks.flatMap(({ calls, writes }) => [...calls, ...writes]),
      ...models.sanitizers.flatMap(({ calls, checks, guards }) => [
        ...calls,
        ...checks.map(({ name }) => name),
        ...guards.map(({ name }) => name),
      ]),
      ...models.propagators.flatMap(({ calls }) => calls),
      ...models.stops,
      ...models.types.flatMap(({ name, type }) => [name.replace(/\(\)|\[\*\]/g, ""), type]),
      ...Object.keys(models.classes),
      ...Object.values(models.classes).flat(),
      ...Object.values(models.aliases),
    ];
    expect(used.filter((name) => canonical(name) !== name)).toEqual([]);
  });

  it("of classes have bases that do not go round in a circle", () => {
    for (const start of Object.keys(models.classes)) {
      const seen = new Set<string>();
      let level = models.classes[start] ?? [];
      while (level.length > 0) {
        expect(level, start).not.toContain(start);
        level = level.filter((name) => !seen.has(name)).flatMap((name) => (seen.add(name), models.classes[name] ?? []));
      }
    }
  });

  it("are not said twice, save where the parts or conditions differ", () => {
    for (const { kind, calls } of models.sinks) {
      expect(
        calls.filter((name, index) => calls.indexOf(name) !== index),
        kind,
      ).toEqual([]);
    }
  });
});

it("are small enough to be read at every start", () => {
  expect(JSON.stringify(models).length).toBeLessThan(400_000);
});
