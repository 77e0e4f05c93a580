/** How V8 spends memory in a process that lives for a day. */
import { setFlagsFromString } from "node:v8";

/** How much the heap may grow, in percent of what is in use, before garbage is collected. */
const mostGrowth = 30;

/**
 * Has garbage collected before it is several times as much as what is in use, which V8 would let it become where memory is plenty:
 * nothing collects what editing left behind while nobody edits. V8 reads the flag whenever it has collected.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${mostGrowth}`);
}
