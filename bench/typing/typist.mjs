// A typist: where a person would edit a file, and the edits of one small change after another, keystroke by keystroke.
// The same text, seed and count give the same edits.
import { additions, defects, docstrings, pastes, plainStatements, statements } from "./statements.mjs";
import { seededRandom } from "./random.mjs";

/** @typedef {{ offset: number, removed: number, inserted: string }} Edit offsets are UTF-16 */
/** @typedef {{ end: number, indentation: string, parameters: string[] }} Place the end of a statement in a function */

/** Successive changes are this share of the file apart: every part of it is visited, in no order. */
const stride = 0.618034;
const mistakes = 0.03;

/**
 * @param {string} text
 * @param {{ parser: import("web-tree-sitter").Parser, seed: number, count: number }} how
 * @returns {Edit[]} to be done one after the other, each in the text that the one before has left
 */
export function typeInto(text, { parser, seed, count }) {
  const random = seededRandom(seed);
  /** @type {Edit[]} */
  const edits = [];
  let current = text;
  for (let change = 1; edits.length < count; change++) {
    const places = findPlaces(current, parser);
    if (places.length === 0) throw new Error("there is no function to type in");
    const place = places[Math.floor(((change * stride) % 1) * places.length)];
    const kind = random.pickWeighted(changes);
    for (const edit of kind(current, place, random)) {
      edits.push(edit);
      current = apply(current, edit);
    }
  }
  return edits.slice(0, count);
}

/** @param {string} text @param {Edit} edit */
export function apply(text, edit) {
  return text.slice(0, edit.offset) + edit.inserted + text.slice(edit.offset + edit.removed);
}

const simpleStatements = new Set(["expression_statement", "assert_statement", "delete_statement", "pass_statement"]);

/** @param {string} text @param {import("web-tree-sitter").Parser} parser @returns {Place[]} in the order of the text */
function findPlaces(text, parser) {
  const tree = parser.parse(text);
  /** @type {Place[]} */
  const places = [];
  for (const definition of tree.rootNode.descendantsOfType("function_definition")) {
    const parameters = (definition.childForFieldName("parameters")?.namedChildren ?? [])
      .map((parameter) => /^\w+/.exec(parameter.text)?.[0] ?? "")
      .filter((name) => name !== "" && name !== "self" && name !== "cls");
    for (const statement of definition.childForFieldName("body")?.namedChildren ?? []) {
      const end = statement.endIndex;
      const indentation = indentationBefore(text, statement.startIndex);
      if (
        simpleStatements.has(statement.type) &&
        /^[ \t]*\r?\n/.test(text.slice(end, end + 80)) &&
        indentation !== undefined
      ) {
        places.push({ end, indentation, parameters: parameters.length > 0 ? parameters : ["value"] });
      }
    }
  }
  tree.delete();
  return places;
}

/** Undefined where something else stands before the statement on its line. */
function indentationBefore(text, start) {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^[ \t]+$/.test(before) ? before : undefined;
}

/** @type {readonly (readonly [number, (text: string, place: Place, random: ReturnType<typeof seededRandom>) => Iterable<Edit>])[]} */
const changes = [
  [4, (_, place, random) => typeLine(place, fill(random.pick(statements), place, random), random)],
  [6, (_, place, random) => typeLine(place, fill(random.pick(plainStatements), place, random), random)],
  [4, (_, place, random) => typeLine(place, fill(random.pick(defects), place, random), random)],
  [1, (_, place, random) => typeLine(place, random.pick(docstrings), random)],
  [3, (_, place, random) => pasteLine(place, fill(random.pick(pastes), place, random), random)],
  [3, reopenBracket],
  [2, retypeWord],
];

function fill(template, place, random) {
  return template.replaceAll("{p}", random.pick(place.parameters));
}

/** A new line after the statement, typed character by character; most of the time deleted again as a whole. */
function* typeLine(place, line, random) {
  const start = place.end;
  let end = start;
  for (const key of keystrokes(line, place.indentation)) {
    if (random.happens(mistakes)) {
      yield { offset: end, removed: 0, inserted: random.pick(["(", "e", "'", ")", " ", "x"]) };
      yield { offset: end, removed: 1, inserted: "" };
    }
    yield { offset: end, removed: 0, inserted: key };
    end += key.length;
  }
  if (random.happens(0.75)) yield { offset: start, removed: end - start, inserted: "" };
}

/** A newline comes with the indentation that the editor adds; everything else is one character. */
function keystrokes(line, indentation) {
  return `\n${line}`
    .match(/\n *|[^\n]/g)
    .map((key) => (key.startsWith("\n") ? `\n${indentation}${key.slice(1)}` : key));
}

/** Something pasted below the statement, its last characters deleted and typed again, then deleted. */
function* pasteLine(place, pasted, random) {
  const newline = `\n${place.indentation}`;
  yield { offset: place.end, removed: 0, inserted: newline };
  const start = place.end + newline.length;
  const text = pasted.replaceAll("\n", newline);
  yield { offset: start, removed: 0, inserted: text };
  yield* eraseAndRetype(start + text.length, text.slice(-6));
  if (random.happens(0.75)) yield { offset: place.end, removed: newline.length + text.length, inserted: "" };
}

/** The closing bracket that ends the statement goes, an argument is typed, it comes back, the argument goes again. */
function* reopenBracket(text, place, random) {
  const bracket = text[place.end - 1];
  if (!")]}".includes(bracket)) return yield* retypeWord(text, place, random);
  const start = place.end - 1;
  const addition = random.pick(additions);
  yield { offset: start, removed: 1, inserted: "" };
  for (let typed = 0; typed < addition.length; typed++) {
    yield { offset: start + typed, removed: 0, inserted: addition[typed] };
  }
  yield { offset: start + addition.length, removed: 0, inserted: bracket };
  if (addition !== "") yield { offset: start, removed: addition.length, inserted: "" };
}

/** The end of the statement is erased character by character and typed again. */
function* retypeWord(text, place) {
  yield* eraseAndRetype(place.end, /\w{0,8}\W?$/.exec(text.slice(place.end - 9, place.end))[0]);
}

function* eraseAndRetype(end, erased) {
  for (let left = erased.length; left > 0; left--)
    yield { offset: end - erased.length + left - 1, removed: 1, inserted: "" };
  for (let typed = 0; typed < erased.length; typed++) {
    yield { offset: end - erased.length + typed, removed: 0, inserted: erased[typed] };
  }
}
