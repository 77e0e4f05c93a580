/** What calls are called, for people and for those who count them. */
import type { CallSite } from "../../flow/value-graph.js";
import type { BodyView } from "./body-view.js";

/** How people call the callee. */
export function nameOfCall(view: BodyView, site: CallSite): string {
  if (site.method !== undefined) return site.method.name;
  const callee = view.graph.values[site.callee];
  switch (callee?.kind) {
    case "global":
    case "parameter":
    case "capture":
      return callee.name.slice(callee.name.lastIndexOf(".") + 1);
    case "function":
      return callee.body.slice(callee.body.lastIndexOf(".") + 1);
    default:
      return "";
  }
}
