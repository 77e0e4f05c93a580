/** Entry of the suite inside the extension host. */
import type { MochaGlobals } from "mocha";
import { report } from "./report.js";

export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, slow: 3000 });
  if (process.env.KINGSNAKE_EDITOR_GREP !== undefined) mocha.grep(process.env.KINGSNAKE_EDITOR_GREP);
  mocha.suite.emit("pre-require", globalThis as unknown as MochaGlobals, "suite", mocha);
  await import("./activation.js");
  await import("./editing.js");
  await import("./fixing.js");
  await import("./broken.js");
  await import("./dataFlows.js");
  await import("./dataFlowsAcrossFiles.js");
  await import("./settings.js");
  await import("./scanning.js");
  await import("./rules.js");
  await import("./writingRules.js");
  await import("./notebooks.js");
  await import("./restarting.js");

  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on("pass", (test) => {
      report({ state: "passed", title: test.fullTitle(), duration: test.duration });
    });
    runner.on("pending", (test) => {
      report({ state: "skipped", title: test.fullTitle() });
    });
    runner.on("fail", (test, error: Error) => {
      report({ state: "failed", title: test.fullTitle(), error: error.stack ?? String(error) });
    });
  });
  report({ state: "end" });
  if (failures > 0) throw new Error(`${String(failures)} failed`);
}
