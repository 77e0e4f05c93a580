/**
 * The format of model files as one table: for each kind of map, its keys. The reader checks against it, and the JSON schema and the tables of
 * docs/models.md are made from it.
 */
import { sinkKinds, sourceKinds, type Kind } from "./kinds.js";

/** A kind of map in a model file. */
export type ModelPlace =
  | "file"
  | "source"
  | "sink"
  | "sanitizer"
  | "propagator"
  | "condition"
  | "parameter"
  | "registration"
  | "named"
  | "call"
  | "guard"
  | "guess";

/** What a value must be. `list` also takes one entry that is not in a list. */
export type ModelShape =
  | { readonly kind: "text" | "boolean" | "name" | "type-name" | "part" | "argument" | "regex" | "constant" }
  | { readonly kind: "word"; readonly words: readonly string[] }
  | { readonly kind: "list"; readonly of: ModelShape }
  | { readonly kind: "map"; readonly place: ModelPlace }
  | { readonly kind: "name-or-map"; readonly place: ModelPlace }
  /** From names to values. */
  | { readonly kind: "dictionary"; readonly key: "name" | "type-name"; readonly of: ModelShape };

export interface ModelKey {
  readonly name: string;
  readonly shape: ModelShape;
  /** One sentence. */
  readonly documentation: string;
  readonly isRequired: boolean;
}

const text: ModelShape = { kind: "text" };
const boolean: ModelShape = { kind: "boolean" };
const part: ModelShape = { kind: "part" };
const name: ModelShape = { kind: "name" };
const names = listOf(name);
const parts = listOf(part);
const regexes = listOf({ kind: "regex" });
const conditions = listOf(mapOf("condition"));
const confidence = wordOf("medium", "low");

function listOf(of: ModelShape): ModelShape {
  return { kind: "list", of };
}

function mapOf(place: ModelPlace): ModelShape {
  return { kind: "map", place };
}

function wordOf(...words: readonly string[]): ModelShape {
  return { kind: "word", words };
}

function namesOf(kinds: readonly Kind[]): readonly string[] {
  return kinds.map((kind) => kind.name);
}

function optional(key: string, shape: ModelShape, documentation: string): ModelKey {
  return { name: key, shape, documentation, isRequired: false };
}

function needed(key: string, shape: ModelShape, documentation: string): ModelKey {
  return { name: key, shape, documentation, isRequired: true };
}

const fileKeys: readonly ModelKey[] = [
  needed("library", text, "What the file is about; a note for readers."),
  optional("sources", listOf(mapOf("source")), "Where data comes from."),
  optional("sinks", listOf(mapOf("sink")), "Where data from outside must not arrive."),
  optional("sanitizers", listOf(mapOf("sanitizer")), "What makes data harmless."),
  optional(
    "propagators",
    listOf(mapOf("propagator")),
    "How data goes through calls; unknown calls of which nothing is said give low confidence.",
  ),
  optional("stops", names, "Calls that give nothing of what goes in."),
  optional(
    "types",
    { kind: "dictionary", key: "type-name", of: name },
    "Classes of variables and attributes, of what calls (`f()`) give, and of what stands in them (`x[*]`).",
  ),
  optional("classes", { kind: "dictionary", key: "name", of: names }, "Classes with their bases."),
  optional("aliases", { kind: "dictionary", key: "name", of: name }, "Other names of a class, function or module."),
  optional("guesses", listOf(mapOf("guess")), "Classes of objects of which only the variable's name is known."),
];

const sourceKeys: readonly ModelKey[] = [
  needed("kind", wordOf(...namesOf(sourceKinds)), "What rules call it."),
  needed("description", text, 'What a reader is told, as "a query parameter".'),
  optional("trust", wordOf("remote", "local"), "Who has it in hand; what the kind says if it is left out."),
  optional("confidence", confidence, "The most that a flow from it can have."),
  optional("harmless", listOf(wordOf(...namesOf(sinkKinds))), "Kinds of sinks that it is harmless for as it comes."),
  optional("reads", names, "Attributes and variables that bring data when they are read."),
  optional("calls", listOf({ kind: "name-or-map", place: "call" }), "Calls whose result, or `part`, brings data."),
  optional("parameters", listOf(mapOf("parameter")), "Parameters of functions that are called from outside."),
  optional("registrations", listOf(mapOf("registration")), "Parameters of functions that are handed to a call."),
  optional("named", listOf(mapOf("named")), "Whatever is called so."),
  optional("caught", names, "Exceptions whose `except E as name` binds it."),
];

