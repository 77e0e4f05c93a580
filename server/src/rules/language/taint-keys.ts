/** What may stand beside the operators in an entry of sources, sinks, sanitizers and propagators, in both syntaxes. */
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
} from "./key-description.js";

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
  describe("from", metavariable, "The metavariable that the data comes from.", "from: $FROM", { isRequired: true }),
  describe("to", metavariable, "The metavariable that the data goes to.", "to: $TO", { isRequired: true }),
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
