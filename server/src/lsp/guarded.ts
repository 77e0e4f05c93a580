/** Handlers that never fail towards the client: what goes wrong becomes one line in the log and a harmless answer. */
import { ResponseError, type Connection } from "vscode-languageserver";
import { Superseded } from "./superseded.js";

/** `fallback` is answered where `handle` fails; errors that are answers of the protocol pass. */
export function guardRequest<Params, Rest extends unknown[], Result>(
  connection: Connection,
  name: string,
  fallback: Result,
  handle: (params: Params, ...rest: Rest) => Result | Promise<Result>,
): (params: Params, ...rest: Rest) => Promise<Result> {
  return async (params, ...rest) => {
    try {
      return await handle(params, ...rest);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      // Whoever asked about a text that is gone asks again.
      if (!(error instanceof Superseded)) logFailure(connection, name, error);
      return fallback;
    }
  };
}

export function guardNotification<Params>(
  connection: Connection,
  name: string,
  handle: (params: Params) => void,
): (params: Params) => void {
  return (params) => {
    try {
      handle(params);
    } catch (error) {
      logFailure(connection, name, error);
    }
  };
}

export function logFailure(connection: Connection, name: string, error: unknown): void {
  connection.console.error(`${name}: ${errorText(error)}`);
}

/** One line without a stack. */
export function errorText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
