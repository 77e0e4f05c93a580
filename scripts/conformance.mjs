// npm run conformance [-- OPTION...]: our engine against the case collection in test/conformance/, then against Semgrep CE
// on real code. docs/conformance.md says how to read what it prints.
import { parseArgs } from "node:util";
import { acceptAnswers } from "./conformance/accept.mjs";
import { loadCases, loadEngine } from "./conformance/load-tests.mjs";
import { runCases } from "./conformance/run-cases.mjs";
import { verifyCases } from "./conformance/verify-cases.mjs";

const usage = `npm run conformance [-- OPTION...]
  --verify         ask Semgrep whether the expectations of all cases are true
  --accept NAME    write Semgrep's answer into the case of this name, or into those of this file
  --update-known   write known-failures.txt from what fails now
  --explain        only the cases; also tell why those that are known to fail do
  --cases          only the cases, not the differential
  --differential   only the differential
  --corpus NAME    only this one: neutron, nova, django or sqlalchemy; can be given again
  --rule ID        only this rule, with each difference
  --timing         also measure both tools on neutron, Semgrep's answers not taken from the cache
  --limit N        how many differences a rule shows (3)`;

const { values } = parseArgs({
  options: {
    verify: { type: "boolean" },
    accept: { type: "string", multiple: true },
    "update-known": { type: "boolean" },
    explain: { type: "boolean" },
    cases: { type: "boolean" },
    differential: { type: "boolean" },
    corpus: { type: "string", multiple: true },
    rule: { type: "string", multiple: true },
    timing: { type: "boolean" },
    limit: { type: "string" },
    help: { type: "boolean" },
  },
});

/** @returns {Promise<boolean>} whether all is as expected */
async function main() {
  if (values.help) {
    console.log(usage);
    return true;
  }
  const tests = await loadCases();
  if (values.verify || values.accept) {
    const answers = await verifyCases(tests);
    return values.accept
      ? acceptAnswers(answers, values.accept)
      : answers.every(({ complaints }) => complaints.length === 0);
  }
  if (values["update-known"] || values.explain || values.cases) {
    const how = { updateKnown: values["update-known"] === true, explain: values.explain === true };
    return runCases(tests, await loadEngine(), how);
  }
  const { runDifferential } = await import("./conformance/differential.mjs");
  const casesHold =
    values.differential || values.rule ? true : await runCases(tests, await loadEngine(), { updateKnown: false });
  return (await runDifferential(values)) && casesHold;
}

process.exitCode = (await main()) ? 0 : 1;
