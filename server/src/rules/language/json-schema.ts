/** The table of the rule language as a JSON schema, for editors that know nothing else of it. */
import { keysOfPlace, openPlaces, strictPlaces, type KeyDescription, type Place, type ValueShape } from "./keys.js";

export type Schema = Readonly<Record<string, unknown>>;

/** The schema of rule files: draft 7, as language servers of YAML read it. */
export function createRuleSchema(): Schema {
  const places = Object.keys(keysOfPlace) as Place[];
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Kingsnake rules",
    description: "Rules in Semgrep's syntax, with the keys that Kingsnake adds.",
    ...schemaOfPlace("file"),
    definitions: Object.fromEntries(
      places.filter((place) => place !== "file").map((place) => [place, schemaOfPlace(place)]),
    ),
  };
}

function schemaOfPlace(place: Place): Schema {
  const keys = keysOfPlace[place];
  const required = keys.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const isStrict = strictPlaces.includes(place) && !openPlaces.includes(place);
  return {
    type: "object",
    properties: Object.fromEntries(keys.map((key) => [key.name, schemaOfKey(key)])),
    ...(required.length > 0 && { required }),
    ...(isStrict && { additionalProperties: false }),
    ...numberOfKeys(place, keys),
  };
}

/** Entries of lists hold one operator or condition; other maps with operators hold one of them beside settings. */
function numberOfKeys(place: Place, keys: readonly KeyDescription[]): Schema {
  if (place === "entry" || place === "alternative" || place === "formula")
    return { minProperties: 1, maxProperties: 1 };
  // A rule may have sources and sinks in their place, and an entry of "where" a type or an analyzer.
  if (place === "rule" || place === "where") return {};
  const operators = keys.filter(({ isOperator, standing }) => isOperator && standing === "used");
  if (place === "propagator" || place === "match-propagator") return formsOfPropagator(operators);
  return operators.length === 0 ? {} : { oneOf: operators.map(({ name }) => ({ required: [name] })) };
}

/** An operator with the metavariables that data comes from and goes to, or what models say. */
function formsOfPropagator(operators: readonly KeyDescription[]): Schema {
  const written = operators.map(({ name }) => ({ required: [name, "from", "to"] }));
  const without = { not: { anyOf: operators.map(({ name }) => ({ required: [name] })) } };
  return {
    oneOf: [...written, { required: ["from"], properties: { from: { not: { pattern: "^\\$" } } }, ...without }],
  };
}

function schemaOfKey(key: KeyDescription): Schema {
  const { documentation, example, reason, standing, value } = key;
  const description = standing === "used" ? documentation : `${documentation} ${reason}`;
  return {
    description,
    ...(example !== "" && { markdownDescription: `${description}\n\n\`\`\`yaml\n${example}\n\`\`\`` }),
    ...(standing === "refused" && { deprecationMessage: reason, doNotSuggest: true }),
    ...(standing === "used" ? schemaOfShape(value) : {}),
  };
}

function schemaOfShape(shape: ValueShape): Schema {
  switch (shape.kind) {
    case "anything":
      return {};
    case "boolean":
      return { type: "boolean" };
    case "integer":
      return { type: "integer" };
    case "metavariable":
      return { type: "string", pattern: "^\\$(\\.\\.\\.)?([A-Z_][A-Z_0-9]*|[0-9]+)$" };
    case "version":
      return { type: ["string", "number"] };
    case "labels-of-metavariables":
      return { type: "object", minProperties: 1, maxProperties: 1, additionalProperties: { type: "string" } };
    case "choice":
      return schemaOfChoice(shape);
    case "list":
      return { type: "array", items: schemaOfShape(shape.of) };
    case "map":
      return { $ref: `#/definitions/${shape.place}` };
    case "either":
      return { anyOf: shape.of.map(schemaOfShape) };
    default:
      return { type: "string" };
  }
}

function schemaOfChoice({ choices, isOpen }: Extract<ValueShape, { readonly kind: "choice" }>): Schema {
  const words = choices.map(({ value }) => value);
  const known: Schema = { enum: words, markdownEnumDescriptions: choices.map(({ documentation }) => documentation) };
  return isOpen ? { anyOf: [known, { type: "string" }] } : known;
}
