/** What is known of calls by their names alone: of the language's own functions and methods, not of libraries. */

const leaving: ReadonlySet<string> = new Set([
  "sys.exit",
  "os._exit",
  "os.abort",
  "exit",
  "quit",
  // These raise what the framework answers with.
  "flask.abort",
  "flask_restful.abort",
  "quart.abort",
  "werkzeug.exceptions.abort",
  "bottle.abort",
  "pecan.abort",
  "pecan.core.abort",
]);

/** Whether control never comes back from a call. */
export function leavesBody(name: string): boolean {
  return leaving.has(name);
}

/** Built-in functions that change nothing that they are given. */
const harmless: ReadonlySet<string> = new Set(
  (
    "abs all any ascii bin bool bytes callable chr complex dict dir divmod enumerate eval filter float format frozenset getattr " +
    "hasattr hash hex id input int isinstance issubclass len list map max memoryview min object oct open ord pow print range repr " +
    "reversed round set slice sorted staticmethod str sum super tuple type vars zip compile exec __import__"
  ).split(" "),
);

export function isHarmless(name: string): boolean {
  // What is no number does not get past these.
  if (name === "int" || name === "float") return false;
  return harmless.has(name) || name.startsWith("os.path.") || name === "os.getenv";
}

/** Methods of strings and numbers, and those of others that only look: neither their object nor what they are given changes. */
const looking: ReadonlySet<string> = new Set(
  (
    "capitalize casefold center count encode endswith expandtabs find format format_map isalnum isalpha isascii isdecimal isdigit " +
    "isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix " +
    "removesuffix rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill " +
    "decode hex items keys values group groups groupdict isoformat strftime total_seconds bit_length"
  ).split(" "),
);

/** Whether a call leaves everything as it was. */
export function takesNothingBack(name: string, method: string | undefined): boolean {
  return (method !== undefined && looking.has(method)) || (name !== "" && isLogging(name));
}

/** `logging.info(...)`, `LOG.warning(...)` */
function isLogging(name: string): boolean {
  return /(?:^|\.)(?:logging|log|logger|LOG|LOGGER|_log|_LOG|_logger)\.(?:debug|info|warn|warning|error|exception|critical|log)$/.test(
    name,
  );
}
