import type { Comparison } from "./comparison.js";
export function parseComparison(text: string): Comparison | { message: string; offset: number } { return { text }; }
