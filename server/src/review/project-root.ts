/**
 * Which project a file belongs to: the nearest folder with a kingsnake.toml, with a pyproject.toml that has [tool.kingsnake],
 * or with .git. The command line and the editor ask here, so that both give the same findings.
 */
import { parseConfiguration, type ParsedConfiguration } from "./configuration-file.js";
import { isFileProblem, type ProjectFiles } from "./ports.js";
import { joinPath, parentFolder } from "./paths.js";

export interface ProjectRoot {
  readonly folder: string;
  /** The file that was read; undefined where .git marks the root. */
  readonly configurationPath?: string;
  readonly parsed: ParsedConfiguration;
}

const nothing: ParsedConfiguration = { configuration: undefined, problems: [] };

/** The project of a folder; undefined if no folder from here to the top marks one. */
export async function findProjectRoot(files: ProjectFiles, folder: string): Promise<ProjectRoot | undefined> {
  for (let at: string | undefined = folder; at !== undefined; at = parentFolder(at)) {
    const found = await projectAt(files, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function projectAt(files: ProjectFiles, folder: string): Promise<ProjectRoot | undefined> {
  const own = await readConfiguration(files, folder, "kingsnake.toml");
  if (own !== undefined) return own;
  const shared = await readConfiguration(files, folder, "pyproject.toml");
  if (shared !== undefined && mentionsUs(shared.parsed)) return shared;
  return (await files.exists(joinPath(folder, ".git"))) ? { folder, parsed: nothing } : undefined;
}

/** A pyproject.toml that does not parse is some other tool's to report. */
function mentionsUs(parsed: ParsedConfiguration): boolean {
  return parsed.configuration !== undefined;
}

async function readConfiguration(files: ProjectFiles, folder: string, name: string): Promise<ProjectRoot | undefined> {
  const configurationPath = joinPath(folder, name);
  const text = await files.readText(configurationPath);
  if (isFileProblem(text)) return undefined;
  return { folder, configurationPath, parsed: parseConfiguration(configurationPath, text) };
}
