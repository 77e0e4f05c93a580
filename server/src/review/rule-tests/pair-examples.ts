/** Which files are examples of which rule file: Semgrep's convention, by path alone. Paths are relative, with slashes. */

const yamlEnding = /\.ya?ml$/;
const yamlTarget = /\.test\.ya?ml$/;

/** Whether a file holds rules, as far as its name says. */
export function isRuleFileName(path: string): boolean {
  return yamlEnding.test(path) && !yamlTarget.test(path) && !isFixedExample(path);
}

/** Whether a file may be an example: anything but rules and fixed examples. */
export function isExampleName(path: string): boolean {
  return !isFixedExample(path) && (yamlTarget.test(path) || !yamlEnding.test(path));
}

/** Whether a file is an example after all fixes, as `x.fixed.py`. */
export function isFixedExample(path: string): boolean {
  return /\.fixed(?=\.)/.test(nameOf(path).replace(/^[^.]*/, ""));
}

/**
 * Whether `example`, below the folder of examples, belongs to `ruleFile`, below the folder of rules: the same folders and the
 * same name up to the first dot, or anything in a folder of that name.
 */
export function isExampleOf(example: string, ruleFile: string): boolean {
  const parts = example.split("/");
  const wanted = ruleFile.split("/");
  const last = wanted.length - 1;
  if (parts.length < wanted.length) return false;
  return wanted.every((part, index) =>
    index < last ? part === parts[index] : stemOf(part) === stemOf(parts[index] ?? ""),
  );
}

/** Whether `fixed` shows `example` after all fixes. */
export function isFixedFormOf(fixed: string, example: string): boolean {
  return isFixedExample(fixed) && isExampleOf(example, fixed) && endingOf(fixed) === endingOf(example);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function stemOf(name: string): string {
  return name.split(".")[0] ?? "";
}

function endingOf(path: string): string {
  return nameOf(path).split(".").at(-1) ?? "";
}
