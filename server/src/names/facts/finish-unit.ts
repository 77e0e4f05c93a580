/** Types that need all of a unit to be known, and the hashes of its bodies. */
import type { Unit } from "../../syntax/unit.js";
import type { BodyFact, TypeExpression } from "../module-facts.js";
import { finishBody, type BodyDraft, type ModulePart } from "./body-draft.js";
import { hashDigits, mix, mixCode } from "./hash-code.js";
import type { FactScope } from "./scopes.js";
import { addType, containerType, stepsOfValue, trimmed, unionOf } from "./type-context.js";
import type { DefinedName, UnitFacts } from "./unit-facts.js";
import { typeOfBinding, typeOfValue } from "./value-types.js";
import type { UnfinishedFunction, Walk } from "./walk.js";

/** The unit that was walked over, and what is known of it already. */
export interface WalkedUnit {
  readonly unit: Unit;
  readonly class: string;
  readonly asked: ReadonlyMap<string, string | undefined> | undefined;
}

const nothing: readonly never[] = [];

/** What a walk over a unit found. `scope` is that in which the unit stands. */
export function finishUnit(
  walk: Walk,
  { unit, class: key, asked }: WalkedUnit,
  scope: FactScope,
  wanted: { has(word: string): boolean } | undefined,
): UnitFacts {
  for (const unfinished of walk.unfinished) {
    finishReturns(walk, unfinished);
    if (unfinished.decoratorObjects.length > 0) finishDecorators(walk, unfinished);
  }
  const variables = walk.pending.length === 0 ? nothing : finishBindings(walk);
  const defined = walk.defined.map(({ name, before }): DefinedName => ({
    name,
    before,
    added: (scope.counts?.get(name) ?? 0) - before,
  }));
  const { bodies, own } = finishBodies(walk, unit, scope.body, wanted);
  return {
    resolution: unit.resolution,
    class: key,
    asked,
    defined,
    functions: walk.functions,
    classes: walk.classes,
    members: walk.members,
    variables,
    bodies,
    own,
  };
}

/** What decorators are asked of is looked up around the function. */
function finishDecorators(walk: Walk, { fact, scope, decoratorObjects }: UnfinishedFunction): void {
  const { parent } = scope;
  const found: Record<string, TypeExpression> = {};
  for (const [name, object] of decoratorObjects) {
    walk.types.steps = stepsOfValue;
    const type = parent === undefined ? undefined : typeOfValue(walk.types, parent, object);
    if (type !== undefined) found[name] = type;
  }
  if (Object.keys(found).length > 0) fact.decoratorObjects = found;
}

function finishReturns(walk: Walk, { fact, scope, annotation }: UnfinishedFunction): void {
  const typesOf = (nodes: FactScope["returns"]): TypeExpression | undefined =>
    unionOf(
      nodes.map((node) => {
        walk.types.steps = stepsOfValue;
        return typeOfValue(walk.types, scope, node);
      }),
    );
  const returns: TypeExpression[] = [];
  if (annotation !== undefined) addType(returns, annotation);
  else if (scope.isGenerator) addType(returns, containerType("generator", typesOf(scope.yields)));
  else if (scope.returns.length > 0) addType(returns, typesOf(scope.returns));
  fact.returns = trimmed(returns);
}

/** Adds attributes to the walk's members; gives the variables of the module. */
function finishBindings(walk: Walk): UnitFacts["variables"] {
  const variables = new Map<string, TypeExpression[]>();
  const attributes = new Map<string, { class: string; name: string; types: TypeExpression[] }>();
  for (const pending of walk.pending) {
    walk.types.steps = stepsOfValue;
    const type = typeOfBinding(walk.types, pending.scope, pending);
    const name = walk.types.table.intern(pending.name);
    if (pending.class === undefined) {
      const known = variables.get(name);
      const types = known ?? [];
      if (known === undefined) variables.set(name, types);
      addType(types, type);
    } else {
      const id = `${pending.class} ${name}`;
      const attribute = attributes.get(id) ?? { class: pending.class, name, types: [] };
      attributes.set(id, attribute);
      addType(attribute.types, type);
    }
  }
  for (const attribute of attributes.values())
    walk.members.push({
      kind: "attribute",
      class: attribute.class,
      name: attribute.name,
      types: trimmed(attribute.types),
    });
  return [...variables].map(([name, types]) => ({ name, types: trimmed(types) }));
}

/** Places in a body are offsets in its unit, and what its names are depends on the functions around it, so the code of the whole unit counts. */
function finishBodies(
  walk: Walk,
  unit: Unit,
  own: BodyDraft,
  wanted: { has(word: string): boolean } | undefined,
): { readonly bodies: readonly BodyFact[]; readonly own: ModulePart } {
  const { table } = walk.types;
  let { meaning } = own;
  for (const body of walk.bodies) meaning = mix(meaning, body.meaning);
  const whole = table.hashCode(unit.text);
  const bodies = walk.bodies.map((body, index) =>
    finishBody(body, hashDigits(mixCode(whole, meaning, index + 1)), wanted),
  );
  const [only] = unit.statements;
  const block = unit.statements.length === 1 && only?.kind === "FunctionDef" ? only.children[4] : undefined;
  const hash =
    block === undefined
      ? mixCode(whole, meaning, 0)
      : mixCode(table.hashCode(unit.text.slice(0, block.start)), own.meaning, 0);
  return { bodies, own: { hash, calls: own.calls, words: own.words } };
}
