/** Methods of containers, by their names: what they give of something that lies under a key. Lists and dictionaries that a body makes are followed by its graph; this is for those that come from elsewhere. */
import { anyElement, type CallSite, type PathPart } from "../../flow/value-graph.js";
import { pathBelow, partsMeet, type AccessPath } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { partOfKey } from "./bound-values.js";

/** Give what lies under a key. */
const takers: ReadonlySet<string> = new Set("get setdefault pop popleft get_nowait __getitem__".split(" "));
const copiers: ReadonlySet<string> = new Set(["copy", "__copy__"]);
/** Give nothing of what the container holds. */
const others: ReadonlySet<string> = new Set(
  "keys index count append extend insert update remove clear sort reverse".split(" "),
);

/** What a method gives of `path` of its object; "unknown" if its name says nothing, undefined if it gives nothing of it. */
export function pathThroughMethod(
  view: BodyView,
  site: CallSite,
  path: AccessPath,
): AccessPath | undefined | "unknown" {
  const [first, ...rest] = path;
  if (first?.startsWith("[") !== true || site.method === undefined) return "unknown";
  const { name } = site.method;
  if (takers.has(name)) return partsMeet(first, keyOf(view, site)) ? rest : undefined;
  if (copiers.has(name)) return path;
  if (name === "values" || name === "__iter__" || name === "elements") return pathBelow(anyElement, rest);
  if (name === "items") return pathBelow(anyElement, pathBelow("[1]", rest));
  if (name === "popitem") return pathBelow("[1]", rest);
  return others.has(name) ? undefined : "unknown";
}

/** The part that the first argument names. */
function keyOf(view: BodyView, site: CallSite): PathPart {
  const [key] = site.arguments;
  return key === undefined ? anyElement : partOfKey(view, key.value);
}
