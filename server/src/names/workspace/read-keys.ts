/** Keys of what answers rest on: the kind, then the path of a file if there is one, then a name, with colons between. No name has a colon in it; paths may. */

export type ReadKind =
  /** Whether there is a file. */
  | "file"
  /** What a module-level name of a file is. */
  | "name"
  /** Names that begin with that part and that imports of the file stand for. */
  | "expanded"
  /** Modules of which the file imports everything. */
  | "stars"
  | "function"
  | "variable"
  /** All of a class. */
  | "class"
  | "bases"
  /** A member of a class, by "Class.member". */
  | "member";

export type IndexKind =
  /** Whether any file or folder has the name. */
  | "root"
  /** Files that may be the module of that dotted name. */
  | "module"
  /** Classes that write a base of that name. */
  | "derived"
  /** Other names that something of that name is given. */
  | "renamed"
  /** Bodies that call something of that name. */
  | "calls"
  /** Bodies that have the word. */
  | "word";

export function fileKey(kind: ReadKind, path: string, name = ""): string {
  return `${kind}:${path}:${name}`;
}

export function indexKey(kind: IndexKind, name: string): string {
  return `${kind}:${name}`;
}

/** The parts of a key; the path is empty for those of indexes. */
export function readKey(key: string): {
  readonly kind: ReadKind | IndexKind;
  readonly path: string;
  readonly name: string;
} {
  const first = key.indexOf(":");
  const last = key.lastIndexOf(":");
  return {
    kind: key.slice(0, first) as ReadKind | IndexKind,
    path: first === last ? "" : key.slice(first + 1, last),
    name: key.slice(last + 1),
  };
}
