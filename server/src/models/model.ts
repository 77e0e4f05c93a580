/**
 * What libraries do, as the files of rules/models/ say it. Names are dotted and mean what they are by import ("os.path.join"), or members of
 * classes ("sqlite3.Cursor.execute"); members hold for subclasses too. "*.execute" is a method of any object whose class is not known, "*" of
 * which nothing is sure: what is found by it has low confidence.
 */

/** How a call's parts are named in models: "object", "result", a position ("0"), a keyword ("sql"), "*" for any argument, "1:" for all from a position on. */
export type CallPart = string;

/** A condition on a call: of an argument that is a constant (True, False, None, a string, a number), or that is there. All must hold. */
export interface CallCondition {
  readonly argument: CallPart;
  /** The constant as JSON text ("true", "null", "\"yaml\""), "present", "absent", or "constant". */
  readonly is: string;
  /** Whether the condition is turned round. */
  readonly not: boolean;
  /** What is taken where the argument is not given or not known; undefined: the condition does not hold then. */
  readonly otherwise: boolean | undefined;
}

/** Whether data comes from somebody else over a network (or another user), or from who runs the program. */
export type Trust = "remote" | "local";

export interface SourceModel {
  /** As "http-request", "cli-argument". */
  readonly kind: string;
  readonly trust: Trust;
  /** What a reader is told: "a query parameter". */
  readonly description: string;
  /** Reading this attribute or variable. */
  readonly reads: readonly string[];
  /** Calling this; `part` is "result", or an argument that is filled. */
  readonly calls: readonly { readonly name: string; readonly part: CallPart }[];
  /** Parameters of functions of the project. */
  readonly parameters: readonly ParameterSource[];
}

/** Which functions are called from outside, and which of their parameters bring data. */
export interface ParameterSource {
  /** One of these decorators, by dotted name (with members: "flask.Flask.route"); empty: any. */
  readonly decorators: readonly string[];
  /** Methods of subclasses of one of these classes; empty: any. */
  readonly classes: readonly string[];
  /** Names of the functions, as regular expressions that must match all of the name; empty: any. */
  readonly functions: readonly string[];
  /** Names of the parameters, likewise; empty: all but self and cls. */
  readonly names: readonly string[];
  readonly exceptNames: readonly string[];
  /** The parameter is an object of that class (whose members are modelled), and is not itself tainted. */
  readonly type: string | undefined;
}

export interface SinkModel {
  /** As "sql", "command". */
  readonly kind: string;
  /** What a reader is told: "an SQL statement". */
  readonly description: string;
  readonly calls: readonly string[];
  /** Which parts must not be tainted; "object" and fields of arguments among them. */
  readonly parts: readonly CallPart[];
  readonly when: readonly CallCondition[];
  /** Attributes whose assignment is a sink. */
  readonly writes: readonly string[];
  /** What functions of the project with these decorators (or of these classes) return is a sink, as a page that a view gives. */
  readonly returns: readonly ParameterSource[];
}

export interface SanitizerModel {
  /** Kinds of sinks that the data is then harmless for; "*": all. */
  readonly kinds: readonly string[];
  /** Calls whose result is clean. */
  readonly calls: readonly string[];
  /** Calls that raise unless their argument is harmless. */
  readonly checks: readonly { readonly name: string; readonly part: CallPart }[];
  /** Calls whose being true (or false) says that their argument is harmless. */
  readonly guards: readonly { readonly name: string; readonly part: CallPart; readonly outcome: boolean }[];
  readonly when: readonly CallCondition[];
}

export interface PropagatorModel {
  readonly calls: readonly string[];
  readonly from: readonly CallPart[];
  /** "result", "object", an argument; with a path for what goes into a container ("result[*]"). */
  readonly to: readonly CallPart[];
}

/** Types of variables, attributes and of what calls give: "sqlite3.connect()" -> "sqlite3.Connection". */
export interface TypeModel {
  readonly name: string;
  readonly type: string;
}

export interface Models {
  readonly sources: readonly SourceModel[];
  readonly sinks: readonly SinkModel[];
  readonly sanitizers: readonly SanitizerModel[];
  readonly propagators: readonly PropagatorModel[];
  /** Calls that give nothing of what goes in (len, isinstance ...). */
  readonly stops: readonly string[];
  readonly types: readonly TypeModel[];
  /** Classes with their bases: "django.http.HttpRequest". */
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** Other names of the same thing: "flask.wrappers.Request" -> "flask.Request". */
  readonly aliases: Readonly<Record<string, string>>;
}
