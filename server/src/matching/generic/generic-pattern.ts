import type { RuleOptions } from "../../rules/options.js";
export interface GenericPattern { readonly text: string }
export function compileGenericPattern(text: string, _options: RuleOptions): GenericPattern | { message: string; offset: number } { return { text }; }
export function findGenericMatches(_pattern: GenericPattern, _text: string): { start: number; end: number; bindings: Map<string, { start: number; end: number; text: string }> }[] { return []; }
