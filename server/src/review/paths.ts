/** Absolute paths as text, of any host: with slashes or, on Windows, backslashes. */

/** The folder that holds a file or folder; undefined at the top. */
export function parentFolder(path: string): string | undefined {
  const trimmed = path.length > 1 ? path.replace(/[\\/]+$/, "") : path;
  const cut = Math.max(trimmed.lastIndexOf("/"), trimmed.lastIndexOf("\\"));
  if (cut < 0 || trimmed.length <= 1 || /^[A-Za-z]:$/.test(trimmed)) return undefined;
  if (cut === 0) return trimmed.slice(0, 1);
  const parent = trimmed.slice(0, cut);
  return /^[A-Za-z]:$/.test(parent) ? trimmed.slice(0, cut + 1) : parent;
}

/** A path below a folder; `path` itself if it is absolute. */
export function joinPath(folder: string, path: string): string {
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return path;
  const relative = path.replace(/^(?:\.[\\/])+/, "");
  if (relative === "" || relative === ".") return folder;
  return /[\\/]$/.test(folder) ? folder + relative : `${folder}/${relative}`;
}

/** `path` from `folder` on, with forward slashes; undefined if it is not below it. */
export function relativePath(folder: string, path: string): string | undefined {
  const base = withSlashes(folder).replace(/\/+$/, "");
  const full = withSlashes(path);
  return full.startsWith(`${base}/`) ? full.slice(base.length + 1) : undefined;
}

function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}
