/** Rules of patterns, or of patterns beside kinds of models, and small projects with flows and with look-alikes without one; marked as in read-cases.ts. */
import { readCase, type FlowCase } from "./read-cases.js";

const head = "message: m, severity: ERROR, languages: [python], mode: taint";

/** What a case marks belongs to one of these rules, and the others must find nothing in it. */
export const patternRules = `rules:
- {id: request-to-pattern, ${head}, pattern-sources: [{from: http-request}], pattern-sinks: [{pattern: $SESSION.run_query(...)}],
   pattern-sanitizers: [{pattern: clean($X)}, {from: sql}]}
- {id: pattern-to-sql, ${head}, pattern-sources: [{pattern: bus.receive(...)}], pattern-sinks: [{from: sql}],
   pattern-sanitizers: [{patterns: [{pattern: check($X)}, {focus-metavariable: $X}], by-side-effect: true}]}
- {id: interfile, ${head}, options: {interfile: true}, pattern-sources: [{pattern: fetch_job()}],
   pattern-sinks: [{patterns: [{pattern: "launch($NAME, $WHAT)"}, {focus-metavariable: $WHAT}]}],
   pattern-sanitizers: [{patterns: [{pattern: $X}, {pattern-inside: "if is_known($X): ..."}]}],
   pattern-propagators: [{pattern: "$TO.stash($FROM)", from: $FROM, to: $TO}]}
- id: parameter-to-code
  ${head.replaceAll(", ", "\n  ")}
  pattern-sources:
  - patterns:
    - pattern: |
        @task
        def $F(..., $X, ...): ...
    - focus-metavariable: $X
  pattern-sinks: [{from: code}, {pattern: "return render($T)"}]
- {id: both, ${head}, pattern-sources: [{from: http-request}, {pattern: bus.poll()}], pattern-sinks: [{from: command}, {pattern: spawn(...)}]}
- {id: method, ${head}, pattern-sources: [{patterns: [{pattern: mark($X)}, {focus-metavariable: $X}], by-side-effect: only}, {pattern: $R.inbox}],
   pattern-sinks: [{pattern: store(...), exact: false}], options: {interfile: true}}
`;

export const idsOfPatternRules = [...patternRules.matchAll(/id: ([a-z-]+)/g)].map(([, id]) => id!);

type Case = readonly [about: string, lines: readonly string[]];

