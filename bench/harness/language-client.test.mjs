// The bench's promise about servers that misbehave: a reason, never a hang. No times are asserted.
import { expect, test } from "vitest";
import { beginSession } from "./diagnostics.mjs";
import { createFrameReader, encodeFrames } from "./frames.mjs";
import { floorServer } from "./servers.mjs";
import { bench } from "./paths.mjs";
import { openDocument } from "../typing/editing.mjs";

const scripted = (script) => ({ name: "server", command: process.execPath, args: ["-e", script] });
const begin = (script) => beginSession(scripted(script), { folder: bench, mode: "pull" });

test("a server that ends tells its status and its last words", async () => {
  await expect(begin("console.error('first'); console.error('no rules'); process.exit(3)")).rejects.toThrow(
    "server: has ended with exit status 3 (no rules)",
  );
});

test("a server that cannot be started is named", async () => {
  const missing = { name: "server", command: "no-such-command-anywhere", args: [] };
  await expect(beginSession(missing, { folder: bench, mode: "pull" })).rejects.toThrow("cannot be started");
});

test("a server that writes something else than LSP is found out", async () => {
  await expect(begin("process.stdout.write('x'.repeat(5000)); setInterval(() => {}, 1000)")).rejects.toThrow("not LSP");
});

test("a silent server is given up", async () => {
  const silent = { ...scripted("setInterval(() => {}, 1000)"), patience: 200 };
  await expect(beginSession(silent, { folder: bench, mode: "pull" })).rejects.toThrow(
    "no answer to initialize within 0.2 s",
  );
});

test.each(["pull", "push"])("the floor answers each version, when it has to %s", async (mode) => {
  const session = await beginSession(floorServer(), { folder: bench, mode });
  const document = openDocument("file:///typed.py", "a = 1\n");
  const opened = await session.open(document.uri, document.text);
  const changed = await session.change(document.change({ offset: 4, removed: 1, inserted: "(😀\n" }));
  await session.end();
  expect([opened.items.length, changed.items.length]).toEqual([1, 1]);
});

test("messages are read however they are cut", () => {
  const bytes = encodeFrames([
    { id: 1, result: "é😀" },
    { id: 2, result: [] },
  ]);
  for (let size = 1; size <= bytes.length; size++) {
    const received = [];
    const read = createFrameReader((message) => received.push(message));
    for (let start = 0; start < bytes.length; start += size) read(bytes.subarray(start, start + size));
    expect(received.map(({ result }) => result)).toEqual(["é😀", []]);
  }
});
