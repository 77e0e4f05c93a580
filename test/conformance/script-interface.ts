/** What scripts/conformance.mjs, which bundles this file and run-case.ts, uses of the tests. */
export { readKnownFailures, writeKnownFailures } from "./known-failures.js";
export { disagreements } from "./outcome.js";
export { completeRule, readCases } from "./read-cases.js";
