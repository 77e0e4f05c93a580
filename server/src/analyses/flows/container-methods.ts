/** Methods of containers, by their names: what they give of something that lies under a key. Lists and dictionaries that a body makes are followed by its graph; this is for those that come from elsewhere. */
import { anyElement, type CallSite, type PathPart } from "../../flow/value-graph.js";
import { pathBelow, partsMeet, type AccessPath } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { partOfKey } from "./bound-values.js";

/** What a method gives of `path` of its object; "unknown" if its name says nothing, undefined if it gives nothing of it. */
export function pathThroughMethod(
  view: BodyView,
  site: CallSite,
  path: AccessPath,
): AccessPath | undefined | "unknown" {
  const [first, ...rest] = path;
  if (first?.startsWith("[") !== true || site.method === undefined) return "unknown";
  switch (site.method.name) {
    case "get":
    case "setdefault":
    case "pop":
    case "popleft":
    case "get_nowait":
    case "__getitem__":
      return partsMeet(first, keyOf(view, site)) ? rest : undefined;
    case "values":
    case "__iter__":
    case "elements":
      return pathBelow(anyElement, rest);
    case "items":
      return pathBelow(anyElement, pathBelow("[1]", rest));
    case "popitem":
      return pathBelow("[1]", rest);
    case "copy":
    case "__copy__":
      return path;
    case "keys":
    case "index":
    case "count":
    case "append":
    case "extend":
    case "insert":
    case "update":
    case "remove":
    case "clear":
    case "sort":
    case "reverse":
      return undefined;
    default:
      return "unknown";
  }
}

/** The part that the first argument names. */
function keyOf(view: BodyView, site: CallSite): PathPart {
  const [key] = site.arguments;
  return key === undefined ? anyElement : partOfKey(view, key.value);
}
