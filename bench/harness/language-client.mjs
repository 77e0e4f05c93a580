// A language client that does nothing but what the bench measures. It starts a server as a child process, speaks LSP
// over stdio, and turns every crash, silence and error of the server into a ServerFailure that says why.
import { spawn } from "node:child_process";
import { createFrameReader, encodeFrames } from "./frames.mjs";

/** Milliseconds until an answer counts as missing. */
const usualPatience = 10_000;
/** The server gave up an answer and asks for the request to be sent again: ServerCancelled, ContentModified. */
const askAgain = new Set([-32802, -32801]);
const lastOfStderr = 2_000;

export class ServerFailure extends Error {}

/**
 * @typedef {{ name: string, command: string, args: string[], cwd?: string, env?: Record<string, string>,
 *   patience?: number }} ServerCommand
 * @typedef {{ result: any, arrivedAt: number }} Answer
 */

/** @param {ServerCommand} server */
export function startServer({ name, command, args, cwd, env, patience = usualPatience }) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
  /** @type {Map<number, { resolve: (answer: Answer) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {Map<string, (params: any, arrivedAt: number) => void>} */
  const listeners = new Map();
  /** @type {ServerFailure | undefined} */
  let failure;
  let stderr = "";
  let nextId = 1;

  const fail = (why) => {
    failure ??= new ServerFailure(`${name}: ${why}${stderr.trim() === "" ? "" : ` (${lastLine(stderr)})`}`);
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  const deliver = (message, arrivedAt) => {
    if (message.method === undefined) {
      const { resolve, reject } = waiting.get(message.id) ?? {};
      waiting.delete(message.id);
      if (message.error === undefined) resolve?.({ result: message.result, arrivedAt });
      else
        reject?.(Object.assign(new ServerFailure(`${name}: ${message.error.message}`), { code: message.error.code }));
    } else {
      listeners.get(message.method)?.(message.params, arrivedAt);
      if (message.id !== undefined) send([{ id: message.id, result: answerToServer(message) }]);
    }
  };
  const read = createFrameReader(deliver);
  child.stdout.on("data", (chunk) => {
    try {
      read(chunk);
    } catch (error) {
      fail(error.message);
    }
  });
  child.stderr.on("data", (chunk) => (stderr = (stderr + chunk).slice(-lastOfStderr)));
  child.stdin.on("error", () => {}); // The exit, which follows, tells why.
  child.on("error", (error) => fail(`cannot be started: ${error.message}`));
  // "close" comes after the last of stderr has been read, "exit" may come before.
  child.on("close", (code, signal) => fail(`has ended with ${signal ?? `exit status ${code}`}`));

  const send = (messages) => {
    if (failure === undefined) child.stdin.write(encodeFrames(messages));
  };

  /** Sends notifications and, in the same write, a request; the answer comes with its time of arrival. */
  const exchange = (notifications, method, params) => {
    const id = nextId++;
    return within(name, method, patience, (resolve, reject) => {
      if (failure !== undefined) return reject(failure);
      waiting.set(id, { resolve, reject });
      send([...notifications, { id, method, params }]);
    });
  };

  return {
    name,
    pid: child.pid,
    exchange,
    request: (method, params) => exchange([], method, params),
    notify: (method, params) => send([{ method, params }]),
    /** Waits for a notification that is the wanted one. It is asked about later ones too, until somebody else waits. */
    waitFor: (method, isWanted) =>
      within(name, method, patience, (resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        listeners.set(method, (params, arrivedAt) => {
          if (!isWanted(params, arrivedAt)) return;
          waiting.delete(id);
          resolve({ result: params, arrivedAt });
        });
      }),
    /** Asks the server to end, and ends it when it does not. */
    stop: async () => {
      const gone = new Promise((resolve) => child.once("close", resolve));
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      exchange([], "shutdown", null)
        .catch(() => undefined)
        .then(() => send([{ method: "exit" }]));
      const timer = setTimeout(() => child.kill("SIGKILL"), 3_000);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** @typedef {ReturnType<typeof startServer>} LanguageClient */

/** A promise that fails when the server stays silent. */
function within(name, method, patience, run) {
  return new Promise((resolve, reject) => {
    const silence = new ServerFailure(`${name}: no answer to ${method} within ${patience / 1000} s`);
    const timer = setTimeout(() => reject(silence), patience);
    const settled = (settle) => (value) => {
      clearTimeout(timer);
      settle(value);
    };
    run(settled(resolve), settled(reject));
  });
}

/** @param {unknown} error */
export function mayAskAgain(error) {
  return error instanceof ServerFailure && askAgain.has(/** @type {{ code?: number }} */ (error).code);
}

/** What an editor without any settings answers. */
function answerToServer({ method, params }) {
  return method === "workspace/configuration" ? params.items.map(() => null) : null;
}

function lastLine(text) {
  return text.trim().split("\n").at(-1);
}
