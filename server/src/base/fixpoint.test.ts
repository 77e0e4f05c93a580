/** The solver of equations: the same result as a naive one, whatever the order of edits and work, and no more work than needed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFixpoint } from "./fixpoint.js";
import type { Fixpoint, FixpointReader, StoredFixpoint } from "./fixpoint-types.js";

/** An equation over sets of eight elements, as bits: what it has itself, what it takes from others, what it gives to collectors. */
interface Equation {
  readonly own: number;
  /** Taken from another, without the bits of `without`; only if the entry `if` has the bits of `has`. */
  readonly takes: readonly { from: number; without: number; if: number; has: number }[];
  readonly gives: readonly { collector: number; without: number }[];
  readonly collects: readonly number[];
}

type System = Equation[];
const collectors = 3;

function naive(system: System): { readonly values: number[]; readonly collected: number[] } {
  const values = system.map(() => 0);
  const collected = Array.from({ length: collectors }, () => 0);
  for (let changed = true; changed;) {
    changed = false;
    const update = (target: number[], index: number, value: number): void => {
      if ((target[index]! | value) !== target[index]) changed = true;
      target[index]! |= value;
    };
    system.forEach((equation, index) => {
      let value = equation.own;
      for (const take of equation.takes) {
        if ((values[take.if]! & take.has) === take.has) value |= values[take.from]! & ~take.without;
      }
      for (const collector of equation.collects) value |= collected[collector]!;
      update(values, index, value);
      for (const { collector, without } of equation.gives) update(collected, collector, values[index]! & ~without);
    });
  }
  return { values, collected };
}

interface Run {
  system: System;
  /** Entries that are to wait when they are computed the next time. */
  readonly missing: Set<number>;
  readonly computed: string[];
}

function compute(run: Run, key: string, reader: FixpointReader<number>): number | undefined {
  run.computed.push(key);
  if (key.startsWith("collector ")) {
    return reader.contributions().reduce((all, [, data]) => all | data, 0) || undefined;
  }
  const index = Number(key);
  if (run.missing.delete(index)) reader.wait(`entry ${index}`);
  const equation = reader.input(`equation ${index}`) as Equation;
  let value = equation.own;
  for (const take of equation.takes) {
    const test = take.has === 0 ? 0 : (reader.entry(String(take.if)) ?? 0);
    if ((test & take.has) === take.has) value |= (reader.entry(String(take.from)) ?? 0) & ~take.without;
  }
  for (const collector of equation.collects) value |= reader.entry(`collector ${collector}`) ?? 0;
  const gifts = new Map<number, number>();
  for (const { collector, without } of equation.gives) {
    gifts.set(collector, (gifts.get(collector) ?? 0) | (value & ~without));
  }
  for (const [collector, data] of gifts) if (data !== 0) reader.contribute(`collector ${collector}`, data);
  return value === 0 ? undefined : value;
}

function create(run: Run, roots: readonly number[]): Fixpoint<number, string> {
  const fixpoint = createFixpoint<number, string>({
    compute: (key, reader) => {
      const value = compute(run, key, reader);
      return { value, detail: `detail of ${value}`, steps: 1 };
    },
    input: (key) => run.system[Number(key.slice("equation ".length))],
    grows: (before, after) => (before | after) === after,
    isLeaf: (key) => key.startsWith("collector "),
  });
  roots.forEach((root) => {
    fixpoint.addRoot(String(root));
  });
  return fixpoint;
}

function finish(fixpoint: Fixpoint<number, string>, steps: number): void {
  for (let turns = 0; turns < 100_000; turns++) if (fixpoint.advance(steps) === "done") return;
  throw new Error("It never ends.");
}

const size = 12;
const anyIndex = fc.integer({ min: 0, max: size - 1 });
const anyBits = fc.integer({ min: 0, max: 255 });
/** Few bits, so that much is empty and supports matter. */
const fewBits = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2, 4, 8, 16) },
);
const anyCollector = fc.integer({ min: 0, max: collectors - 1 });
const anyEquation: fc.Arbitrary<Equation> = fc.record({
  own: fewBits,
  takes: fc.array(fc.record({ from: anyIndex, without: fewBits, if: anyIndex, has: fewBits }), { maxLength: 3 }),
  gives: fc.array(fc.record({ collector: anyCollector, without: anyBits }), { maxLength: 1 }),
  collects: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(anyCollector, { maxLength: 2 }) },
  ),
});
const anySystem = fc.array(anyEquation, { minLength: size, maxLength: size });
const anyEdits = fc.array(
  fc.record({
    index: anyIndex,
    equation: anyEquation,
    steps: fc.constantFrom(0, 1, 3, 1000),
    missing: fc.oneof(fc.constant(undefined), anyIndex),
  }),
  { maxLength: 12 },
);

