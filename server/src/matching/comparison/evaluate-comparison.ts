import type { Comparison } from "./comparison.js";
export function evaluateComparison(_comparison: Comparison, _environment: object): boolean { return false; }