const topics: Readonly<Record<string, readonly Case[]>> = {
  "kinds of models to patterns": [
    [
      "in one function",
      [
        "from flask import request",
        "def f(session):",
        "    q = request.args['q']  # step 1",
        "    session.run_query(q)  # sink: request-to-pattern",
      ],
    ],
    [
      "a sink in another file",
      [
        "# file: a.py",
        "from flask import request",
        "from b import find",
        "def f(session):",
        "    find(session, request.args.get('q'))  # step 1",
        "# file: b.py",
        "def find(session, q):",
        "    session.run_query('select ' + q)  # step 2 # sink: request-to-pattern",
      ],
    ],
    [
      "by way of a field and a method of self",
      [
        "from flask import request",
        "class Page:",
        "    def __init__(self):",
        "        self.q = request.args['q']  # step 1",
        "    def show(self):",
        "        self.run(self.q)",
        "    def run(self, q):",
        "        self.session.run_query(q)  # sink: request-to-pattern",
      ],
    ],
    [
      "by keyword, in an f-string",
      [
        "from flask import request",
        "def f(session):",
        "    session.run_query(text=f\"select {request.args['q']}\")  # step 1 # sink: request-to-pattern",
      ],
    ],
    [
      "in a list that is an argument",
      [
        "from flask import request",
        "def f(session):",
        "    session.run_query('select ?', [request.args['q']])  # step 1 # sink: request-to-pattern",
      ],
    ],
    [
      "in a lambda",
      [
        "from flask import request",
        "def f(session):",
        "    q = request.args['q']  # step 1",
        "    g = lambda: session.run_query(q)  # sink: request-to-pattern",
        "    g()",
      ],
    ],
    [
      "at module level",
      [
        "from flask import request",
        "import db",
        "q = request.args['q']  # step 1",
        "db.session.run_query(q)  # sink: request-to-pattern",
      ],
    ],
    [
      "what a pattern makes harmless",
      [
        "from flask import request",
        "def f(session):",
        "    q = clean(request.args['q'])",
        "    session.run_query(q)  # safe: request-to-pattern",
      ],
    ],
    [
      "what a pattern makes harmless in another function",
      [
        "# file: a.py",
        "from flask import request",
        "from b import tidy",
        "def f(session):",
        "    session.run_query(tidy(request.args['q']))  # safe: request-to-pattern",
        "# file: b.py",
        "def tidy(q):",
        "    return clean(q)",
      ],
    ],
    [
      "what was made harmless once is not harmless for ever",
      [
        "from flask import request",
        "def f(session):",
        "    q = request.args['q']  # step 1",
        "    other = clean(q)",
        "    session.run_query(q)  # sink: request-to-pattern",
      ],
    ],
    [
      "what models say is harmless for a kind",
      [
        "from flask import request",
        "def f(session):",
        "    session.run_query(int(request.args['q']))  # safe: request-to-pattern",
      ],
    ],
    [
      "a constant",
      [
        "from flask import request",
        "def f(session):",
        "    q = request.args['q']",
        "    session.run_query('select 1')  # safe: request-to-pattern",
      ],
    ],
    [
      "what was overwritten",
      [
        "from flask import request",
        "def f(session):",
        "    q = request.args['q']",
        "    q = 'select 1'",
        "    session.run_query(q)  # safe: request-to-pattern",
      ],
    ],
    [
      "a method of another name",
      [
        "from flask import request",
        "def f(session):",
        "    session.run(request.args['q'])  # safe: request-to-pattern",
      ],
    ],
    [
      "a callee that does not hand it on",
      [
        "# file: a.py",
        "from flask import request",
        "from b import find",
        "def f(session):",
        "    find(session, request.args.get('q'))",
        "# file: b.py",
        "def find(session, q):",
        "    session.run_query('select ' + str(len(q)))  # safe: request-to-pattern",
      ],
    ],
  ],
  "patterns to kinds of models": [
    [
      "across two files",
      [
        "# file: a.py",
        "from b import run",
        "def f():",
        "    message = bus.receive(timeout=3)  # step 1",
        "    run(message.body)  # step 2",
        "# file: b.py",
        "import sqlite3",
        "def run(text):",
        "    sqlite3.connect('x').execute(text)  # sink: pattern-to-sql",
      ],
    ],
    [
      "returned by a function",
      [
        "# file: a.py",
        "import sqlite3",
        "from b import next_message",
        "def f():",
        "    sqlite3.connect('x').execute(next_message())  # sink: pattern-to-sql",
        "# file: b.py",
        "def next_message():",
        "    return bus.receive()  # step 1",
      ],
    ],
    [
      "what was checked by a call",
      [
        "import sqlite3",
        "def f():",
        "    message = bus.receive()",
        "    check(message)",
        "    sqlite3.connect('x').execute(message)  # safe: pattern-to-sql",
      ],
    ],
    [
      "what was checked too late",
      [
        "import sqlite3",
        "def f():",
        "    message = bus.receive()  # step 1",
        "    sqlite3.connect('x').execute(message)  # sink: pattern-to-sql",
        "    check(message)",
      ],
    ],
    [
      "a source of another name",
      ["import sqlite3", "def f():", "    sqlite3.connect('x').execute(bus.send())  # safe: pattern-to-sql"],
    ],
    [
      "an argument that is not dangerous",
      [
        "import sqlite3",
        "def f():",
        "    sqlite3.connect('x').execute('select ?', [bus.receive()])  # safe: pattern-to-sql",
      ],
    ],
    [
      "what the function of a decorator gets",
      ["@task", "def run(self, text):  # step 1", "    eval(text)  # sink: parameter-to-code"],
    ],
    [
      "what the function of a decorator gets, in a statement with a call",
      ["@task", "def run(text, other):  # step 1", "    return render(text)  # sink: parameter-to-code"],
    ],
    ["what another function gets", ["def run(text):", "    eval(text)  # safe: parameter-to-code"]],
    [
      "a default that is overwritten",
      ["@task", "def run(text):", "    text = '1'", "    eval(text)  # safe: parameter-to-code"],
    ],
  ],
  "patterns to patterns": [
    [
      "across three files",
      [
        "# file: a.py",
        "from b import middle",
        "def f():",
        "    middle(fetch_job())  # step 1",
        "# file: b.py",
        "from c import end",
        "def middle(job):",
        "    end(job)  # step 2",
        "# file: c.py",
        "def end(job):",
        "    launch('x', job)  # sink: interfile",
      ],
    ],
    [
      "an argument that the focus leaves out",
      [
        "# file: a.py",
        "from b import end",
        "def f():",
        "    end(fetch_job())",
        "# file: b.py",
        "def end(job):",
        "    launch(job, 'x')  # safe: interfile",
      ],
    ],
    [
      "a variable that is checked where it is used",
      [
        "# file: a.py",
        "from b import end",
        "def f():",
        "    end(fetch_job())  # step 1",
        "# file: b.py",
        "def end(job):",
        "    if is_known(job):",
        "        launch('x', job)  # safe: interfile",
        "    launch('y', job)  # sink: interfile",
      ],
    ],
    [
      "by way of what a pattern hands on",
      [
        "def f(box):",
        "    end(fetch_job(), box)  # step 1",
        "def end(job, box):",
        "    box.stash(job)",
        "    launch('x', box)  # sink: interfile",
      ],
    ],
    [
      "what a pattern would hand on",
      [
        "def f(box):",
        "    end(fetch_job(), box)",
        "def end(job, box):",
        "    box.drop(job)",
        "    launch('x', box)  # safe: interfile",
      ],
    ],
    [
      "what a call marks",
      ["def f(x):", "    mark(x)  # step 1", "    g(x)", "def g(x):", "    store(x)  # sink: method"],
    ],
    [
      "what a call marks too late",
      ["def f(x):", "    g(x)", "    mark(x)", "def g(x):", "    store(x)  # safe: method"],
    ],
    [
      "an attribute, in an expression that lies in the sink",
      ["def f(box):", "    g(box.inbox)  # step 1", "def g(x):", "    store(str(x) + 'y')  # sink: method"],
    ],
    ["another attribute", ["def f(box):", "    g(box.outbox)", "def g(x):", "    store(x)  # safe: method"]],
  ],
  "kinds and patterns at both ends": [
    [
      "each to each",
      [
        "from flask import request",
        "import os",
        "def f():",
        "    a = request.args['a']  # step a1 # step b1",
        "    b = bus.poll()  # step c1 # step d1",
        "    os.system(a)  # sink a: both",
        "    spawn(a)  # sink b: both",
        "    os.system(b)  # sink c: both",
        "    spawn(b)  # sink d: both",
      ],
    ],
    ["none to none", ["import os", "def f(a):", "    os.system(a)  # safe: both", "    spawn('x')  # safe: both"]],
  ],
};

/** The cases by topic. */
export const patternCases: ReadonlyMap<string, readonly FlowCase[]> = new Map(
  Object.entries(topics).map(([topic, cases]) => [
    topic,
    cases.map(([about, lines]) => readCase(about, [`# Case: ${about}`, ...lines, ""].join("\n"), idsOfPatternRules)),
  ]),
);