describe("a fixpoint", () => {
  it("is the least one after any edits, with any breaks in the work, for all entries if all are roots", () => {
    fc.assert(
      fc.property(anySystem, anyEdits, fc.boolean(), (drawn, drawnEdits, allRoots) => {
        // What nobody needs may still contribute; who has something of its own to contribute is to be a root.
        const kept = (equation: Equation): Equation => (allRoots ? equation : { ...equation, gives: [] });
        const system = drawn.map(kept);
        const edits = drawnEdits.map((edit) => ({ ...edit, equation: kept(edit.equation) }));
        const run: Run = { system: [...system], missing: new Set(), computed: [] };
        const roots = allRoots ? system.map((_, index) => index) : [0, 1];
        const fixpoint = create(run, roots);
        for (const { index, equation, steps, missing } of edits) {
          if (missing !== undefined) run.missing.add(missing);
          if (steps > 0) fixpoint.advance(steps);
          run.system[index] = equation;
          fixpoint.checkInputs([`equation ${index}`]);
        }
        finish(fixpoint, 7);
        const fresh = create({ ...run, computed: [], missing: new Set() }, roots);
        finish(fresh, 1000);
        roots.forEach((root) => {
          expect(fixpoint.value(String(root))).toBe(fresh.value(String(root)));
          expect(fixpoint.detail(String(root))).toBe(fresh.detail(String(root)));
        });
        if (allRoots) {
          const { values } = naive(run.system);
          expect(roots.map((root) => fixpoint.value(String(root)) ?? 0)).toEqual(values);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("goes on from what was stored as if it had never ended", () => {
    fc.assert(
      fc.property(anySystem, anyEdits, (system, edits) => {
        const run: Run = { system: [...system], missing: new Set(), computed: [] };
        const roots = system.map((_, index) => index);
        const first = create(run, roots);
        finish(first, 1000);
        const stored = JSON.parse(JSON.stringify(first.store())) as StoredFixpoint;
        const second = createFixpoint<number, string>({
          compute: (key, reader) => {
            const value = compute(run, key, reader);
            return { value, detail: `detail of ${value}`, steps: 1 };
          },
          input: (key) => run.system[Number(key.slice("equation ".length))],
          grows: (before, after) => (before | after) === after,
        });
        second.restore(stored);
        roots.forEach((root) => {
          second.addRoot(String(root));
        });
        run.computed.length = 0;
        second.checkInputs([...second.inputs()]);
        finish(second, 1000);
        expect(run.computed).toEqual([]);
        edits.forEach(({ index, equation }) => (run.system[index] = equation));
        second.checkInputs([...second.inputs()]);
        finish(second, 1000);
        expect(roots.map((root) => second.value(String(root)) ?? 0)).toEqual(naive(run.system).values);
      }),
      { numRuns: 500 },
    );
  });
});

/** Each entry's equation as "own bits, entries that it reads". */
function systemOf(equations: readonly (readonly [own: number, ...reads: number[]])[]): System {
  return equations.map(([own, ...reads]) => ({
    own,
    takes: reads.map((from) => ({ from, without: 0, if: 0, has: 0 })),
    gives: [],
    collects: [],
  }));
}

describe("the work after a change", () => {
  it.each<
    [name: string, before: [number, ...number[]][], after: [number, ...number[]][], computed: string[], value: number]
  >([
    ["nothing, if nothing changes", [[0, 1], [1]], [[0, 1], [1]], [], 1],
    ["only the entry, if its value stays", [[0, 1], [1, 2], [0]], [[0, 1], [1], [0]], ["1"], 1],
    ["readers, as far as values change", [[0, 1], [3, 2], [1]], [[0, 1], [3, 2], [2]], ["1", "2"], 3],
    ["all readers", [[0, 1], [0, 2], [1]], [[0, 1], [0, 2], [2]], ["0", "1", "2"], 2],
    [
      "a cycle does not support itself",
      [
        [0, 1],
        [0, 2],
        [1, 1],
      ],
      [
        [0, 1],
        [0, 2],
        [0, 1],
      ],
      ["0", "1", "2", "2"],
      0,
    ],
    [
      "who reads a cycle that comes to the same is left",
      [
        [0, 1],
        [1, 2],
        [0, 1],
      ],
      [
        [0, 1],
        [1, 2],
        [1, 1],
      ],
      ["1", "1", "2", "2"],
      1,
    ],
    [
      "a cycle that comes up does not support itself",
      [[0, 1], [0, 2], [1]],
      [
        [0, 1],
        [0, 2],
        [0, 1],
      ],
      ["0", "1", "2", "2"],
      0,
    ],
  ])("%s", (_, before, after, computed, value) => {
    const run: Run = { system: systemOf(before), missing: new Set(), computed: [] };
    const fixpoint = create(run, [0]);
    finish(fixpoint, 1000);
    run.computed.length = 0;
    run.system = systemOf(after);
    fixpoint.checkInputs(before.map((_equation, index) => `equation ${index}`));
    finish(fixpoint, 1000);
    expect(fixpoint.value("0") ?? 0).toBe(value);
    expect([...run.computed].sort()).toEqual(computed);
  });

  it("drops what nobody reads any more, cycles too when many went", () => {
    const ring = Array.from({ length: 400 }, (_, index): [number, ...number[]] => [1, 1 + ((index + 1) % 400)]);
    const run: Run = { system: systemOf([[0, 1], ...ring]), missing: new Set(), computed: [] };
    const fixpoint = create(run, [0]);
    finish(fixpoint, 1000);
    expect(fixpoint.size()).toBe(401);
    run.system = systemOf([[0], ...ring]);
    fixpoint.checkInputs(["equation 0"]);
    finish(fixpoint, 1000);
    expect(fixpoint.has("0")).toBe(true);
    const chain = Array.from({ length: 600 }, (_, index): [number, ...number[]] => [1, 2 + index]);
    run.system = systemOf([[0, 1], ...chain, [1]]);
    fixpoint.checkInputs(run.system.map((_, index) => `equation ${index}`));
    finish(fixpoint, 1000);
    run.system = systemOf([[2], ...chain, [1]]);
    fixpoint.checkInputs(["equation 0"]);
    finish(fixpoint, 1000);
    expect(fixpoint.size()).toBe(1);
  });
});

describe("large systems", () => {
  it.each<[name: string, equations: [number, ...number[]][], most: number]>([
    [
      "a chain",
      Array.from({ length: 10_000 }, (_, index) => [index === 9_999 ? 1 : 0, ...(index < 9_999 ? [index + 1] : [])]),
      20_000,
    ],
    ["a ring", Array.from({ length: 1_000 }, (_, index) => [index === 500 ? 1 : 0, (index + 1) % 1_000]), 5_000],
    [
      "everyone needs everyone",
      Array.from({ length: 60 }, (_, index) => [
        index === 30 ? 1 : 0,
        ...Array.from({ length: 60 }, (_x, other) => other),
      ]),
      2_000,
    ],
  ])("%s", (_, equations, most) => {
    const run: Run = { system: systemOf(equations), missing: new Set(), computed: [] };
    const fixpoint = create(run, [0]);
    finish(fixpoint, 1_000_000);
    expect(fixpoint.value("0")).toBe(1);
    expect(run.computed.length).toBeLessThan(most);
  });

  it("waits for what is missing, and does the rest meanwhile", () => {
    const run: Run = { system: systemOf([[0, 1, 2], [1], [2]]), missing: new Set([1]), computed: [] };
    const fixpoint = create(run, [0]);
    expect(fixpoint.advance(1000)).toBe("waiting");
    expect(fixpoint.waitsFor()).toEqual(["entry 1"]);
    expect(fixpoint.value("2")).toBe(2);
    expect(fixpoint.advance(1000)).toBe("done");
    expect(fixpoint.value("0")).toBe(3);
  });
});