const sinkKeys: readonly ModelKey[] = [
  needed("kind", wordOf(...namesOf(sinkKinds)), "What rules call it."),
  needed("description", text, 'What a reader is told, as "an SQL statement".'),
  optional("confidence", confidence, "The most that a flow to it can have."),
  optional("calls", names, "Calls that must not get data from outside."),
  optional("parts", parts, "Which parts of the calls."),
  optional("when", conditions, "What must hold of a call."),
  optional(
    "writes",
    names,
    "Attributes that must not be set to data from outside; `x[key] = value` is a call of `__setitem__` of the class of `x`.",
  ),
  optional(
    "returns",
    listOf(mapOf("parameter")),
    "Functions that must not return it; `names`, `exceptNames` and `type` have no meaning here.",
  ),
  optional("exceptPrefix", { kind: "regex" }, "What text must begin with to be harmless, whatever follows."),
  optional("deep", boolean, "Whether data of which only a part is tainted counts as well."),
];

const sanitizerKeys: readonly ModelKey[] = [
  needed(
    "kinds",
    listOf(wordOf("*", ...namesOf(sinkKinds))),
    "The kinds of sinks that data is harmless for; `*` for all.",
  ),
  optional("except", listOf(wordOf(...namesOf(sinkKinds))), "Kinds that are left out of `*`."),
  optional("calls", names, "Calls whose result is harmless."),
  optional("reads", names, "Attributes that are harmless, whatever their object is."),
  optional(
    "checks",
    listOf({ kind: "name-or-map", place: "call" }),
    "Calls that raise unless their argument (`part`, the first one if it is left out) is harmless.",
  ),
  optional("guards", listOf(mapOf("guard")), "Calls whose being true (or false) says that a part is harmless."),
  optional("when", conditions, "What must hold of a call."),
  optional("after", names, "Guards count only for data that has been through one of these."),
];

const propagatorKeys: readonly ModelKey[] = [
  needed("calls", names, "The calls."),
  needed("from", parts, "What data goes in by."),
  needed("to", parts, "What data comes out by."),
  optional("deep", boolean, "Whether the result is text made of all that stands in what goes in."),
  optional(
    "harmless",
    listOf(wordOf(...namesOf(sinkKinds))),
    "Kinds of sinks that what goes this way is harmless for.",
  ),
  optional(
    "restores",
    listOf(wordOf("*", ...namesOf(sinkKinds))),
    "Kinds of sinks that the result is dangerous for again, because it undoes an encoding; `*` for all.",
  ),
];

const conditionKeys: readonly ModelKey[] = [
  needed(
    "argument",
    { kind: "argument" },
    "The argument, or `object(0)`: an argument of the call that made that part.",
  ),
  needed(
    "is",
    { kind: "constant" },
    "A constant, a regular expression between slashes, or `present`, `absent`, `constant`.",
  ),
  optional("not", boolean, "Turns the condition round."),
  optional(
    "otherwise",
    boolean,
    "What is taken where the argument is not given or not known; no otherwise means false.",
  ),
];

const parameterKeys: readonly ModelKey[] = [
  optional("decorators", names, "Functions with one of these decorators; any if it is left out."),
  optional("classes", names, "Methods of subclasses of one of these classes."),
  optional("functions", regexes, "Functions whose names match."),
  optional("names", regexes, "Parameters whose names match; all but self and cls if it is left out."),
  optional("exceptNames", regexes, "Parameters that bring nothing, by name."),
  optional("exceptTypes", names, "Parameters that bring nothing, by annotation."),
  optional("exceptDefaults", names, "Parameters that bring nothing, by what their default is a call of."),
  optional("exceptRoutes", regexes, "Parameters that a route converts, NAME being the parameter: `<int:NAME>`."),
  optional("type", name, "The parameter is an object of this class, and not itself tainted."),
];

const registrationKeys: readonly ModelKey[] = [
  needed("call", name, "The call that the function is handed to."),
  needed("part", part, "The argument that it is."),
  optional("names", regexes, "Parameters whose names match."),
  optional("exceptNames", regexes, "Parameters that bring nothing, by name."),
  optional("exceptRoutes", regexes, "Parameters that a route converts, NAME being the parameter: `<int:NAME>`."),
  optional("type", name, "The parameter is an object of this class, and not itself tainted."),
];

const namedKeys: readonly ModelKey[] = [
  needed("names", regexes, "Names, in letters of either case."),
  optional("exceptNames", regexes, "Names that are left out."),
  needed("of", listOf(wordOf("parameter", "field", "key", "variable")), "What is called so."),
];

const callKeys: readonly ModelKey[] = [needed("name", name, "The call."), needed("part", part, "The part of it.")];

/** The keys of each kind of map, the usual ones first. */
export const modelKeys: Readonly<Record<ModelPlace, readonly ModelKey[]>> = {
  file: fileKeys,
  source: sourceKeys,
  sink: sinkKeys,
  sanitizer: sanitizerKeys,
  propagator: propagatorKeys,
  condition: conditionKeys,
  parameter: parameterKeys,
  registration: registrationKeys,
  named: namedKeys,
  call: callKeys,
  guard: [...callKeys, needed("outcome", boolean, "Whether it is being true, or false, that says so.")],
  guess: [
    needed("names", regexes, "Names of variables, parameters and attributes, in letters of either case."),
    needed("type", name, "The class."),
  ],
};
