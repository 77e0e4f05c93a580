/**
 * Calls that are named like a check (`is_safe_url(x)`): they make a value look harmless without anybody being sure, so that it is not followed any
 * further. Tests that are written out are understood or not; of them it is known what they leave open.
 */
import type { CallSite, Guard, Value, ValueId } from "../../flow/value-graph.js";
import { wholeValue } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { passedPaths } from "./call-arguments.js";
import { nameOfCall } from "./call-names.js";
import { calleesOf } from "./callees.js";
import { partsOfValue, withoutVersions } from "./definitions.js";
import { memberNames } from "./member-names.js";
import { allKinds, type KindSet } from "./sink-kinds.js";

/** The kinds of sinks that a tested value may be harmless for. */
export function doubtfulKinds(view: BodyView, { subject, test }: Guard): KindSet {
  return test.kind === "call" ? doubtfulCall(view, subject, test.call, test.outcome) : 0;
}

/** Words in the names of functions that say yes to what is harmless. */
const good =
  /(?:^|_)(?:safe|valid|validate|validates|allowed|permitted|trusted|authorized|secure|legal|acceptable|whitelisted|allowlisted|internal|local|relative|inside|within|under|below|subpath|descendant|same|matches)(?:_|$)/;
/** Words in the names of those that say yes to what is not. */
const bad =
  /(?:^|_)(?:unsafe|invalid|malicious|dangerous|forbidden|blocked|denied|disallowed|illegal|suspicious|external|absolute|outside|traversal|insecure|untrusted|blacklisted|blocklisted|private)(?:_|$)/;

/** The parts of a name, in lower case: of `isSafeUrl` as of `is_safe_url`. */
function wordsOfName(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

function doubtfulCall(view: BodyView, subject: ValueId, call: number, outcome: boolean): KindSet {
  const site = view.graph.calls[call];
  if (site === undefined) return 0;
  const name = wordsOfName(nameOfCall(view, site));
  if (bad.test(name) ? outcome : !good.test(name) || !outcome) return 0;
  const tested = withoutVersions(view.graph, subject);
  const role = site.arguments.findIndex(({ value }) => withoutVersions(view.graph, value) === tested);
  if (role < 0 || !mayLookAt(view, site, call, role, outcome)) return 0;
  // What is compared with something that a client sends as well is no safer for it.
  const others = site.arguments.filter((_, index) => index !== role);
  return others.reduce((kinds, { value }) => kinds & ~kindsOfSources(view, value), allKinds);
}

/** Whether what is called may look at the argument: of functions of the project their result says it. */
function mayLookAt(view: BodyView, site: CallSite, call: number, role: number, outcome: boolean): boolean {
  return calleesOf(view, call).targets.every(({ ref, fact, skipped }) => {
    const [passed] = fact === undefined ? [] : passedPaths(fact.parameters, site, skipped, role, wholeValue);
    return passed !== undefined && view.summaries.guard(ref.path, ref.key, passed.parameter, outcome).depends;
  });
}

/** How far back it is looked for sources. */
const deepestSource = 8;

/** The kinds of sinks that the sources that a value is made of, in this body, are harmful for. */
function kindsOfSources(view: BodyView, id: ValueId): KindSet {
  const seen = new Set<ValueId>();
  const visit = (at: ValueId | undefined, depth: number): KindSet => {
    const value = at === undefined ? undefined : view.graph.values[at];
    if (at === undefined || value === undefined || depth > deepestSource || seen.has(at)) return 0;
    seen.add(at);
    return partsOfValue(view.graph, value).reduce<KindSet>(
      (kinds, from) => kinds | visit(from, depth + 1),
      ownKinds(view, value),
    );
  };
  return visit(id, 0);
}

function ownKinds(view: BodyView, value: Value): KindSet {
  const { library } = view;
  const found =
    value.kind === "field"
      ? memberNames(view, value.object, value.name).map(({ name }) => library.read(name)?.sources)
      : value.kind === "call"
        ? calleesOf(view, value.call).names.map(({ name }) => library.call(name)?.sources.map(({ source }) => source))
        : [];
  return found.flatMap((sources) => sources ?? []).reduce((kinds, source) => kinds | view.sourceKinds(source).kinds, 0);
}
