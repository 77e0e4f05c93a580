/** The table of the format of models as a JSON schema, for editors, and as tables for docs/models.md. */
import { sinkKinds, sourceKinds, type Kind } from "./kinds.js";
import { modelKeys, type ModelPlace, type ModelShape } from "./model-keys.js";

export type ModelSchema = Readonly<Record<string, unknown>>;

/** The schema of model files: draft 7, as language servers of YAML read it. */
export function createModelSchema(): ModelSchema {
  const places = Object.keys(modelKeys) as ModelPlace[];
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Kingsnake models",
    description: "What libraries do with data: where it comes in, where it must not go, what makes it harmless.",
    ...schemaOfPlace("file"),
    definitions: Object.fromEntries(
      places.filter((place) => place !== "file").map((place) => [place, schemaOfPlace(place)]),
    ),
  };
}

function schemaOfPlace(place: ModelPlace): ModelSchema {
  const keys = modelKeys[place];
  return {
    type: "object",
    properties: Object.fromEntries(
      keys.map(({ name, shape, documentation }) => [name, { description: documentation, ...schemaOfShape(shape) }]),
    ),
    required: keys.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    additionalProperties: false,
  };
}

function schemaOfShape(shape: ModelShape): ModelSchema {
  switch (shape.kind) {
    case "boolean":
      return { type: "boolean" };
    case "word":
      return { enum: shape.words };
    case "map":
      return { $ref: `#/definitions/${shape.place}` };
    case "name-or-map":
      return { anyOf: [{ type: "string" }, { $ref: `#/definitions/${shape.place}` }] };
    case "dictionary":
      return { type: "object", additionalProperties: schemaOfShape(shape.of) };
    case "list": {
      const of = schemaOfShape(shape.of);
      return { anyOf: [of, { type: "array", items: of }] };
    }
    case "constant":
      return { type: ["string", "number", "boolean", "null"] };
    case "part":
    case "argument":
      return { type: ["string", "integer"] };
    default:
      return { type: "string" };
  }
}

const titles: readonly (readonly [place: ModelPlace, title: string])[] = [
  ["file", "A model file"],
  ["source", "Sources"],
  ["parameter", "Parameters of functions, and functions that return"],
  ["registration", "Functions that are handed to a call"],
  ["named", "Things by their name"],
  ["sink", "Sinks"],
  ["condition", "Conditions"],
  ["sanitizer", "Sanitizers"],
  ["guard", "Guards"],
  ["propagator", "Propagators"],
  ["guess", "Guesses"],
];

/** The tables of docs/models.md, in Markdown: keys of each kind of map, and the kinds of sources and sinks. */
export function createModelReference(): string {
  const sections = titles.flatMap(([place, title]) => ["", `### ${title}`, "", ...tableOfKeys(place)]);
  const kinds = [
    ...["", "### Kinds of sources", "", ...tableOfKinds(sourceKinds)],
    ...["", "### Kinds of sinks", "", ...tableOfKinds(sinkKinds)],
  ];
  return [...sections, ...kinds].join("\n").trimStart();
}

function tableOfKeys(place: ModelPlace): readonly string[] {
  const rows = modelKeys[place].map(
    ({ name, shape, documentation, isRequired }) =>
      `| \`${name}\` | ${wordsFor(shape)} | ${documentation.replaceAll("|", "\\|")} | ${isRequired ? "needed" : ""} |`,
  );
  return ["| key | value | meaning | |", "| --- | --- | --- | --- |", ...rows];
}

function tableOfKinds(kinds: readonly Kind[]): readonly string[] {
  return [
    "| kind | what it is |",
    "| --- | --- |",
    ...kinds.map(({ name, description }) => `| \`${name}\` | ${description} |`),
  ];
}

/** What a value is, in as few words as it takes. */
function wordsFor(shape: ModelShape): string {
  switch (shape.kind) {
    case "list":
      return `${wordsFor(shape.of)}s`;
    case "map":
      return "map";
    case "name-or-map":
      return "name, or name and part";
    case "dictionary":
      return `from names to ${wordsFor(shape.of)}${shape.of.kind === "list" ? "" : "s"}`;
    case "word":
      return shape.words.length > 4 ? "kind" : shape.words.join(", ");
    case "regex":
      return "regular expression";
    case "boolean":
      return "true, false";
    default:
      return shape.kind;
  }
}
