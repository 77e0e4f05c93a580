/** What holds between two characters of a text. */
import type { Place } from "./syntax.js";

const newline = 0x0a;

/** Whether a place is at an offset. Words are ASCII, as in PCRE without UCP. */
export const holdsAt: Readonly<Record<Place, (text: string, at: number) => boolean>> = {
  "text-start": (_, at) => at === 0,
  "text-end": (text, at) => at === text.length,
  "before-last-newline": (text, at) =>
    at === text.length || (at === text.length - 1 && text.charCodeAt(at) === newline),
  // Not after a newline that ends the text.
  "line-start": (text, at) => at === 0 || (at < text.length && text.charCodeAt(at - 1) === newline),
  "line-end": (text, at) => at === text.length || text.charCodeAt(at) === newline,
  "word-boundary": (text, at) => isWordAt(text, at - 1) !== isWordAt(text, at),
  "no-word-boundary": (text, at) => isWordAt(text, at - 1) === isWordAt(text, at),
};

function isWordAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // Behind either end it is NaN, which is in none of these.
  return (
    (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f
  );
}
