/** What the engine makes of a text, unit by unit, for people who work on rules or on the engine. */
import type { TextRange } from "../base/text-range.js";
import type { SyntaxNode } from "../syntax/node.js";
import type { Unit, UnitKind } from "../syntax/unit.js";
import type { FileAnalysis } from "./file-analysis.js";

export interface UnitExplanation {
  readonly kind: UnitKind;
  /** The first line of the unit's text. */
  readonly head: string;
  readonly range: TextRange;
  /** Nodes of the syntax form. */
  readonly nodes: number;
  /** Whether all of it parses. */
  readonly parses: boolean;
  /** Imported names that it uses, as "name = qualified.name". */
  readonly imports: readonly string[];
  /** Ids of the rules that one of its places set off. */
  readonly triggered: readonly string[];
}

/** The units of an analysed file, in the order of the text. */
export function explainUnits(analysis: FileAnalysis): UnitExplanation[] {
  return analysis.units.units.map((unit) => {
    const result = analysis.results.get(unit);
    const reads = [...(result?.reads ?? [])];
    return {
      kind: unit.kind,
      head: unit.text.split(/\r?\n/, 1)[0] ?? "",
      range: { start: unit.start, end: unit.start + unit.text.length },
      nodes: countNodes(unit),
      parses: unit.errors.length === 0,
      imports: reads.flatMap(([name, answer]) =>
        answer === undefined || answer.qualifiedName === "" ? [] : [`${name} = ${answer.qualifiedName}`],
      ),
      triggered: [...(result?.search.triggered ?? [])].map(({ rule }) => rule.id).sort(),
    };
  });
}

function countNodes(unit: Unit): number {
  const count = (node: SyntaxNode): number => node.children.reduce((sum, child) => sum + count(child), 1);
  return unit.statements.reduce((sum, statement) => sum + count(statement), 0);
}
