/** STUB until the real one stands: native regular expressions only. */
import { translateRegex } from "../regex.js";
export interface RegexGroup { readonly text: string; readonly start: number; readonly end: number }
export interface RegexMatch { readonly start: number; readonly end: number; readonly groups: readonly (RegexGroup | undefined)[]; readonly named: Readonly<Record<string, RegexGroup>> }
export interface RegexError { readonly message: string; readonly offset: number }
export interface CompiledRegex {
  readonly source: string; readonly tier: "native" | "linear" | "unbounded";
  test(text: string): boolean; matchAtStart(text: string): RegexMatch | undefined; search(text: string, from?: number): RegexMatch | undefined; all(text: string): Iterable<RegexMatch>;
}
export function compileRegex(source: string, flags: { multiline?: boolean; caseless?: boolean }): CompiledRegex | RegexError {
  const extra = (flags.multiline === true ? "m" : "") + (flags.caseless === true ? "i" : "");
  const sticky = translateRegex(source, `yd${extra}`);
  const global = translateRegex(source, `gd${extra}`);
  if (!(sticky instanceof RegExp) || !(global instanceof RegExp)) return { message: "message" in sticky ? sticky.message : "bad", offset: 0 };
  const from = (m: RegExpExecArray | null): RegexMatch | undefined => {
    if (m === null) return undefined;
    const group = (index: number): RegexGroup | undefined => m[index] === undefined ? undefined : { text: m[index], start: m.indices?.[index]?.[0] ?? 0, end: m.indices?.[index]?.[1] ?? 0 };
    const named: Record<string, RegexGroup> = {};
    for (const [name, text] of Object.entries(m.groups ?? {})) if (text !== undefined) named[name] = { text, start: m.indices?.groups?.[name]?.[0] ?? 0, end: m.indices?.groups?.[name]?.[1] ?? 0 };
    return { start: m.index, end: m.index + m[0].length, groups: m.slice(1).map((_, i) => group(i + 1)), named };
  };
  return {
    source, tier: "native",
    test: (text) => { global.lastIndex = 0; return global.test(text); },
    matchAtStart: (text) => { sticky.lastIndex = 0; return from(sticky.exec(text)); },
    search: (text, at = 0) => { global.lastIndex = at; return from(global.exec(text)); },
    *all(text) { global.lastIndex = 0; for (const m of text.matchAll(global)) { const r = from(m); if (r !== undefined) yield r; } },
  };
}
