/** The parts of calls that models name, and what they mean in a call. */
import { anyElement, type CallSite, type PathPart } from "../../flow/value-graph.js";
import type { CallPart } from "../../models/model.js";
import type { AccessPath } from "./access-path.js";
import { positionOf } from "./call-arguments.js";
import { objectRole } from "./graph-index.js";

/** A part of a call, read. */
export interface ParsedPart {
  readonly of:
    | { readonly kind: "object" | "result" | "any" }
    | { readonly kind: "position" | "positions-from"; readonly position: number }
    | { readonly kind: "keyword"; readonly name: string };
  readonly path: AccessPath;
}

/** What a part is in one call: a role (object or index of an argument) and what of it. */
export interface PlacedPart {
  readonly role: number;
  readonly path: AccessPath;
}

const form = /^(object|result|\*|\d+:?|[A-Za-z_]\w*)((?:\.\w+|\[[^\]]*\])*)$/;
const pathParts = /\.\w+|\[[^\]]*\]/g;

/** Reads a part; undefined if it has no known form. */
export function parsePart(part: CallPart): ParsedPart | undefined {
  const match = form.exec(part);
  if (match === null) return undefined;
  const [, head = "", tail = ""] = match;
  const path: PathPart[] = tail.match(pathParts) ?? [];
  if (head === "object" || head === "result") return { of: { kind: head }, path };
  if (head === "*") return { of: { kind: "any" }, path };
  if (head.endsWith(":")) return { of: { kind: "positions-from", position: Number(head.slice(0, -1)) }, path };
  if (/^\d/.test(head)) return { of: { kind: "position", position: Number(head) }, path };
  return { of: { kind: "keyword", name: head }, path };
}

/** Where a part is found in a call. Results are no roles: for those the list is empty. */
export function placePart({ of, path }: ParsedPart, site: CallSite): readonly PlacedPart[] {
  switch (of.kind) {
    case "object":
      return site.method === undefined ? [] : [{ role: objectRole, path }];
    case "result":
      return [];
    case "any":
      return site.arguments.map(({ spread }, role) => ({
        role,
        path: spread === "none" ? path : [anyElement, ...path],
      }));
    case "keyword":
      return site.arguments.flatMap(({ keyword, spread }, role) => {
        if (keyword === of.name) return [{ role, path }];
        return spread === "mapping" ? [{ role, path: [`[${JSON.stringify(of.name)}]`, ...path] }] : [];
      });
    case "position":
    case "positions-from":
      return site.arguments.flatMap((_, role) => placePosition(of.kind, of.position, path, site, role));
  }
}

function placePosition(
  kind: "position" | "positions-from",
  position: number,
  path: AccessPath,
  site: CallSite,
  role: number,
): PlacedPart[] {
  const argument = site.arguments[role];
  if (argument === undefined || argument.keyword !== undefined || argument.spread === "mapping") return [];
  const at = positionOf(site, role);
  if (argument.spread === "none" && at !== undefined) {
    return at === position || (kind === "positions-from" && at > position) ? [{ role, path }] : [];
  }
  if (argument.spread === "none" || (at !== undefined && kind === "position" && at > position)) return [];
  const key = at === undefined || kind === "positions-from" ? anyElement : `[${position - at}]`;
  return [{ role, path: [key, ...path] }];
}
