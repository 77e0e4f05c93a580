/** The path of a finding across files: in diagnostics, hovers, actions and requests; and why there is none. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CodeAction, Diagnostic, Hover, Range } from "vscode-languageserver-protocol";
import type { StepsResult, WhyNotResult } from "../../server/src/lsp/custom-protocol.js";
import type { Sinks } from "../../server/src/lsp/sinks.js";
import type { SinkOrigin } from "../../server/src/review/explain-sink.js";
import { pulling, startTestClient, type TestClient, type TestSetup } from "./harness.js";

/** What the project says of sinks, for the tests to choose. */
const sinks = vi.hoisted(() => ({
  mayBeSink: vi.fn<Sinks["mayBeSink"]>(),
  explainSink: vi.fn<Sinks["explainSink"]>(),
}));
vi.mock("../../server/src/lsp/sinks.js", () => ({ createSinks: () => sinks }));

const uri = "file:///w/a.py";
const other = "file:///w/lib/b_c.py";
const text = [
  "#> a.py 3:4-8 a query parameter comes in here",
  "#> lib/b_c.py 1:8-12 passed to run()",
  "# nothing",
  "x = here(1)",
  "eval(x)",
  "",
].join("\n");
const otherText = "# é\n'é😀' + call(x)\n";
const range = (line: number, start: number, end: number): Range => ({
  start: { line, character: start },
  end: { line, character: end },
});
const files = { "/w/kingsnake.toml": "", "/w/lib/b_c.py": otherText };
const own: TestSetup = { files, initializationOptions: { distUri: "x" } };
const inBytes: TestSetup = { files, capabilities: { ...pulling, general: { positionEncodings: ["utf-8"] } } };

let client: TestClient;

beforeEach(() => {
  sinks.mayBeSink.mockReturnValue(false);
  sinks.explainSink.mockResolvedValue(undefined);
});
afterEach(() => client.stop());

async function start(setup: TestSetup = { files }, shown = text): Promise<void> {
  client = await startTestClient(setup);
  client.open(uri, shown);
}

const steps = (params: object): Promise<StepsResult | null> =>
  client.connection.sendRequest("kingsnake/steps", { textDocument: { uri }, ...params });
const whyNot = (line: number, character: number): Promise<WhyNotResult | null> =>
  client.connection.sendRequest("kingsnake/whyNot", { textDocument: { uri }, position: { line, character } });

function related([diagnostic]: Diagnostic[]) {
  return (diagnostic?.relatedInformation ?? []).map(({ location, message }) => [
    location.uri,
    location.range.start.line,
    location.range.start.character,
    message,
  ]);
}

describe("diagnostics", () => {
  it("tell the way step by step, across files", async () => {
    await start();
    expect(related(await client.pullItems(uri))).toEqual([
      [uri, 3, 4, "1. a query parameter comes in here"],
      [other, 1, 8, "2. passed to run()"],
      [uri, 4, 0, "3. arrives here"],
    ]);
  });

  it("count as the client does where the other file is open, else in UTF-16", async () => {
    await start(inBytes);
    expect(related(await client.pullItems(uri))[1]).toEqual([other, 1, 8, "2. passed to run()"]);
    client.open(other, otherText);
    await client.pullItems(other);
    client.change(uri, 2, { text: `${text} ` });
    expect(related(await client.pullItems(uri))[1]).toEqual([other, 1, 11, "2. passed to run()"]);
  });
});

