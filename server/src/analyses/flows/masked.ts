/** What is no secret any more, as far as names and forms tell. */
import type { CallSite, ValueId } from "../../flow/value-graph.js";
import type { BodyView } from "./body-view.js";
import { constantOf, madeByCall } from "./definitions.js";
import type { KindSet } from "./sink-kinds.js";

/** Functions that are called so leave nothing to be read of a secret. */
const maskingName =
  /(^|_)(mask|masked|munge|obfuscate[ds]?|redact(ed)?|censor(ed)?|scrub(bed)?|anonymi[sz]e[ds]?|sanitize[ds]?|hide|strip|remove|clean|cleanse|filter|hash(ed)?|encrypt(ed)?|digest|fingerprint)(_|$)/;
const aloneName = /^(mask|obfuscate|redact|censor|scrub|anonymi[sz]e|cleanse)/;
const ofSecret = /passw|secret|token|sensitive|credential|private/;

/** "hidePassword" as "hide_password". */
function words(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();
}

/** Whether a function is one that masks secrets, by its name. */
export function isMasking(name: string): boolean {
  const written = words(name).replace(/^_+/, "");
  return aloneName.test(written) || (maskingName.test(written) && ofSecret.test(written));
}

const splitters: ReadonlySet<string> = new Set(["split", "partition"]);

/** The kinds that `user:password` has no more where it is taken apart: what stands in front of the colon is a name. */
export function kindsOfUserPart(view: BodyView, object: ValueId, part: string): KindSet {
  if (part !== "[0]") return 0;
  const site: CallSite | undefined = madeByCall(view.graph, object);
  if (site?.method === undefined || !splitters.has(site.method.name)) return 0;
  const [separator] = site.arguments;
  const constant = separator === undefined ? undefined : constantOf(view.graph, separator.value);
  if ((constant?.type !== "str" && constant?.type !== "bytes") || constant.text !== ":") return 0;
  return view.kinds.setOf(["log", "response"]);
}
