/** `requests.{get,post}` as a shell reads it: one name for each word in braces. */

/** Names that one entry may stand for. */
const maximumNames = 500;

/** The names that a text with braces stands for, in order; of braces in braces the inner ones are part of a word. */
export function expandBraces(text: string): readonly string[] {
  let names = [""];
  for (const piece of text.split(/(\{[^{}]*\})/)) {
    const words = piece.startsWith("{") && piece.endsWith("}") ? piece.slice(1, -1).split(",") : [piece];
    names = names.flatMap((name) => words.map((word) => name + word.trim())).slice(0, maximumNames);
  }
  return names;
}
