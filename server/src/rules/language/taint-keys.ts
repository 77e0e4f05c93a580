/** What may stand beside the operators, or in their place, in an entry of sources, sinks, sanitizers and propagators, in both syntaxes. */
import { propagatorKinds, sinkKinds, sourceKinds, type Kind } from "../../models/kinds.js";
import {
  boolean,
  choiceOf,
  describe,
  eitherOf,
  labels,
  listOf,
  metavariable,
  text,
  type KeyDescription,
  type ValueShape,
} from "./key-description.js";

const fromModels = { isOperator: true, origin: "kingsnake" } as const;

/** A kind that models know, or a list of them. */
function kindsOf(kinds: readonly Kind[]): ValueShape {
  const choice = choiceOf(Object.fromEntries(kinds.map(({ name, description }) => [name, description])));
  return eitherOf(choice, listOf(choice));
}

export const sourceFromModels = describe(
  "from",
  kindsOf(sourceKinds),
  "In place of a pattern: the sources of a kind, as models of libraries tell them, followed through the whole project.",
  "from: [http-request, lambda-event]",
  fromModels,
);

export const sinkFromModels = describe(
  "from",
  kindsOf(sinkKinds),
  "In place of a pattern: the sinks of a kind, as models of libraries tell them.",
  "from: sql",
  fromModels,
);

export const sanitizerFromModels = describe(
  "from",
  kindsOf(sinkKinds),
  "In place of a pattern: what makes data harmless for a kind of sinks. For the kinds of the rule's own sinks this holds anyway.",
  "from: sql",
  fromModels,
);

const sideEffectOfSource = eitherOf(
  boolean,
  choiceOf({ only: "Only what the expression stands for from there on, not the expression itself." }),
);

const label = describe("label", text, "The name of this kind of data, for formulas of `requires`.", "label: USER");

const sourceRequires = describe(
  "requires",
  labels,
  "Labels that the data must have already; a boolean formula.",
  "requires: USER and not CHECKED",
);

const exact = describe(
  "exact",
  boolean,
  "Whether only the whole expression that matches counts, and not what lies in it.",
  "exact: true",
);

const bySideEffect = "by-side-effect: true";

export const sourceSettings: readonly KeyDescription[] = [
  label,
  sourceRequires,
  describe(
    "by-side-effect",
    sideEffectOfSource,
    "Whether the variable that matches is tainted from there on, too.",
    bySideEffect,
  ),
  exact,
  describe("control", boolean, "Whether all that runs after it is tainted, whatever the data.", "control: true"),
];

export const sinkSettings: readonly KeyDescription[] = [
  describe(
    "requires",
    eitherOf(labels, listOf({ kind: "labels-of-metavariables" })),
    "Labels that the data must have; a boolean formula, or one for each metavariable.",
    "requires: USER and not CHECKED",
  ),
  exact,
  describe("at-exit", boolean, "Whether it counts only where a function ends.", "at-exit: true"),
];

export const sanitizerSettings: readonly KeyDescription[] = [
  describe(
    "by-side-effect",
    boolean,
    "Whether the variable that matches is harmless from there on, too.",
    bySideEffect,
  ),
  exact,
  describe(
    "not_conflicting",
    boolean,
    "Whether what is a source or a sink as well is not taken for sanitized.",
    "not_conflicting: true",
  ),
];

export const propagatorSettings: readonly KeyDescription[] = [
  describe(
    "from",
    eitherOf(metavariable, kindsOf(propagatorKinds)),
    "The metavariable that the data comes from; or, in place of a pattern, what models of libraries say.",
    "from: $FROM",
  ),
  describe("to", metavariable, "The metavariable that the data goes to; a pattern needs it and `from`.", "to: $TO"),
  label,
  sourceRequires,
  describe(
    "replace-labels",
    listOf(text),
    "The labels that the new label takes the place of.",
    "replace-labels: [USER]",
  ),
  describe("by-side-effect", boolean, "Whether the variable that the data goes to stays tainted.", bySideEffect),
];
