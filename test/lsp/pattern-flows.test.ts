/** What clients hear of flows whose sources and sinks are patterns of people's own rules, in files that are open and others. */
import { afterEach, expect, it } from "vitest";
import { createTestEngine } from "../support/engine.js";
import { startTestClient, waitFor, type TestClient } from "./harness.js";

const rules = `rules:
- {id: own, message: $X is run, severity: ERROR, languages: [python], mode: taint, options: {interfile: true},
   pattern-sources: [{pattern: read()}], pattern-sinks: [{pattern: run($X)}]}
`;
const source = "file:///w/source.py";
const sink = "file:///w/sink.py";
const sourceText = "from sink import end\n\n\ndef f():\n    end(read())\n";
const sinkText = "def end(x):\n    run(x + 'y')\n";

let client: TestClient;
afterEach(() => client.stop());

it("come and go with the code that the patterns match", async () => {
  client = await startTestClient({
    loadEngineFactory: () => Promise.resolve(() => createTestEngine([{ path: "rules.yaml", text: rules }])),
    files: { "/w/kingsnake.toml": "", "/w/source.py": sourceText, "/w/sink.py": sinkText },
  });
  const until = async (expected: readonly string[]): Promise<void> => {
    let shown: readonly string[] | undefined;
    await waitFor(`the findings to be ${JSON.stringify(expected)}`, () => {
      void client.pullItems(sink).then(
        (items) => (shown = items.map(({ message }) => (typeof message === "string" ? message : message.value))),
        () => undefined,
      );
      return JSON.stringify(shown) === JSON.stringify(expected);
    });
  };
  client.open(sink, sinkText);
  await until(["X + 'y' is run"]);
  client.open(source, sourceText);
  await client.pullItems(source);
  client.change(source, 2, { text: sourceText.replace("read()", "wait()") });
  await client.pullItems(source);
  await until([]);
  client.change(source, 3, { text: sourceText });
  await client.pullItems(source);
  await until(["X + 'y' is run"]);
  client.change(sink, 2, { text: sinkText.replace("run(", "print(") });
  await until([]);
  expect(await client.pullItems(sink)).toEqual([]);
});
