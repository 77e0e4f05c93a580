/** The kinds of sources, sinks and propagators: what `from:` in a rule may name, and `kind` in a model. */
import type { Trust } from "./model.js";

export interface Kind {
  readonly name: string;
  /** One sentence. */
  readonly description: string;
}

export interface SourceKind extends Kind {
  /** Who has the data in hand, unless a model says otherwise. */
  readonly trust: Trust;
}

export const sourceKinds: readonly SourceKind[] = [
  { name: "http-request", trust: "remote", description: "Anything that a client sends in an HTTP request." },
  { name: "lambda-event", trust: "remote", description: "The event that a serverless function is started with." },
  { name: "message", trust: "remote", description: "Messages of queues, and arguments of remote procedure calls." },
  { name: "socket", trust: "remote", description: "What is read from a socket." },
  { name: "archive-entry", trust: "remote", description: "Names of what lies in an archive." },
  { name: "file-content", trust: "local", description: "What is read from a file." },
  { name: "cli-argument", trust: "local", description: "Arguments of the command line." },
  { name: "environment", trust: "local", description: "Variables of the environment." },
  { name: "standard-input", trust: "local", description: "What is typed, or piped in." },
  { name: "secret", trust: "local", description: "Passwords, keys and tokens, by what they are called." },
  { name: "exception", trust: "local", description: "Text and traceback of an exception that was caught." },
];

export const sinkKinds: readonly Kind[] = [
  { name: "sql", description: "An SQL statement." },
  { name: "command", description: "A command that is run, or the name of its program." },
  { name: "code", description: "Python that is run." },
  { name: "template", description: "The text of a template, as opposed to its values." },
  { name: "html", description: "HTML that is sent or taken for safe." },
  { name: "path", description: "The path of a file that is opened, changed or sent." },
  { name: "archive-path", description: "The path that a member of an archive is written to." },
  { name: "url", description: "The address that this program calls." },
  { name: "redirect", description: "The address that a client is sent to." },
  { name: "header", description: "The name or value of a header of a response or request." },
  { name: "log", description: "What is written to a log." },
  { name: "xpath", description: "An XPath expression." },
  { name: "ldap", description: "An LDAP filter or distinguished name." },
  { name: "nosql", description: "A query of a database without SQL." },
  { name: "xml", description: "XML that is parsed by a parser that may load entities." },
  { name: "deserialisation", description: "Data from which any object may be made." },
  { name: "regex", description: "A regular expression." },
  { name: "mail", description: "A header or recipient of a mail." },
  { name: "format-string", description: "A format string, as opposed to its values." },
  { name: "session", description: "What is kept as belonging to a signed-in user." },
  { name: "allocation", description: "How much memory is asked for." },
  { name: "attribute-name", description: "The name of an attribute that is read, set or called." },
  { name: "module-name", description: "The name of a module that is imported." },
  { name: "response", description: "Anything that a client is answered." },
];

/** Propagators of libraries always count where flows start and end in models; a rule may say so. */
export const propagatorKinds: readonly Kind[] = [
  {
    name: "library",
    description: "How data goes through functions of libraries; this holds whether it is written or not.",
  },
];
