/**
 * What a test makes harmless: membership in a list of what is allowed, equality with a constant, tests of a value's form. It holds for the tested value, and for what that
 * is plainly made of: of `name.lower() in ALLOWED` for `name`.
 */
import type { CallSite, Guard, ValueId } from "../../flow/value-graph.js";
import { wholeValue, type AccessPath } from "./access-path.js";
import type { BodyView } from "./body-view.js";
import { placePart } from "./call-part.js";
import { passedPaths } from "./call-arguments.js";
import { calleesOf, type Callees, type Target } from "./callees.js";
import { conditionsHold } from "./conditions.js";
import { constantOf, withoutVersions } from "./definitions.js";
import { doubtfulKinds } from "./doubtful-checks.js";
import { joinedParts, pathsBelowFolder } from "./folder-tests.js";
import { objectRole } from "./graph-index.js";
import type { SanitizerOfCall } from "./library.js";
import { allKinds, type KindSet } from "./sink-kinds.js";
import { typeOfValue } from "./value-types.js";

/** What facts about a guarded value lose. */
export interface GuardEffect {
  /** Which part of the value was tested; facts about it or what lies in it lose kinds. */
  readonly path: AccessPath;
  readonly kinds: KindSet;
  /** Those of the others for which it may be harmless, which nobody is sure of. */
  readonly doubtful: KindSet;
}

/** What the guard of a guarded value does to facts about it; undefined: nothing. */
export function effectOfGuard(view: BodyView, guarded: ValueId): GuardEffect | undefined {
  const known = view.guards.get(guarded);
  if (known !== undefined) return known.effect;
  const value = view.graph.values[guarded];
  const isGuarded = value?.kind === "guarded";
  const effect = isGuarded ? effectOfTest(view, value.guard, withoutVersions(view.graph, value.value)) : undefined;
  view.guards.set(guarded, { effect });
  return effect;
}

/** What a test says of an object, a value without versions. */
export function effectOfTest(view: BodyView, { subject, test }: Guard, object: ValueId): GuardEffect | undefined {
  for (const path of pathsBelowFolder(view, subject, test)) {
    const relation = relateJoined(view, path, object);
    const kinds = view.kinds.setOf(["path", "archive-path"]);
    if (relation !== undefined) return { path: relation.path, kinds, doubtful: 0 };
  }
  const relation = relate(view, subject, object, 0) ?? relateMade(view, subject, object);
  if (relation === undefined) return undefined;
  const kinds = kindsOfTest(view, subject, test) & relation.kinds;
  const doubtful = doubtfulKinds(view, { subject, test }) & relation.kinds & ~kinds;
  return (kinds | doubtful) === 0 ? undefined : { path: relation.path, kinds, doubtful };
}

/** How a tested value is made of an object: of which part, and for which kinds of sinks a test of it says something of that. */
interface Relation {
  readonly path: AccessPath;
  readonly kinds: KindSet;
}

const maximumSteps = 6;

