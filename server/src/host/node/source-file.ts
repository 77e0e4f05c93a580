/** Python files as text: whatever their encoding is, and back to the same bytes where a fix changes them. */
import { isAscii, isUtf8 } from "node:buffer";
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { FileProblem, SourceText } from "../../review/ports.js";
import { fileProblem } from "./file-problem.js";

/** The file's text without its byte order mark. Reads synchronously, which costs the least in a thread of its own. */
export function readSource(path: string): SourceText | FileProblem {
  try {
    // A pipe or a device would be waited for, perhaps for ever.
    if (!statSync(path).isFile()) return { path, kind: "unreadable", message: "it is not a regular file" };
    const decoded = decodeSource(readFileSync(path));
    return decoded ?? { path, kind: "binary", message: "it looks like a binary file" };
  } catch (error) {
    return fileProblem(path, error);
  }
}

/**
 * Replaces the file's content in one step, in the encoding and with the byte order mark that it had. Says why when it
 * cannot; the file is then as it was.
 */
export function writeSource(path: string, source: SourceText, text: string): FileProblem | undefined {
  const bytes = encodeSource(source, text);
  if (bytes === undefined) return unwritable(path, `a file in ${source.encoding} cannot be written back`);
  let temporary: string | undefined;
  try {
    const target = realpathSync(path);
    const { mode } = statSync(target);
    temporary = `${target}.kingsnake-${process.pid}.tmp`;
    writeFileSync(temporary, bytes, { flag: "wx", mode });
    // The mode above is subject to umask.
    chmodSync(temporary, mode);
    renameSync(temporary, target);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    return unwritable(path, fileProblem(path, error).message);
  }
}

function unwritable(path: string, why: string): FileProblem {
  return { path, kind: "unreadable", message: `its fixes were not written: ${why}` };
}

/** The text of the bytes; undefined where they are no text. */
export function decodeSource(bytes: Buffer): SourceText | undefined {
  if (isAscii(bytes))
    return bytes.includes(0) ? undefined : { text: bytes.toString("latin1"), encoding: "utf-8", mark: "" };
  const marked = decodeMarked(bytes);
  if (marked !== undefined) return marked;
  if (bytes.includes(0)) return undefined;
  const declared = declaredEncoding(bytes);
  if (declared !== undefined && declared !== "utf-8") return decodeDeclared(bytes, declared);
  if (isUtf8(bytes)) return { text: bytes.toString("utf8"), encoding: "utf-8", mark: "" };
  const warning = "it is not valid UTF-8 and declares no other encoding; it is read as Latin-1";
  return { text: bytes.toString("latin1"), encoding: "latin-1", mark: "", warning };
}

/** Texts that start with a byte order mark. */
function decodeMarked(bytes: Buffer): SourceText | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: bytes.toString("utf8", 3), encoding: "utf-8", mark: "\ufeff" };
  }
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig) return undefined;
  const encoding = isLittle ? "utf-16le" : "utf-16be";
  return { text: new TextDecoder(encoding).decode(bytes), encoding, mark: "\ufeff" };
}

/** The encoding that PEP 263 lets a comment in the first two lines declare, under the name that is used here. */
function declaredEncoding(bytes: Buffer): string | undefined {
  const head = bytes.toString("latin1", 0, 400).split(/\r\n|\r|\n/, 2);
  const comment = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
  const name = comment.exec(head[0] ?? "")?.[1] ?? comment.exec(head[1] ?? "")?.[1];
  const plain = name?.toLowerCase().replaceAll("_", "-");
  if (plain === undefined) return undefined;
  if (/^(utf-?8|utf8)(-.*)?$/.test(plain)) return "utf-8";
  return /^(latin-?1|iso-?8859-?1|iso-latin-1|l1)(-.*)?$/.test(plain) ? "latin-1" : plain;
}

function decodeDeclared(bytes: Buffer, encoding: string): SourceText {
  if (encoding === "latin-1") return { text: bytes.toString("latin1"), encoding, mark: "" };
  try {
    return { text: new TextDecoder(encoding).decode(bytes), encoding, mark: "" };
  } catch {
    const warning = `it declares the encoding ${encoding}, which is not known; it is read as Latin-1`;
    return { text: bytes.toString("latin1"), encoding, mark: "", warning };
  }
}

/** The bytes of a text in the encoding of `source`; undefined where they could not be read back as the same text. */
function encodeSource(source: SourceText, text: string): Buffer | undefined {
  if (source.encoding !== "utf-8" && source.encoding !== "latin-1") return undefined;
  const encoding = source.encoding === "utf-8" ? "utf8" : "latin1";
  const bytes = Buffer.from(source.mark + text, encoding);
  return bytes.toString(encoding) === source.mark + text ? bytes : undefined;
}
