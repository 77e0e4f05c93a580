/** The answer to "why is there no finding here?": which origins of a dangerous call were looked at, and what stopped each. */
import type { Location } from "vscode-languageserver";
import type { SinkExplanation, SinkOrigin, StoppedBy } from "../review/explain-sink.js";
import type { WhyNotOrigin, WhyNotResult } from "./custom-protocol.js";
import { toClientRange } from "./position-encoding.js";
import { escapeMarkdown } from "./rule-markdown.js";
import type { ServerContext } from "./server-context.js";
import { locateStepExactly, type StepOwner } from "./step-places.js";

/** An explanation with places and words. */
export async function describeExplanation(
  context: ServerContext,
  owner: StepOwner,
  explanation: SinkExplanation,
): Promise<WhyNotResult> {
  const origins: WhyNotOrigin[] = [];
  for (const origin of explanation.origins) {
    const location = await locateStepExactly(context, owner, origin.step);
    origins.push(describeOrigin(origin, location));
  }
  const location = { uri: owner.uri, range: toClientRange(owner.text, explanation.range, context.features.encoding) };
  const sink = explanation.sink ?? "nothing dangerous is known of this call";
  const answer = answerOf(explanation);
  const markdown = markdownOf(sink, answer, { ...location, message: callText(owner, explanation) }, origins);
  return { ...location, sink, answer, origins, markdown };
}

function describeOrigin({ what, stoppedBy, why }: SinkOrigin, location: Location | undefined): WhyNotOrigin {
  return { what, stoppedBy, reason: reasons[stoppedBy], why, ...location };
}

/** What stopped an origin, in a word or two. */
const reasons: Readonly<Record<StoppedBy, string>> = {
  constant: "a constant",
  sanitizer: "made safe",
  guard: "checked",
  unreachable: "never runs",
  "unknown-call": "lost in an unknown call",
  "not-a-source": "not from outside",
  "no-tainted-caller": "no caller passes data from outside",
  nothing: "arrives here",
};

/** The whole answer in a sentence or two. */
function answerOf({ sink, origins }: SinkExplanation): string {
  if (sink === undefined)
    return "Kingsnake knows nothing of this call that would make data from outside dangerous in it.";
  if (origins.length === 0) return "Nothing goes into this call that could come from outside.";
  if (origins.some(({ stoppedBy }) => stoppedBy === "nothing"))
    return (
      "Data from outside does arrive here. Where no finding is shown, its rule is switched off, silenced by a comment, " +
      "or below the severity or confidence that is shown."
    );
  return origins.length === 1
    ? "What goes into this call does not come from outside, or is stopped on its way."
    : `None of the ${origins.length} things that go into this call brings data from outside.`;
}

/** The first line of the call. */
function callText({ text }: StepOwner, { range }: SinkExplanation): string {
  return (text.text.slice(range.start, range.end).split(/[\r\n]/, 1)[0] ?? "").trim();
}

function markdownOf(
  sink: string,
  answer: string,
  call: Location & { readonly message: string },
  origins: readonly WhyNotOrigin[],
): string {
  const parts = [
    "# Why is there no finding here?",
    `${codeSpan(call.message)}, ${placeLink(call)}: ${escapeMarkdown(sink)}.`,
    answer,
    origins.map(originMarkdown).join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function originMarkdown({ what, reason, why, uri, range }: WhyNotOrigin, index: number): string {
  const place = uri === undefined || range === undefined ? "" : `, ${placeLink({ uri, range })}`;
  return `${index + 1}. **${escapeMarkdown(what)}**${place}: ${reason}. ${escapeMarkdown(why)}`;
}

/** A link as VS Code and others follow it, named as "orders.py, line 12". */
export function placeLink({ uri, range }: Location): string {
  const line = range.start.line + 1;
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
  return `[${escapeMarkdown(name)}, line ${line}](<${uri}#L${line}>)`;
}

/** Code may hold backticks; the fence is longer than any run of them. */
function codeSpan(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${longest === 0 ? code : ` ${code} `}${fence}`;
}
