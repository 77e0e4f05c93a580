/** What models say of parameters that frameworks fill, made ready for asking it of many functions. */
import type { ParameterSource, RegisteredSource } from "../../models/model.js";

/** Which parameters of a function bring data. */
export interface CompiledChoice {
  readonly names: readonly RegExp[];
  readonly exceptNames: readonly RegExp[];
  readonly exceptTypes: readonly string[] | undefined;
  readonly exceptDefaults: readonly string[];
  readonly exceptRoutes: readonly string[];
  /** The parameter is an object of that class, and is not itself tainted. */
  readonly type: string | undefined;
}

/** The same, and which functions are meant. */
export interface CompiledParameters extends CompiledChoice {
  /** Names as models know them, and their last parts. */
  readonly decorators: ReadonlySet<string>;
  readonly decoratorWords: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly functions: readonly RegExp[];
}

export function compileParameters(of: ParameterSource, canonical: (name: string) => string): CompiledParameters {
  const decorators = of.decorators.map(canonical);
  return {
    ...compileChoice(of, canonical),
    decorators: new Set(decorators),
    decoratorWords: new Set(decorators.map((name) => name.slice(name.lastIndexOf(".") + 1))),
    classes: new Set(of.classes.map(canonical)),
    functions: of.functions.map(wholeRegex),
  };
}

export function compileChoice(
  { names, exceptNames, type, ...of }: (Partial<ParameterSource> & RegisteredSource) | ParameterSource,
  canonical: (name: string) => string,
): CompiledChoice {
  return {
    names: names.map(wholeRegex),
    exceptNames: exceptNames.map(wholeRegex),
    exceptTypes: of.exceptTypes?.map(canonical),
    exceptDefaults: (of.exceptDefaults ?? []).map(canonical),
    exceptRoutes: of.exceptRoutes ?? [],
    type: type === undefined ? undefined : canonical(type),
  };
}

/** An expression that must match all of a name. */
function wholeRegex(text: string): RegExp {
  return new RegExp(`^(?:${text})$`);
}
