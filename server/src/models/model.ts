/**
 * What libraries do, as the files of rules/models/ say it. Names are dotted and mean what they are by import ("os.path.join"), or members of
 * classes ("sqlite3.Cursor.execute"); members hold for subclasses too. "*.execute" is a method of any object whose class is not known, "*" of
 * which nothing is sure: what is found by it has low confidence.
 */

/**
 * How a call's parts are named in models: "object", "result", a position ("0"), a keyword ("sql"), "*" for any argument, "1:" for all from a
 * position on. A path may follow, with parts as in value graphs: "0[0]" is the first element of the first argument, "result[*]" any of the result,
 * "object.url" a field. A position means the argument that is given there; where it may be given by keyword, models name both.
 */
export type CallPart = string;

/** A condition on a call: of an argument that is a constant (True, False, None, a string, a number), or that is there. All must hold. */
export interface CallCondition {
  /** Also an argument of the call that made a part: "object(0)" as of `re.compile` for a pattern's method, "parser(resolve_entities)". */
  readonly argument: CallPart;
  /** The constant as JSON text ("true", "null", "\"yaml\""), "present", "absent", "constant"; or "/.../": a constant string in which that regular expression (JavaScript's) is found; or "name:/.../": a class, function or variable whose dotted name is found by it. */
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
  /** Parameters of functions that the project hands to one of these calls, wherever it does ("django.urls.path"). */
  readonly registrations?: readonly RegisteredSource[];
  /** Whatever is called so, as secrets are. */
  readonly named?: readonly NamedSource[];
  /** What `except E as name` binds, if E is one of these names itself (not a subclass). */
  readonly caught?: readonly string[];
  /** Kinds of sinks that it is harmless for as it comes (text can't be an operator of a query). */
  readonly harmless?: readonly string[];
  /** The most that a flow from it can have; absent: "high". */
  readonly confidence?: "medium" | "low";
}

/** Functions, or classes with handler methods, that are an argument of a call: `path("users/<name>", show_user)`. */
export interface RegisteredSource {
  readonly call: string;
  readonly part: CallPart;
  /** Names of the parameters, as in ParameterSource. */
  readonly names: readonly string[];
  readonly exceptNames: readonly string[];
  readonly type: string | undefined;
  readonly exceptRoutes?: readonly string[];
}

/** Things by their name: regular expressions (JavaScript's, letters of either case) that must match all of it. */
export interface NamedSource {
  readonly names: readonly string[];
  readonly exceptNames: readonly string[];
  /** "parameter", "field" (`x.password`), "key" (`x["password"]`, and the first argument of a `get` of any object), "variable" (of a module). */
  readonly of: readonly ("parameter" | "field" | "key" | "variable")[];
}

/** Which functions are called from outside (one of decorators, classes and functions says so), and which of their parameters bring data. */
export interface ParameterSource {
  /** One of these decorators, by dotted name (with members: "flask.Flask.route"); empty: any. */
  readonly decorators: readonly string[];
  /** Methods of subclasses of one of these classes (or of these themselves); "*.Controller" is a class of that name in any module; empty: any. */
  readonly classes: readonly string[];
  /** Names of the functions, as regular expressions that must match all of the name; empty: any. */
  readonly functions: readonly string[];
  /** Names of the parameters, likewise; empty: all but self and cls. */
  readonly names: readonly string[];
  readonly exceptNames: readonly string[];
  /** The parameter is an object of that class (whose members are modelled), and is not itself tainted. */
  readonly type: string | undefined;
  /** Parameters with one of these annotations bring nothing: what comes in is converted ("int", "uuid.UUID"). Classes that models know bring nothing either way. */
  readonly exceptTypes?: readonly string[];
  /** Parameters whose default is a call of one of these bring nothing ("fastapi.Depends"). */
  readonly exceptDefaults?: readonly string[];
  /**
   * Parameters that a route converts bring nothing: regular expressions to be found in a route (FunctionFact.routes, or a string among the
   * arguments of a registration), in which NAME stands for the parameter's name: "<int:NAME>".
   */
  readonly exceptRoutes?: readonly string[];
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
  /** Attributes whose assignment is a sink. Storing under a key (`session["role"] = role`) is a call of `__setitem__` of the object's class, with the value as part "1". */
  readonly writes: readonly string[];
  /** What functions of the project with these decorators (or of these classes) return is a sink, as a page that a view gives. */
  readonly returns: readonly ParameterSource[];
  /** Text is harmless here if what is known to stand in front of the data matches this regular expression (JavaScript's): "^https?://[^/?#]+[/?#]", as the host is not the data's. */
  readonly exceptPrefix?: string;
  /** Whether data of which only parts are tainted counts as well, because all of it is written out (as JSON). */
  readonly deep?: true;
  /** The most that a flow to it can have; absent: "high". */
  readonly confidence?: "medium" | "low";
}

export interface SanitizerModel {
  /** Kinds of sinks that the data is then harmless for; "*": all. */
  readonly kinds: readonly string[];
  /** Calls whose result is clean. */
  readonly calls: readonly string[];
  /** Attributes that are clean, whatever their object is ("pathlib.PurePath.name" for paths). */
  readonly reads?: readonly string[];
  /** Calls that raise unless their argument is harmless. */
  readonly checks: readonly { readonly name: string; readonly part: CallPart }[];
  /** Calls whose being true (or false) says that their argument is harmless. */
  readonly guards: readonly { readonly name: string; readonly part: CallPart; readonly outcome: boolean }[];
  readonly when: readonly CallCondition[];
  /** Guards count only for data that has been through one of these ("os.path.realpath"): what is not normalised passes a prefix check. */
  readonly after?: readonly string[];
}

export interface PropagatorModel {
  readonly calls: readonly string[];
  readonly from: readonly CallPart[];
  /** "result", "object", an argument; with a path for what goes into a container ("result[*]"). */
  readonly to: readonly CallPart[];
  /** Whether the result is text that is made of all that stands in what goes in (`json.dumps`), so that one tainted part taints it. */
  readonly deep?: true;
  /** Kinds of sinks that what goes this way is harmless for: a path that is put behind a host (`urlunsplit`) leads to no other host. */
  readonly harmless?: readonly string[];
  /** Kinds of sinks that what was made harmless is dangerous for again ("*": all): it undoes an encoding. */
  readonly restores?: readonly string[];
}

/** Types of variables, attributes and of what calls give: "sqlite3.connect()" -> "sqlite3.Connection"; "[*]" at the end: of what stands in it, ".*": of any attribute of the class of which nothing else is known. */
export interface TypeModel {
  readonly name: string;
  readonly type: string;
}

/** Variables, parameters and attributes of which nothing else is known: by their name they are objects of a class. What is found by it has medium confidence at most. */
export interface TypeGuess {
  /** Regular expressions that must match all of the name. */
  readonly names: readonly string[];
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
  /** Other names of the same thing: "flask.wrappers.Request" -> "flask.Request"; of a module, all in it: "psycopg2.extensions" ... */
  readonly aliases: Readonly<Record<string, string>>;
  readonly guesses?: readonly TypeGuess[];
}
