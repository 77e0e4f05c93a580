/** What the operating system says of a file, in words for people. */
import type { FileProblem } from "../../review/ports.js";

const words: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EISDIR: "is a folder",
  ENOTDIR: "a part of the path is not a folder",
  ELOOP: "its symbolic links lead in a circle",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many open files",
  ENOSPC: "no space left on the device",
  EROFS: "the file system is read-only",
  EBUSY: "the file is busy",
  ENXIO: "it is not a regular file",
  ERR_FS_FILE_TOO_LARGE: "the file is larger than 2 GB",
  ERR_STRING_TOO_LONG: "the file is too large",
};

/** The error as a problem: one clause without its code, path or stack, such as "permission denied". */
export function fileProblem(path: string, error: unknown): FileProblem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = words[code] ?? (error instanceof Error ? error.message : String(error));
  return { path, kind: kindOf(code), message };
}

function kindOf(code: string): FileProblem["kind"] {
  if (code === "ENOENT" || code === "ENOTDIR") return "missing";
  return code === "ERR_FS_FILE_TOO_LARGE" || code === "ERR_STRING_TOO_LONG" ? "too-large" : "unreadable";
}
