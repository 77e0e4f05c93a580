/** How V8 spends memory in a process that lives for a day. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** How much the heap may grow, in percent of what is in use, before garbage is collected. */
const mostGrowth = 30;

/**
 * Has garbage collected before it is several times as much as what is in use, which V8 would let it become where memory is plenty:
 * nothing collects what editing left behind while nobody edits. V8 reads the flag whenever it has collected.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${mostGrowth}`);
  // For `collectGarbage`; flags that change later would make the code that is kept between runs useless.
  setFlagsFromString("--expose-gc");
}

/** Collects garbage now, as far as `limitHeapGrowth` has been called: an idle server does not by itself, and much work has left much. */
export function collectGarbage(): void {
  const collect: unknown = runInNewContext("globalThis.gc");
  if (typeof collect === "function") (collect as () => void)();
}
