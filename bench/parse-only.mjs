// node bench/parse-only.mjs FOLDER: what parsing alone costs. All Python files are read first; then one Parser parses one
// after the other, each tree freed at once. Prints { cpu, wall } in seconds of the parsing alone, as JSON.
import { readFileSync } from "node:fs";
import { pythonFiles } from "./harness/project.mjs";
import { createPythonParser } from "./harness/python-parser.mjs";

const texts = pythonFiles(process.argv[2]).map((path) => readFileSync(path, "utf8"));
const parser = await createPythonParser();

const cpuBefore = process.cpuUsage();
const wallBefore = performance.now();
for (const text of texts) parser.parse(text).delete();
const { user, system } = process.cpuUsage(cpuBefore);
const wall = (performance.now() - wallBefore) / 1000;

console.log(JSON.stringify({ cpu: (user + system) / 1e6, wall, files: texts.length }));
