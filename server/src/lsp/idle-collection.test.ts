import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createIdleCollection, type IdleCollection } from "./idle-collection.js";
import type { ServerContext } from "./server-context.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Trial {
  readonly collection: IdleCollection;
  collected: number;
  isAtWork: boolean;
}

/** Collecting takes so many milliseconds. */
function createTrial(duration = 0): Trial {
  const trial = { collected: 0, isAtWork: false };
  const context = {
    indexes: { trim: () => !trial.isAtWork },
    runtime: {
      collectGarbage: () => {
        trial.collected++;
        vi.setSystemTime(Date.now() + duration);
        return Promise.resolve();
      },
    },
  } as unknown as ServerContext;
  return Object.assign(trial, { collection: createIdleCollection(context) });
}

test("collects once after a rest, and not before something was done", async () => {
  const trial = createTrial();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(trial.collected).toBe(0);
  trial.collection.watch();
  await vi.advanceTimersByTimeAsync(4_999);
  expect(trial.collected).toBe(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(trial.collected).toBe(1);
});

test("never while somebody types", async () => {
  const trial = createTrial();
  for (let edit = 0; edit < 20; edit++) {
    trial.collection.watch();
    await vi.advanceTimersByTimeAsync(4_000);
  }
  expect(trial.collected).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(trial.collected).toBe(1);
});

test("waits for work in the background to end", async () => {
  const trial = createTrial();
  trial.isAtWork = true;
  trial.collection.watch();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(trial.collected).toBe(0);
  trial.isAtWork = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(trial.collected).toBe(1);
});

test("where it takes long, the rest before it is long", async () => {
  const trial = createTrial(1_000);
  trial.collection.watch();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(trial.collected).toBe(1);
  trial.collection.watch();
  await vi.advanceTimersByTimeAsync(7_000);
  expect(trial.collected).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(trial.collected).toBe(2);
});

test("not after the end", async () => {
  const trial = createTrial();
  trial.collection.watch();
  trial.collection.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(trial.collected).toBe(0);
});