function relate(view: BodyView, subject: ValueId, object: ValueId, steps: number): Relation | undefined {
  const { graph } = view;
  const id = withoutVersions(graph, subject);
  if (id === object) return { path: wholeValue, kinds: allKinds };
  const value = graph.values[id];
  if (steps > maximumSteps || value === undefined) return undefined;
  switch (value.kind) {
    case "field": {
      const host = relateHost(view, value.object, value.name, object, steps);
      if (host !== undefined) return host;
      return below(relate(view, value.object, object, steps + 1), `.${value.name}`);
    }
    case "element":
      return below(relate(view, value.object, object, steps + 1), value.part);
    case "call":
      return relateCall(view, value.call, object, steps);
    case "derived": {
      if (value.operator !== "+" && value.operator !== "format" && value.operator !== "%") return undefined;
      for (const from of value.from) {
        const relation = relate(view, from, object, steps + 1);
        if (relation !== undefined) return relation;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function below(relation: Relation | undefined, part: string): Relation | undefined {
  return relation === undefined ? undefined : { path: [...relation.path, part], kinds: relation.kinds };
}

/** What a method has made of text that is safe to show is so too, as far as its class goes. */
function relateMade(view: BodyView, subject: ValueId, object: ValueId): Relation | undefined {
  const { graph } = view;
  const value = graph.values[object];
  const made = value?.kind === "call" ? graph.calls[value.call]?.method : undefined;
  if (made === undefined || withoutVersions(graph, made.object) !== withoutVersions(graph, subject)) return undefined;
  return { path: wholeValue, kinds: view.kinds.setOf(["html"]) };
}

/** What a path is made of, with the names that `join` has put below a folder. */
function relateJoined(view: BodyView, path: ValueId, object: ValueId): Relation | undefined {
  const relation = relate(view, path, object, 0);
  if (relation !== undefined) return relation;
  for (const part of joinedParts(view, path)) {
    const joined = relate(view, part, object, 1);
    if (joined !== undefined) return joined;
  }
  return undefined;
}

const hostFields: ReadonlySet<string> = new Set(["netloc", "hostname"]);
const addressParsers: ReadonlySet<string> = new Set(["urllib.parse.urlparse", "urllib.parse.urlsplit"]);

/** `urlparse(address).netloc` says where an address leads, and nothing else. */
function relateHost(
  view: BodyView,
  parsed: ValueId,
  field: string,
  object: ValueId,
  steps: number,
): Relation | undefined {
  if (!hostFields.has(field)) return undefined;
  const id = withoutVersions(view.graph, parsed);
  const value = view.graph.values[id];
  if (value?.kind !== "call" || !calleesOf(view, value.call).names.some(({ name }) => addressParsers.has(name)))
    return undefined;
  const kinds = view.kinds.setOf(["url", "redirect"]);
  // What is put together again of the parsed address leads to the same host.
  if (id === object) return { path: wholeValue, kinds };
  const argument = view.graph.calls[value.call]?.arguments[0];
  const relation = argument === undefined ? undefined : relate(view, argument.value, object, steps + 1);
  return relation === undefined ? undefined : { ...relation, kinds };
}

/** Methods of text whose result tells all that matters of it. */
const keepingMethods: ReadonlySet<string> = new Set(
  "lower upper casefold title capitalize swapcase strip lstrip rstrip encode decode removeprefix removesuffix resolve absolute".split(
    " ",
  ),
);
const keepingFunctions: ReadonlySet<string> = new Set(
  "str int float os.path.normpath os.path.realpath os.path.abspath os.path.normcase os.fspath pathlib.Path".split(" "),
);

function relateCall(view: BodyView, call: number, object: ValueId, steps: number): Relation | undefined {
  const site = view.graph.calls[call];
  if (site === undefined) return undefined;
  if (site.method !== undefined && keepingMethods.has(site.method.name))
    return relate(view, site.method.object, object, steps + 1);
  const [argument] = site.arguments;
  const { names } = calleesOf(view, call);
  if (argument !== undefined && names.some(({ name }) => commonFolder.has(name)))
    return relateFolder(view, argument.value, object, steps);
  if (argument === undefined || !names.some(({ name }) => keepingFunctions.has(name))) return undefined;
  return relate(view, argument.value, object, steps + 1);
}

const commonFolder: ReadonlySet<string> = new Set(["os.path.commonpath", "os.path.commonprefix"]);

/** `commonpath([ROOT, path]) == ROOT` says that the path lies below. */
function relateFolder(view: BodyView, paths: ValueId, object: ValueId, steps: number): Relation | undefined {
  const container = view.graph.values[withoutVersions(view.graph, paths)];
  for (const element of container?.kind === "container" ? container.elements : []) {
    const relation = relate(view, element.value, object, steps + 1);
    if (relation !== undefined) return { ...relation, kinds: view.kinds.setOf(["path", "archive-path"]) };
  }
  return undefined;
}

/** The kinds that a tested value is harmless for. */
function kindsOfTest(view: BodyView, subject: ValueId, test: Guard["test"]): KindSet {
  switch (test.kind) {
    case "compare":
      return kindsOfComparison(view, test.operator, test.other);
    case "compared-with":
      if (test.operator === "not in") return kindsWithout(view, test.other);
      return kindsOfComparison(view, mirrored[test.operator] ?? "", test.other);
    case "truth":
      // What is empty, zero or None holds nothing.
      return test.outcome ? 0 : allKinds;
    case "call":
      return kindsOfCall(view, subject, test.call, test.outcome);
  }
}

/** What a text is harmless for that something does not stand in: a separator of paths, or the end of a line. */
function kindsWithout(view: BodyView, other: ValueId): KindSet {
  const constant = constantOf(view.graph, other);
  const value = view.graph.values[withoutVersions(view.graph, other)];
  if (value?.kind === "global" && (value.name === "os.sep" || value.name === "os.path.sep"))
    return view.kinds.setOf(["path", "archive-path"]);
  if (constant?.type !== "str") return 0;
  return constant.text === "/" ? view.kinds.setOf(["path", "archive-path"]) : 0;
}

/** `other op value` as `value op other`. */
const mirrored: Readonly<Record<string, string>> = { "==": "==", is: "is", ">": "<", ">=": "<=" };

function kindsOfComparison(view: BodyView, operator: string, other: ValueId): KindSet {
  switch (operator) {
    case "in":
      return isAllowList(view, other) ? allKinds : 0;
    case "==":
    case "is":
      return isFixed(view, other) ? allKinds : 0;
    case "<":
    case "<=":
      // A bound for how much is asked for.
      return isFixed(view, other) ? view.kinds.setOf(["allocation"]) : 0;
    default:
      return 0;
  }
}

/** Whether somebody wrote down what may be: a constant, or something that is there before any data comes in. */
function isFixed(view: BodyView, id: ValueId): boolean {
  const { graph } = view;
  if (constantOf(graph, id) !== undefined) return true;
  const value = graph.values[withoutVersions(graph, id)];
  switch (value?.kind) {
    case "global":
    case "constant":
      return true;
    case "field":
      if (isFromLibrary(view, value.object)) return false;
      return isFixed(view, value.object) || isSelf(view, value.object);
    default:
      return false;
  }
}

function isSelf(view: BodyView, id: ValueId): boolean {
  const value = view.graph.values[withoutVersions(view.graph, id)];
  return value?.kind === "parameter" && value.index === 0 && view.fact?.class !== undefined;
}

/** Whether being in it says that something is allowed: it must not itself come from outside, nor be a text that has a part in common, unless it stands in a list. */
function isAllowList(view: BodyView, id: ValueId, isElement = false): boolean {
  const { graph } = view;
  const at = withoutVersions(graph, id);
  const value = graph.values[at];
  const isText = typeOfValue(view, at).types.some(
    ({ kind, ...type }) => kind === "builtin" && "name" in type && type.name === "str",
  );
  if (isText && !isElement) return constantOf(graph, at) !== undefined;
  switch (value?.kind) {
    case "container":
      return value.elements.every((element) => isFixed(view, element.value) || isAllowList(view, element.value, true));
    case "call":
    case "element":
    case "parameter":
    case "capture":
    case "merge":
      return !isFromLibrary(view, at);
    default:
      return isFixed(view, at);
  }
}

/** Whether it is an object that a library gives, of which data comes, as a request is. */
function isFromLibrary(view: BodyView, id: ValueId): boolean {
  return typeOfValue(view, id).types.some((type) => type.kind === "library" && view.library.givesData(type.name));
}

function kindsOfCall(view: BodyView, subject: ValueId, call: number, outcome: boolean): KindSet {
  const site = view.graph.calls[call];
  if (site === undefined) return 0;
  const tested = withoutVersions(view.graph, subject);
  const isTested = (value: ValueId | undefined): boolean =>
    value !== undefined && withoutVersions(view.graph, value) === tested;
  const role = isTested(site.method?.object) ? objectRole : site.arguments.findIndex(({ value }) => isTested(value));
  const { names, targets } = calleesOf(view, call);
  let kinds = kindsOfTargets(view, site, targets, role, outcome);
  if (outcome && role === 0 && names.some(({ name }) => name === "isinstance"))
    kinds |= kindsOfClasses(view, site.arguments[1]?.value);
  if (outcome && role === objectRole && site.method?.name === "startswith")
    kinds |= kindsOfPrefix(view, site.arguments[0]?.value);
  return kinds | kindsOfModels(view, subject, { site, names, role }, outcome);
}

interface TestedRole {
  readonly site: CallSite;
  readonly names: Callees["names"];
  readonly role: number;
}

/** What models say of what a call gives. */
function kindsOfModels(view: BodyView, subject: ValueId, { site, names, role }: TestedRole, outcome: boolean): KindSet {
  let kinds: KindSet = 0;
  for (const { name } of names) {
    for (const guard of view.library.call(name)?.guards ?? []) {
      const isTested = placePart(guard.part, site).some((placed) => placed.role === role && placed.path.length === 0);
      if (!isTested || guard.outcome !== outcome || !conditionsHold(view, site, guard.when)) continue;
      if (isPrepared(view, subject, guard)) kinds |= guard.kinds;
    }
  }
  return kinds;
}

/** What functions of the project say of an argument by what they return; all that may be called must say it. */
function kindsOfTargets(
  view: BodyView,
  site: CallSite,
  targets: readonly Target[],
  role: number,
  outcome: boolean,
): KindSet {
  if (targets.length === 0 || role < 0) return 0;
  let kinds: KindSet = allKinds;
  for (const { ref, fact, skipped } of targets) {
    const [passed] = fact === undefined ? [] : passedPaths(fact.parameters, site, skipped, role, wholeValue);
    kinds &= passed === undefined ? 0 : view.summaries.guard(ref.path, ref.key, passed.parameter, outcome).kinds;
  }
  return kinds;
}

const harmlessTypes: ReadonlySet<string> = new Set([
  "int",
  "float",
  "bool",
  "complex",
  "uuid.UUID",
  "datetime.datetime",
  "datetime.date",
  "decimal.Decimal",
  "ipaddress.IPv4Address",
  "ipaddress.IPv6Address",
]);

/** Objects of some classes hold no text. */
function kindsOfClasses(view: BodyView, classes: ValueId | undefined): KindSet {
  if (classes === undefined) return 0;
  const value = view.graph.values[withoutVersions(view.graph, classes)];
  const all = value?.kind === "container" ? value.elements.map((element) => element.value) : [classes];
  const isHarmless = all.every((id) => {
    const { types } = typeOfValue(view, id);
    return types.length > 0 && types.every((type) => type.kind === "external" && harmlessTypes.has(type.name));
  });
  return isHarmless && all.length > 0 ? allKinds : 0;
}

/** An address whose host is written down leads there. */
function kindsOfPrefix(view: BodyView, prefix: ValueId | undefined): KindSet {
  const constant = prefix === undefined ? undefined : constantOf(view.graph, prefix);
  if (constant?.type !== "str" || !/^https?:\/\/[^/?#@]+[/?#]/.test(constant.text)) return 0;
  return view.kinds.setOf(["url", "redirect"]);
}

/** Whether the value has been through one of the calls without which the guard says nothing. */
function isPrepared(view: BodyView, subject: ValueId, { after }: SanitizerOfCall): boolean {
  if (after.length === 0) return true;
  const names = new Set(after.map((name) => view.library.canonical(name)));
  const seen = new Set<ValueId>();
  const visit = (id: ValueId, depth: number): boolean => {
    const at = withoutVersions(view.graph, id);
    if (seen.has(at) || depth > 8) return false;
    seen.add(at);
    const value = view.graph.values[at];
    if (value === undefined) return false;
    if (value.kind === "derived" || value.kind === "merge") return value.from.some((from) => visit(from, depth + 1));
    if (value.kind === "field" || value.kind === "element") return visit(value.object, depth + 1);
    if (value.kind !== "call") return false;
    if (calleesOf(view, value.call).names.some(({ name }) => names.has(name))) return true;
    const site = view.graph.calls[value.call];
    if (site?.method !== undefined && visit(site.method.object, depth + 1)) return true;
    return site?.arguments.some((argument) => visit(argument.value, depth + 1)) === true;
  };
  return visit(subject, 0);
}
