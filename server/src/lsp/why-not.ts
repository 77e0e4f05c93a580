/** The answer to "why is there no finding here?": which origins of a dangerous call were looked at, and what stopped each. */
import type { Location } from "vscode-languageserver";
import type { SinkExplanation, SinkOrigin, StoppedBy } from "../review/explain-sink.js";
import type { WhyNotOrigin, WhyNotResult } from "./custom-protocol.js";
import { toClientRange } from "./position-encoding.js";
import { escapeMarkdown } from "./rule-markdown.js";
import type { ServerContext } from "./server-context.js";
import { locateStepExactly, type StepOwner } from "./step-places.js";

/** The command of our own client that goes to a place. */
const showPlaceCommand = "kingsnake.showPlace";

/** An explanation with places and words. */
export async function describeExplanation(
  context: ServerContext,
  owner: StepOwner,
  explanation: SinkExplanation,
): Promise<WhyNotResult> {
  const range = toClientRange(owner.text, explanation.range, context.features.encoding);
  // All at once: the document may change while files are read.
  const origins = await Promise.all(
    explanation.origins.map(async (origin) =>
      describeOrigin(origin, await locateStepExactly(context, owner, origin.step)),
    ),
  );
  const answer = answerOf(explanation);
  const link = (place: Location): string => placeLink(place, owner.uri, context.features.ownCommands);
  const markdown = markdownOf(explanation.sink, answer, origins, link);
  return { uri: owner.uri, range, sink: explanation.sink ?? null, answer, origins, markdown };
}

function describeOrigin({ what, stoppedBy, why }: SinkOrigin, location: Location | undefined): WhyNotOrigin {
  return { what, stoppedBy, reason: reasons[stoppedBy], why, ...location };
}

/** What stopped an origin, in a few words. */
const reasons: Readonly<Record<StoppedBy, string>> = {
  constant: "a constant",
  sanitizer: "made safe on its way",
  guard: "checked before it gets here",
  unreachable: "never runs",
  "unknown-call": "lost in an unknown call",
  "not-a-source": "not from outside",
  "no-tainted-caller": "no caller passes data from outside",
  nothing: "arrives here",
};

/** The whole answer in a sentence or two. */
function answerOf({ sink, origins }: SinkExplanation): string {
  const count = origins.length;
  const unknown = origins.filter(({ stoppedBy }) => stoppedBy === "unknown-call").length;
  if (sink === undefined)
    return "Kingsnake knows nothing of this call that would make data from outside dangerous in it.";
  if (count === 0) return "Nothing goes into this call that could come from outside.";
  if (origins.some(({ stoppedBy }) => stoppedBy === "nothing"))
    return (
      "Data from outside does arrive here. If no finding is shown, its rule is switched off, silenced by a comment, " +
      "or below the severity or confidence that is shown."
    );
  if (unknown === count) return "Kingsnake cannot tell where what goes into this call comes from.";
  if (unknown > 0)
    return (
      `Kingsnake cannot tell where ${unknown} of the ${count} things that go into this call ` +
      `${unknown === 1 ? "comes" : "come"} from. The others bring no data from outside.`
    );
  return count === 1
    ? "What goes into this call brings no data from outside."
    : `None of the ${count} things that go into this call brings data from outside.`;
}

function markdownOf(
  sink: string | undefined,
  answer: string,
  origins: readonly WhyNotOrigin[],
  link: (place: Location) => string,
): string {
  const list = origins.map(({ what, reason, why, uri, range }) => {
    const place = uri === undefined || range === undefined ? "" : ` (${link({ uri, range })})`;
    return `- **${escapeMarkdown(what)}**${place}: ${reason}. ${escapeMarkdown(why)}`;
  });
  const title = "**Why is there no finding here?**";
  const head = sink === undefined ? title : `${title} ${escapeMarkdown(asSentence(sink))}`;
  return [head, answer, list.join("\n")].filter((part) => part !== "").join("\n\n");
}

function asSentence(clause: string): string {
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;
}

/** As "line 12" or "orders.py, line 12". Our own client goes there by a command, which also knows remote files. */
function placeLink({ uri, range: { start } }: Location, ownUri: string, ownCommands: boolean): string {
  const line = `line ${start.line + 1}`;
  const name = uri === ownUri ? line : `${fileName(uri)}, ${line}`;
  const target = ownCommands
    ? `command:${showPlaceCommand}?${encodeURIComponent(JSON.stringify([uri, start.line, start.character]))}`
    : `<${uri}#L${start.line + 1}>`;
  return `[${escapeMarkdown(name)}](${target})`;
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // Not every URI is well-formed.
    return name;
  }
}