describe("kingsnake/steps", () => {
  it.each([
    ["on the finding", { line: 4, character: 2 }, 2],
    ["on a step of it", { line: 3, character: 6 }, 0],
  ])("gives the path %s", async (_, position, current) => {
    await start();
    expect(await steps({ position })).toEqual({
      ...{ uri, range: range(4, 0, 5), ruleId: "no-eval", message: "eval runs code.", fingerprint: "no-eval-0" },
      current,
      steps: [
        { uri, range: range(3, 4, 8), message: "a query parameter comes in here" },
        { uri: other, range: range(1, 8, 12), message: "passed to run()" },
        { uri, range: range(4, 0, 5), message: "arrives here" },
      ],
    });
  });

  it("counts as the client does, in files that are not open too", async () => {
    await start(inBytes);
    expect((await steps({ position: { line: 4, character: 0 } }))?.steps[1]?.range).toEqual(range(1, 11, 15));
  });

  it("counts in UTF-16 where the other file can't be read", async () => {
    await start({ ...inBytes, files: {} });
    expect((await steps({ position: { line: 4, character: 0 } }))?.steps[1]?.range).toEqual(range(1, 8, 12));
  });

  it("takes a fingerprint in place of a position", async () => {
    await start({ files }, `${text}eval(y)\n`);
    expect((await steps({ fingerprint: "no-eval-1" }))?.range).toEqual(range(5, 0, 5));
  });

  it("gives nothing where there is no path", async () => {
    await start({ files }, "eval(x)\n");
    expect(await steps({ position: { line: 0, character: 1 } })).toBeNull();
    expect(await steps({ position: { line: 1, character: 0 } })).toBeNull();
    expect(await steps({ position: "here" })).toBeNull();
    expect(await client.connection.sendRequest("kingsnake/steps", { textDocument: { uri: other } })).toBeNull();
    expect(client.log).toEqual([]);
  });
});

describe("hover", () => {
  const hover = (): Promise<Hover> =>
    client.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line: 4, character: 1 } });

  it("lists the steps with links", async () => {
    await start();
    expect(JSON.stringify((await hover()).contents)).toContain(
      [
        "**Data flow:**",
        `1. a query parameter comes in here ([a.py:4](<${uri}#L4>))`,
        `2. passed to run() ([b\\\\_c.py:2](<${other}#L2>))`,
        `3. arrives here ([a.py:5](<${uri}#L5>))`,
      ].join("\\n"),
    );
  });

  it("leads along them in our own client", async () => {
    await start(own);
    const parameters = encodeURIComponent(JSON.stringify([uri, "no-eval-0"]));
    const link = `[Follow the data: 3 steps](command:kingsnake.followData?${parameters})`;
    expect(JSON.stringify((await hover()).contents)).toContain(link);
  });

  it("lists them without markup, and leaves out the middle of a long path", async () => {
    const long = Array.from({ length: 20 }, (_, n) => `#> a.py 0:0-1 s${n}\n`).join("");
    await start({ files, capabilities: { textDocument: { diagnostic: {} } } }, `${long}\neval(x)\n`);
    const position = { line: 21, character: 1 };
    const found: Hover = await client.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
    const { value } = found.contents as { value: string };
    expect(value).toContain("6. s5 (a.py:1)\n7. … (9 more)\n16. s15 (a.py:1)\n");
    expect(value).toContain("21. arrives here (a.py:22)");
  });
});

describe("code actions", () => {
  const titles = (actions: CodeAction[]) => actions.map(({ title }) => title);
  const show = (actions: CodeAction[], wanted: RegExp) => actions.filter(({ title }) => wanted.test(title));

  it("lead along the path, in our own client only", async () => {
    await start(own);
    const [follow] = show(await client.actions(uri, range(4, 0, 0)), /Follow/);
    expect(follow).toMatchObject({
      title: "Follow the data: 3 steps",
      kind: "quickfix",
      command: { command: "kingsnake.followData", arguments: [uri, "no-eval-0"] },
      diagnostics: [{ code: "no-eval" }],
    });
    await client.stop();
    await start();
    expect(titles(await client.actions(uri, range(4, 0, 0))).join()).not.toMatch(/Follow|Why/);
  });

  it("tell several paths apart", async () => {
    await start(own, text.replace("eval(x)", "eval(md5(x))"));
    expect(titles(show(await client.actions(uri, range(4, 0, 8)), /Follow/))).toEqual([
      "Follow the data from line 4 (no-eval): 3 steps",
      "Follow the data from line 4 (md5): 3 steps",
    ]);
  });

  it("offer to say why there is no finding, where a call may be a sink and no path ends", async () => {
    sinks.mayBeSink.mockImplementation((document, offset) => document.text.text.startsWith("here", offset));
    await start(own);
    const [action] = await client.actions(uri, range(3, 4, 4));
    expect(action).toEqual({
      title: "Why is there no finding here?",
      kind: "kingsnake.whyNot",
      diagnostics: [],
      command: {
        title: "Why is there no finding here?",
        command: "kingsnake.whyNot",
        arguments: [uri, { line: 3, character: 4 }],
      },
    });
    expect(await client.actions(uri, range(3, 0, 0))).toEqual([]);
    expect(await client.actions(uri, range(3, 4, 4), ["quickfix"])).toEqual([]);
    expect(await client.actions(uri, range(3, 4, 4), ["kingsnake.whyNot"])).toHaveLength(1);
    sinks.mayBeSink.mockReturnValue(true);
    expect(titles(await client.actions(uri, range(4, 0, 0))).join()).not.toContain("Why");
    expect(client.initialized.capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: ["quickfix", "source.fixAll.kingsnake", "kingsnake.whyNot"],
    });
  });
});

