/** How long a match of a part can be. */
import type { RegexNode } from "./syntax.js";

/** How many characters a part matches at least and at most. */
export function lengths(node: RegexNode): readonly [least: number, most: number] {
  switch (node.kind) {
    case "set":
      return [1, 1];
    case "newline":
      return [1, 2];
    case "sequence":
      return node.items.map(lengths).reduce((sum, [least, most]) => [sum[0] + least, sum[1] + most], [0, 0]);
    case "alternatives": {
      const all = node.items.map(lengths);
      return [Math.min(...all.map(([least]) => least)), Math.max(...all.map(([, most]) => most))];
    }
    case "capture":
    case "atomic":
      return lengths(node.body);
    case "repeat": {
      const [least, most] = lengths(node.body);
      return [least * node.minimum, most === 0 || node.maximum === 0 ? 0 : most * node.maximum];
    }
    case "look":
    case "place":
    case "keep":
      return [0, 0];
    case "reference":
      return [0, Infinity];
  }
}
