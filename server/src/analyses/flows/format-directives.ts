/** Directives of `%` formats: some write numbers only, so that no text gets through. */
import type { ConstantValue } from "../../flow/value-graph.js";
import type { AccessPath } from "./access-path.js";

const directive = /%(?:\((?<key>[^)]*)\))?[-#0 +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?(?<type>[a-zA-Z%])/g;
const numbers: ReadonlySet<string> = new Set("d i u o x X e E f F g G c".split(" "));

/** Whether what stands at `path` of the right side of `format % values` is written as a number wherever it is. */
export function isWrittenAsNumber(format: ConstantValue | undefined, path: AccessPath): boolean {
  if (format?.type !== "str" && format?.type !== "bytes") return false;
  const found = [...format.text.matchAll(directive)].flatMap(({ groups }) => {
    const { key, type = "" } = groups ?? {};
    return type === "%" ? [] : [{ key, type }];
  });
  const fitting = found.filter(({ key }, index) => isAt(path, key, index));
  return fitting.length > 0 && fitting.every(({ type }) => numbers.has(type));
}

/** Whether a directive writes what a path begins with. */
function isAt([first]: AccessPath, key: string | undefined, index: number): boolean {
  if (first === undefined || first === "[*]") return true;
  return first === (key === undefined ? `[${index}]` : `[${JSON.stringify(key)}]`);
}