describe("kingsnake/whyNot", () => {
  const origin = (stoppedBy: SinkOrigin["stoppedBy"], step: Partial<SinkOrigin["step"]> = {}): SinkOrigin => ({
    what: `the_${stoppedBy}`,
    stoppedBy,
    why: "Because *so*.",
    step: { path: "a.py", range: { start: 0, end: 1 }, message: "", ...step },
  });
  const explain = (sink: string | undefined, origins: SinkOrigin[]): void => {
    const start = text.indexOf("here(1)");
    const explanation = { sink, origins, range: { start, end: start + 7 } };
    sinks.explainSink.mockImplementation((_, offset) => Promise.resolve(offset < start ? undefined : explanation));
  };

  it("names the call, what goes into it, and what stopped each", async () => {
    const position = { start: { line: 1, character: 8 }, end: { line: 1, character: 12 } };
    explain("code is run here", [origin("constant"), origin("guard", { path: "lib/b_c.py", position })]);
    await start();
    expect(await whyNot(3, 5)).toEqual({
      ...{ uri, range: range(3, 4, 11) },
      sink: "code is run here",
      answer: "None of the 2 things that go into this call brings data from outside.",
      origins: [
        {
          ...{ what: "the_constant", stoppedBy: "constant", reason: "a constant", why: "Because *so*." },
          ...{ uri, range: range(0, 0, 1) },
        },
        {
          ...{ what: "the_guard", stoppedBy: "guard", reason: "checked before it gets here", why: "Because *so*." },
          ...{ uri: other, range: range(1, 8, 12) },
        },
      ],
      markdown: [
        "**Why is there no finding here?** Code is run here.",
        "None of the 2 things that go into this call brings data from outside.",
        `- **the\\_constant** ([line 1](<${uri}#L1>)): a constant. Because \\*so\\*.\n` +
          `- **the\\_guard** ([b\\_c.py, line 2](<${other}#L2>)): checked before it gets here. Because \\*so\\*.`,
      ].join("\n\n"),
    });
    expect(await whyNot(0, 0)).toBeNull();
  });

  it.each<[string | undefined, SinkOrigin[], RegExp]>([
    [undefined, [], /knows nothing of this call/],
    ["code is run here", [], /Nothing goes into this call/],
    ["code is run here", [origin("constant")], /^What goes into this call brings no data/],
    ["code is run here", [origin("unknown-call")], /^Kingsnake cannot tell where what goes/],
    [
      "code is run here",
      [origin("constant"), origin("unknown-call")],
      /where 1 of the 2 things .+ comes from\. The others/,
    ],
    ["code is run here", [origin("constant"), origin("nothing")], /does arrive here/],
  ])("answers in a sentence: sink %s, %j", async (sink, origins, expected) => {
    explain(sink, origins);
    await start();
    expect((await whyNot(3, 5))?.answer).toMatch(expected);
  });

  it("says nothing of a text that has changed meanwhile", async () => {
    explain("code is run here", [origin("constant")]);
    const answer = sinks.explainSink.getMockImplementation()!;
    sinks.explainSink.mockImplementation(async (document, offset) => {
      client.change(uri, 2, { text: `\n${text}` });
      await vi.waitUntil(() => document.version === 2);
      return answer(document, offset);
    });
    await start();
    expect(await whyNot(3, 5)).toBeNull();
  });

  it("leads to the places inside of our own client", async () => {
    explain("code is run here", [{ ...origin("constant"), what: "`a_b`" }]);
    await start(own);
    const target = `command:kingsnake.showPlace?${encodeURIComponent(JSON.stringify([uri, 0, 0]))}`;
    expect((await whyNot(3, 5))?.markdown).toContain(`- **\`a_b\`** ([line 1](${target})): a constant.`);
  });
});
