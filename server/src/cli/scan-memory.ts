/** What a scan remembers of earlier ones: files whose text, rules and settings are the same are not reviewed again. */
import { hashText } from "../base/hash.js";
import type { ModuleFacts } from "../names/module-facts.js";
import { isFileProblem } from "../review/ports.js";
import { buildWithRules, readMemory, writeMemory, type ProjectMemory } from "../review/project/project-memory.js";
import type { StoredProject } from "../review/project/project-flows.js";
import type { CommandLineHost, RuleChoice } from "./host.js";
import type { FileToReview, ReviewedFile, ReviewSettings } from "./review-file.js";

/** A file that need not be reviewed. */
export interface RecalledFile {
  readonly facts: ModuleFacts | undefined;
  readonly reviewed: ReviewedFile;
}

export interface ScanMemory {
  /** What the last scan kept of the flows. */
  readonly flows: StoredProject | undefined;
  /** The facts of a file that the flows were worked out from. */
  readonly factsThen: (path: string) => ModuleFacts | undefined;
  /** What is known of a file as it is now; undefined if it has to be reviewed. */
  readonly recall: (file: FileToReview) => RecalledFile | undefined;
  readonly remember: (file: FileToReview, hash: string, facts: ModuleFacts | undefined, reviewed: ReviewedFile) => void;
  /** Keeps what is known, and nothing of files that are not there any more. `flows`: undefined if they are not worked out. */
  readonly keep: (present: ReadonlySet<string>, flows: StoredProject | undefined) => void;
}

const nothing: ReviewedFile = { wasReviewed: true, findings: [], problems: [], suppressed: 0, fixed: 0 };

/** The memory of a project; empty under `--no-cache` and `--fix`. */
export function openScanMemory(
  root: string,
  host: CommandLineHost,
  rules: RuleChoice,
  settings: ReviewSettings,
): ScanMemory {
  const build = buildWithRules(host.build, rules.withBuiltIn, rules.files);
  const memory: ProjectMemory = readMemory(host.cache.read(root), build);
  const key = hashText(JSON.stringify(settings.options));
  const { files } = memory;
  let isChanged = memory.flows === undefined;
  return {
    flows: memory.flows,
    factsThen: (path) => files.get(path)?.facts,
    recall: (file) => {
      const known = files.get(file.projectPath);
      if (known === undefined) return undefined;
      // What nobody was to follow then may be followed now.
      if (file.isContext === true && known.facts === undefined) return undefined;
      const isScanned = file.isContext === true || known.scanned?.key === key;
      const source = isScanned ? host.files.readSource(file.path) : undefined;
      if (source === undefined || isFileProblem(source) || hashText(source.text) !== known.hash) return undefined;
      const result = file.isContext === true ? undefined : known.scanned?.result;
      return { facts: known.facts, reviewed: (result as ReviewedFile | undefined) ?? nothing };
    },
    remember: (file, hash, facts, reviewed) => {
      isChanged = true;
      // Most files have nothing to say.
      const result = isSilent(reviewed) ? undefined : reviewed;
      const scanned = file.isContext === true ? undefined : { key, result };
      files.set(file.projectPath, { hash, facts, ...(scanned && { scanned }) });
    },
    keep: (present, flows) => {
      for (const path of files.keys()) {
        if (present.has(path)) continue;
        files.delete(path);
        isChanged = true;
      }
      if (isChanged) host.cache.write(root, writeMemory({ files, flows }, build));
    },
  };
}

function isSilent({ wasReviewed, findings, problems, suppressed, fixed }: ReviewedFile): boolean {
  return wasReviewed && findings.length === 0 && problems.length === 0 && suppressed === 0 && fixed === 0;
}
