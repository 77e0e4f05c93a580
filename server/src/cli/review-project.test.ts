import { expect, it } from "vitest";
import { createFakeEngine } from "../../../test/support/fake-engine.js";
import { defaultConfiguration } from "../review/configuration.js";
import type { CommandLineHost, SourceFiles } from "./host.js";
import { reviewProject, type ProjectWork } from "./review-project.js";
import { reviewShare, type ShareWorker } from "./review-share.js";

const sizes = [300, 900, 2_000_000, 40, 700];
const engine = createFakeEngine();

function workWith(jobs: number): ProjectWork {
  const files = sizes.map((size, index) => ({
    path: `/${index}.py`,
    projectPath: `${index}.py`,
    isNamed: false,
    size,
  }));
  return {
    root: "/",
    cache: false,
    files,
    jobs,
    rules: { withBuiltIn: true, files: [] },
    settings: { options: defaultConfiguration, fix: false },
  };
}

/** Reviews the work with a host whose threads do what `startShare` says; gives findings and problems by path, and what was told of progress. */
async function review(jobs: number, startShare: CommandLineHost["startShare"]) {
  const progress: number[] = [];
  const host = { createEngine: () => Promise.resolve(engine), startShare, files } as unknown as CommandLineHost;
  const { reviewed } = await reviewProject(workWith(jobs), host, (done) => progress.push(done));
  return {
    found: reviewed.flatMap((file) => file.findings.map(({ path }) => path)).sort(),
    problems: reviewed.flatMap((file) => file.problems.map(({ path, message }) => `${path ?? ""}: ${message}`)),
    progress,
  };
}

const files = {
  readSource: () => ({ text: "bad", encoding: "utf-8", mark: "" }),
  writeSource: () => undefined,
};

function workerWith(sources: SourceFiles): ShareWorker {
  return { engine, project: engine.openProject(), files: sources };
}

const everyFile = ["0.py", "1.py", "2.py", "3.py", "4.py"];

it("needs no thread for one job", async () => {
  const result = await review(1, () => Promise.reject(new Error("no thread was asked for")));
  expect(result).toEqual({ found: everyFile, problems: [], progress: [1, 2, 3, 4, 5] });
});

it("reviews every file once, whoever takes it", async () => {
  const threads: number[] = [];
  const result = await review(9, async (request) => {
    threads.push(request.thread);
    return { result: await reviewShare(workerWith(files), request) };
  });
  // As many as the bytes are worth, this thread among them.
  expect(threads).toEqual([2, 3]);
  expect(result.found).toEqual(everyFile);
});

it("does the work of a thread that died, without what it died of", async () => {
  const result = await review(2, async (request) => {
    // The large file comes first, then the next largest; there the thread dies.
    const readSource = (path: string) => (path === "/1.py" ? die() : files.readSource());
    await expect(reviewShare(workerWith({ ...files, readSource }), request)).rejects.toThrow("out of memory");
    return { failure: "out of memory" };
  });
  expect(result.problems).toEqual(["1.py: the review of this file failed: out of memory"]);
  expect(result.found).toEqual(["0.py", "2.py", "3.py", "4.py"]);
});

function die(): never {
  throw new Error("out of memory");
}
