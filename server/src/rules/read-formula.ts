/** The pattern operators of a rule, from YAML to a formula. */
import { isMap, type Node, type YAMLMap } from 'yaml';
import type { TextRange } from '../base/text-range.js';
import type { Condition, Formula } from './formula.js';
import { checkKeys, entriesOf, rangeOf, readMaps, readText, readTexts, report, valueOf, type YamlReader } from './yaml-reader.js';

/** Operators that may stand in a list under `patterns` or `pattern-either`, or (the positive ones) in the rule itself. */
export const patternOperators = [
  'pattern',
  'patterns',
  'pattern-either',
  'pattern-not',
  'pattern-inside',
  'pattern-not-inside',
] as const;

const conditionOperators = ['metavariable-regex', 'focus-metavariable'] as const;

/** What one entry of a `patterns` list contributes. */
type Entry =
  | { readonly kind: 'formula'; readonly formula: Formula }
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'focus'; readonly names: readonly string[] };

/** The formula that stands in a rule's own keys; undefined and a problem if there is none or it is broken. */
export function readRuleFormula(reader: YamlReader, map: YAMLMap): Formula | undefined {
  const operators = entriesOf(map).filter(({ key }) => (patternOperators as readonly string[]).includes(key));
  const [first] = operators;
  if (first === undefined) {
    report(reader, rangeOf(map), 'The rule has no pattern. Add "pattern", "patterns" or "pattern-either".');
    return undefined;
  }
  const entries = operators.map(({ key, keyRange, value }) => readOperator(reader, key, keyRange, value));
  return conjunction(entries);
}

function conjunction(entries: readonly (Entry | undefined)[]): Formula | undefined {
  const parts: Formula[] = [];
  const conditions: Condition[] = [];
  const focus: (readonly string[])[] = [];
  for (const entry of entries) {
    if (entry === undefined) return undefined;
    switch (entry.kind) {
      case 'formula':
        parts.push(entry.formula);
        break;
      case 'condition':
        conditions.push(entry.condition);
        break;
      case 'focus':
        focus.push(entry.names);
    }
  }
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && only.kind !== 'not' && only.kind !== 'inside' && conditions.length + focus.length === 0) return only;
  return { kind: 'all', parts, conditions, focus };
}

function readOperator(reader: YamlReader, key: string, keyRange: TextRange, value: Node | null): Entry | undefined {
  switch (key) {
    case 'pattern':
      return asFormula(readPattern(reader, key, keyRange, value));
    case 'pattern-not':
      return negated(readPatternOrFormula(reader, key, keyRange, value));
    case 'pattern-inside': {
      const part = readPatternOrFormula(reader, key, keyRange, value);
      return part === undefined ? undefined : { kind: 'formula', formula: { kind: 'inside', part } };
    }
    case 'pattern-not-inside': {
      const part = readPatternOrFormula(reader, key, keyRange, value);
      return negated(part === undefined ? undefined : { kind: 'inside', part });
    }
    case 'patterns':
      return asFormula(readList(reader, key, keyRange, value));
    case 'pattern-either':
      return asFormula(readAlternatives(reader, key, keyRange, value));
    case 'metavariable-regex':
      return readRegexCondition(reader, keyRange, value);
    case 'focus-metavariable':
      return { kind: 'focus', names: readTexts(value) };
    default:
      report(reader, keyRange, `"${key}" is not a pattern operator.`);
      return undefined;
  }
}

function asFormula(formula: Formula | undefined): Entry | undefined {
  return formula === undefined ? undefined : { kind: 'formula', formula };
}

function negated(part: Formula | undefined): Entry | undefined {
  return part === undefined ? undefined : { kind: 'formula', formula: { kind: 'not', part } };
}

function readPattern(reader: YamlReader, key: string, keyRange: TextRange, value: Node | null): Formula | undefined {
  const pattern = readText(reader, value, key, keyRange);
  return pattern === undefined ? undefined : { kind: 'pattern', pattern };
}

/** `pattern-inside` and its kin take a pattern, or a map with operators of their own. */
function readPatternOrFormula(reader: YamlReader, key: string, keyRange: TextRange, value: Node | null): Formula | undefined {
  if (!isMap(value)) return readPattern(reader, key, keyRange, value);
  return conjunction(readEntries(reader, value, `"${key}"`));
}

function readEntries(reader: YamlReader, map: YAMLMap, where: string): (Entry | undefined)[] {
  const known = [...patternOperators, ...conditionOperators];
  checkKeys(reader, map, known, where);
  return entriesOf(map)
    .filter(({ key }) => (known as string[]).includes(key))
    .map(({ key, keyRange, value }) => readOperator(reader, key, keyRange, value));
}

function readList(reader: YamlReader, key: string, keyRange: TextRange, value: Node | null): Formula | undefined {
  const before = reader.problems.length;
  const maps = readMaps(reader, value, key, keyRange);
  if (maps === undefined) return undefined;
  if (maps.length === 0 && reader.problems.length === before) report(reader, keyRange, `"${key}" is empty.`);
  const formula = conjunction(maps.flatMap((map) => readEntries(reader, map, `"${key}"`)));
  return reader.problems.length > before ? undefined : formula;
}

function readAlternatives(reader: YamlReader, key: string, keyRange: TextRange, value: Node | null): Formula | undefined {
  const before = reader.problems.length;
  const maps = readMaps(reader, value, key, keyRange);
  if (maps === undefined) return undefined;
  if (maps.length === 0 && reader.problems.length === before) report(reader, keyRange, `"${key}" is empty.`);
  const parts = maps.map((map) => conjunction(readEntries(reader, map, `"${key}"`)));
  if (reader.problems.length > before || !parts.every((part) => part !== undefined)) return undefined;
  return { kind: 'any', parts };
}

function readRegexCondition(reader: YamlReader, keyRange: TextRange, value: Node | null): Entry | undefined {
  if (!isMap(value)) {
    report(reader, keyRange, '"metavariable-regex" must be a map with "metavariable" and "regex".');
    return undefined;
  }
  checkKeys(reader, value, ['metavariable', 'regex', 'constant-propagation'], '"metavariable-regex"');
  const metavariable = readText(reader, valueOf(value, 'metavariable'), 'metavariable', keyRange);
  const regex = readText(reader, valueOf(value, 'regex'), 'regex', keyRange);
  if (metavariable === undefined || regex === undefined) return undefined;
  if (!/^\$(?:\.\.\.)?[A-Z_0-9]+$/.test(metavariable.text)) {
    report(reader, metavariable.range, `"${metavariable.text}" is not a metavariable; write it as $NAME in capitals.`);
    return undefined;
  }
  return { kind: 'condition', condition: { kind: 'regex', metavariable: metavariable.text, regex, constantPropagation: false } };
}
