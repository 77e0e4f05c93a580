/**
 * What the suite tells the program that started it: a line of JSON for each test, in the file that
 * KINGSNAKE_EDITOR_REPORT names. A desktop VS Code and a browser's treat the console differently; a file is a file.
 */
import { appendFileSync } from "node:fs";

export type ReportEntry =
  | { readonly state: "passed"; readonly title: string; readonly duration: number | undefined }
  | { readonly state: "skipped"; readonly title: string }
  | { readonly state: "failed"; readonly title: string; readonly error: string }
  /** A duration in milliseconds that is of interest beyond the test. */
  | { readonly state: "figure"; readonly title: string; readonly duration: number }
  | { readonly state: "end" };

export function report(entry: ReportEntry): void {
  const file = process.env.KINGSNAKE_EDITOR_REPORT;
  if (file === undefined) console.log(JSON.stringify(entry));
  else appendFileSync(file, `${JSON.stringify(entry)}\n`);
}
