/** The code that a rule's fix puts in place of a match. */
import type { CompiledRule } from "../analyses/search/compiled-rule.js";
import type { RuleFix } from "../rules/rule.js";
import type { CompiledRegex } from "../base/regex/compile-regex.js";
import { rangeText, type CodeRange } from "../analyses/search/code-range.js";
import { allBindings, bindingText, type Bindings } from "../matching/bindings.js";
import { interpolate } from "./interpolate.js";
import { printTemplate } from "./print-template.js";

/** The replacement for the range; undefined if the fix changes nothing there. */
export function fixText({ rule, fixTemplate, fixRegex }: CompiledRule, range: CodeRange): string | undefined {
  const change = rule.fix?.change;
  switch (change?.kind) {
    case undefined:
      return undefined;
    case "template": {
      if (filledLength(change.template, range.bindings) > longestFix) return undefined;
      const printed =
        fixTemplate === undefined ? undefined : printTemplate(fixTemplate, change.template, range.bindings);
      return printed ?? indentLines(interpolate(change.template, range.bindings, "code"), range);
    }
    case "regex": {
      const before = rangeText(range);
      const after = fixRegex === undefined ? before : replaceInText(before, fixRegex, change);
      return after === before || after.length > longestFix ? undefined : after;
    }
  }
}

/** A replacement that is longer is no help to anybody. */
const longestFix = 200_000;

/** How long a template is with its metavariables filled in. */
function filledLength(template: string, bindings: Bindings | undefined): number {
  return allBindings(bindings).reduce(
    (sum, binding) => sum + (template.split(binding.name).length - 1) * bindingText(binding).length,
    template.length,
  );
}

type RegexChange = Extract<RuleFix["change"], { kind: "regex" }>;

/** Replaces the first `count` matches, or all of them; `\1`, `\g<1>` and `$1` stand for what groups matched. */
function replaceInText(text: string, regex: CompiledRegex, { replacement, count }: RegexChange): string {
  let result = "";
  let done = 0;
  let replaced = 0;
  for (const match of regex.all(text)) {
    if (count !== undefined && replaced >= count) break;
    result += text.slice(done, match.start) + expandGroups(replacement, match);
    done = match.end;
    replaced++;
  }
  return result + text.slice(done);
}

type RegexMatch = NonNullable<ReturnType<CompiledRegex["search"]>>;

function expandGroups(replacement: string, match: RegexMatch): string {
  return replacement.replace(
    /\\(?:g<(\w+)>|(\d{1,2})|(.))|\$(\d{1,2})/g,
    (written, named?: string, digits?: string, other?: string, dollars?: string) => {
      const name = named ?? digits ?? dollars;
      if (name === undefined) return other === "n" ? "\n" : other === "t" ? "\t" : other === "\\" ? "\\" : written;
      const group = /^\d+$/.test(name) ? match.groups[Number(name)] : match.named.get(name);
      return group?.text ?? "";
    },
  );
}

/** Further lines of a replacement stand under its first one. */
function indentLines(replacement: string, range: CodeRange): string {
  if (!replacement.includes("\n")) return replacement;
  const { text, indentation } = range.startUnit;
  const lineStart = text.lastIndexOf("\n", range.start - 1) + 1;
  const indent = lineStart === 0 ? indentation : (/^[ \t]*/.exec(text.slice(lineStart, range.start))?.[0] ?? "");
  return replacement.replaceAll("\n", `\n${indent}`);
}
