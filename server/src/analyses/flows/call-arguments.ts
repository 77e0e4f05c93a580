/** Which parameter an argument becomes. */
import type { CallSite } from "../../flow/value-graph.js";
import { anyElement } from "../../flow/value-graph.js";
import type { ParameterKind } from "../../names/module-facts.js";
import { pathBelow, pathOfPart, type AccessPath } from "./access-path.js";

/** A parameter as far as passing arguments is concerned. */
export interface ParameterShape {
  readonly name: string;
  readonly kind: ParameterKind;
}

/** Something of a parameter, as the callee sees it. */
export interface PassedPath {
  readonly parameter: number;
  readonly path: AccessPath;
}

/**
 * Where `path` of an argument arrives. `skipped`: how many positional parameters are taken by something else (`self`); `argument`: its index in
 * the call.
 */
export function passedPaths(
  parameters: readonly ParameterShape[],
  site: CallSite,
  skipped: number,
  argument: number,
  path: AccessPath,
): readonly PassedPath[] {
  const given = site.arguments[argument];
  if (given === undefined) return [];
  if (given.spread === "mapping") return passMapping(parameters, skipped, takenBefore(parameters, site, skipped), path);
  if (given.keyword !== undefined) return passKeyword(parameters, given.keyword, path);
  const position = positionOf(site, argument);
  if (given.spread === "sequence" || position === undefined) return passSequence(parameters, skipped, position, path);
  return passPosition(parameters, position + skipped, path);
}

/** The position of a positional argument; undefined behind a `*value`, of which nobody knows how many it is. */
export function positionOf(site: CallSite, argument: number): number | undefined {
  let position = 0;
  for (let index = 0; index < argument; index++) {
    const other = site.arguments[index];
    if (other === undefined || other.keyword !== undefined || other.spread === "mapping") continue;
    if (other.spread === "sequence") return undefined;
    position++;
  }
  return position;
}

function passPosition(parameters: readonly ParameterShape[], position: number, path: AccessPath): PassedPath[] {
  const positional = positionalParameters(parameters);
  const taken = positional[position];
  if (taken !== undefined) return [{ parameter: taken, path }];
  const star = parameters.findIndex(({ kind }) => kind === "star");
  return star < 0 ? [] : [{ parameter: star, path: pathBelow(`[${position - positional.length}]`, path) }];
}

function passKeyword(parameters: readonly ParameterShape[], keyword: string, path: AccessPath): PassedPath[] {
  const named = parameters.findIndex(
    ({ name, kind }) => name === keyword && (kind === "positional" || kind === "keyword-only"),
  );
  if (named >= 0) return [{ parameter: named, path }];
  const rest = parameters.findIndex(({ kind }) => kind === "double-star");
  return rest < 0 ? [] : [{ parameter: rest, path: pathBelow(`[${JSON.stringify(keyword)}]`, path) }];
}

/** Places behind it are all one, so that functions which pass on their arguments behind others come to an end. */
const maximumPlace = 9;

function passSequence(
  parameters: readonly ParameterShape[],
  skipped: number,
  position: number | undefined,
  path: AccessPath,
): PassedPath[] {
  const passed: PassedPath[] = [];
  const positional = positionalParameters(parameters);
  for (let index = skipped + (position ?? 0); index < positional.length; index++) {
    const parameter = positional[index];
    const key = position === undefined ? anyElement : `[${index - skipped - position}]`;
    const rest = pathOfPart(path, key);
    if (parameter !== undefined && rest !== undefined) passed.push({ parameter, path: rest });
  }
  // Of an element that may be any, nobody knows which of several parameters it becomes.
  if (path[0] === anyElement && passed.length > 1) passed.length = 0;
  const star = parameters.findIndex(({ kind }) => kind === "star");
  const rest = pathOfPart(path, anyElement);
  if (star < 0 || rest === undefined) return passed;
  const known = position === undefined ? null : /^\[(\d+)\]$/.exec(path[0] ?? "");
  if (known === null || position === undefined) passed.push({ parameter: star, path: pathBelow(anyElement, rest) });
  else {
    const at = Number(known[1]) + position - (positional.length - skipped);
    const part = at > maximumPlace ? anyElement : `[${at}]`;
    if (at >= 0) passed.push({ parameter: star, path: pathBelow(part, path.slice(1)) });
  }
  return passed;
}

/** The parameters that other arguments of the call are given for. */
function takenBefore(parameters: readonly ParameterShape[], site: CallSite, skipped: number): ReadonlySet<number> {
  const taken = new Set<number>();
  const positional = positionalParameters(parameters);
  site.arguments.forEach(({ keyword, spread }, argument) => {
    if (spread !== "none") return;
    const position = keyword === undefined ? positionOf(site, argument) : undefined;
    const parameter =
      keyword === undefined
        ? position === undefined
          ? undefined
          : positional[position + skipped]
        : parameters.findIndex(({ name }) => name === keyword);
    if (parameter !== undefined) taken.add(parameter);
  });
  return taken;
}

function passMapping(
  parameters: readonly ParameterShape[],
  skipped: number,
  taken: ReadonlySet<number>,
  path: AccessPath,
): PassedPath[] {
  const passed: PassedPath[] = [];
  const isOpen = ({ kind }: ParameterShape, parameter: number): boolean =>
    (kind === "positional" || kind === "keyword-only") && parameter >= skipped && !taken.has(parameter);
  // Of an element that may be any, nobody knows which of several parameters it becomes.
  const isAny = path[0] === anyElement && parameters.filter(isOpen).length > 1;
  parameters.forEach((shape, parameter) => {
    if (shape.kind === "double-star") {
      const [first] = path;
      if (first === undefined || !parameters.some((other) => `[${JSON.stringify(other.name)}]` === first))
        passed.push({ parameter, path });
    } else if (isOpen(shape, parameter) && !isAny) {
      const rest = pathOfPart(path, `[${JSON.stringify(shape.name)}]`);
      if (rest !== undefined) passed.push({ parameter, path: rest });
    }
  });
  return passed;
}

function positionalParameters(parameters: readonly ParameterShape[]): readonly number[] {
  const positional: number[] = [];
  parameters.forEach(({ kind }, index) => {
    if (kind === "positional" || kind === "positional-only") positional.push(index);
  });
  return positional;
}

/** The argument that becomes a parameter; undefined where there is none, or several may. */
export function argumentOf(
  parameters: readonly ParameterShape[],
  site: CallSite,
  skipped: number,
  parameter: number,
): number | undefined {
  const shape = parameters[parameter];
  if (shape === undefined || shape.kind === "star" || shape.kind === "double-star") return undefined;
  const named = site.arguments.findIndex(({ keyword, spread }) => spread === "none" && keyword === shape.name);
  if (named >= 0 && shape.kind !== "positional-only") return named;
  const position = positionalParameters(parameters).indexOf(parameter) - skipped;
  if (position < 0) return undefined;
  const found = site.arguments.findIndex(
    ({ keyword, spread }, index) => keyword === undefined && spread === "none" && positionOf(site, index) === position,
  );
  return found < 0 ? undefined : found;
}
