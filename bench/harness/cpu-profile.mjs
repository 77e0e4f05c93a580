// A .cpuprofile of Node summed up by function: the time in a function itself, and with all that it calls.
import { basename } from "node:path";

const notWork = new Set(["(idle)", "(root)"]);

/**
 * @param {{ nodes: any[], samples: number[], timeDeltas: number[], startTime: number }} profile
 * @param {number} from samples before this time do not count; microseconds of the machine's monotonic clock
 * @returns {{ functions: { name: string, self: number, total: number }[], busy: number }} microseconds, by self time
 */
export function functionTimes(profile, from) {
  const ancestry = ancestors(profile.nodes);
  /** @type {Map<string, { name: string, self: number, total: number }>} */
  const functions = new Map();
  const of = (name) => functions.get(name) ?? functions.set(name, { name, self: 0, total: 0 }).get(name);
  let busy = 0;
  let now = profile.startTime;
  profile.samples.forEach((node, index) => {
    // A delta is the time since the sample before.
    const delta = profile.timeDeltas[index];
    now += delta;
    const [own, ...callers] = ancestry.get(node);
    if (now < from || notWork.has(own)) return;
    busy += delta;
    of(own).self += delta;
    for (const name of new Set([own, ...callers])) of(name).total += delta;
  });
  return { functions: [...functions.values()].sort((left, right) => right.self - left.self), busy };
}

/** For each node the names of its function and of those that called it, innermost first. */
function ancestors(nodes) {
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const names = new Map(nodes.map((node) => [node.id, nameOf(node.callFrame)]));
  return new Map(
    nodes.map(({ id }) => {
      const chain = [];
      for (let node = id; node !== undefined; node = parents.get(node)) chain.push(names.get(node));
      return [id, chain];
    }),
  );
}

/** Wasm functions have the file of their module, and no line that would say anything. */
function nameOf({ functionName, url, lineNumber }) {
  const name = functionName === "" ? "(anonymous)" : functionName;
  return url === "" ? name : `${name} ${basename(url)}${url.startsWith("wasm:") ? "" : `:${lineNumber + 1}`}`;
}
