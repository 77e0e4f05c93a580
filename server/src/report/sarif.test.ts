import type { Log } from "sarif";
import { expect, it } from "vitest";
import { emptyReport, sampleReport } from "../../../test/support/sample-report.js";
import { checkSarif } from "../../../test/support/sarif-schema.js";
import type { Report } from "./report.js";
import { formatSarif } from "./sarif.js";

it.each<[string, Report]>([
  ["a full report", sampleReport],
  ["an empty report", emptyReport],
])("makes %s that the official schema accepts", (_, report) => {
  expect(checkSarif(formatSarif(report))).toEqual([]);
});

it("says of rules what GitHub shows", () => {
  expect(runOf(sampleReport).tool.driver.rules?.[0]).toMatchObject({
    id: "sql-from-request",
    shortDescription: { text: "SQL made from request data" },
    help: { text: expect.stringContaining("Pass values as parameters.") as string },
    helpUri: "https://owasp.org/www-community/attacks/SQL_Injection",
    properties: {
      tags: ["security", "injection", "external/cwe/cwe-089"],
      "security-severity": "8.0",
      precision: "medium",
    },
  });
});

it("gives results places, paths and fixes", () => {
  const [full, plain] = runOf(sampleReport).results ?? [];
  const file = (uri: string) => ({ uri, uriBaseId: "%SRCROOT%" });
  expect(full).toMatchObject({
    ruleId: "sql-from-request",
    ruleIndex: 0,
    level: "error",
    locations: [
      {
        physicalLocation: {
          artifactLocation: file("src/a.py"),
          region: { startLine: 10, startColumn: 5, endLine: 12, endColumn: 2 },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: "fedcba9876543210" },
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation: file("src/a.py"),
            replacements: [{ deletedRegion: { startLine: 11, endColumn: 14 }, insertedContent: { text: "?" } }],
          },
        ],
      },
    ],
  });
  expect(plain).toMatchObject({
    level: "note",
    locations: [{ physicalLocation: { artifactLocation: file("src/b%20c.py") } }],
  });
  expect(plain).not.toHaveProperty("codeFlows");
});

it("gives results the way of the data, also for viewers without code flows", () => {
  const [full, plain] = runOf(sampleReport).results ?? [];
  const threads = full?.codeFlows?.flatMap(({ threadFlows }) => threadFlows) ?? [];
  expect(threads).toHaveLength(1);
  const shown = threads[0]?.locations.map(({ location, ...rest }) => [
    location?.physicalLocation?.artifactLocation?.uri,
    location?.physicalLocation?.region?.startLine,
    location?.message?.text,
    rest,
  ]);
  const important = "important";
  expect(shown).toEqual([
    [
      "src/a.py",
      8,
      "a query parameter comes in here",
      { kinds: ["taint", "source"], nestingLevel: 0, executionOrder: 1, importance: "essential" },
    ],
    ["src/a.py", 8, "stored in name", { kinds: ["taint"], nestingLevel: 0, executionOrder: 2, importance: important }],
    [
      "src/b%20c.py",
      3,
      "passed to find()",
      { kinds: ["taint", "call"], nestingLevel: 1, executionOrder: 3, importance: important },
    ],
    ["lib/c.py", 5, "returned from\nfind()", { kinds: ["taint"], executionOrder: 4, importance: important }],
    [
      "src/a.py",
      10,
      "an SQL statement is run here",
      { kinds: ["taint", "sink"], nestingLevel: 0, executionOrder: 5, importance: "essential" },
    ],
  ]);
  expect(full?.relatedLocations).toHaveLength(5);
  expect(full?.relatedLocations?.[2]).toMatchObject({ id: 3, message: { text: "passed to find()" } });
  expect(plain).not.toHaveProperty("relatedLocations");
});

it("tells problems as notifications", () => {
  const [invocation] = runOf(sampleReport).invocations ?? [];
  expect(invocation?.executionSuccessful).toBe(false);
  expect(invocation?.toolExecutionNotifications?.map(({ level }) => level)).toEqual(["error", "warning", "warning"]);
  expect(invocation?.toolExecutionNotifications?.[2]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
    uri: "file:///elsewhere/%C3%BC.py",
  });
});

function runOf(report: Report) {
  const { runs } = JSON.parse(formatSarif(report)) as Log;
  return runs[0]!;
}
