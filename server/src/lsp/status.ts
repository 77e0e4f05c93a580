/** Tells our own client how the server is doing; others have no ear for it. */
import { statusNotification, type ServerStatus } from "./custom-protocol.js";
import type { EnginePool } from "./engines.js";
import { errorText } from "./guarded.js";
import type { ServerContext } from "./server-context.js";

export interface StatusTeller {
  readonly tell: (status: ServerStatus) => void;
  /** Tells that the server is ready, or that it has failed, once that is known. */
  readonly tellReady: () => Promise<void>;
  /** Tells that a scan is under way. */
  readonly tellScanning: () => void;
}

export function createStatusTeller(
  { connection, features, projects }: ServerContext,
  engines: EnginePool,
): StatusTeller {
  let rules = 0;
  const tell = (status: ServerStatus): void => {
    if (features.ownCommands) connection.sendNotification(statusNotification, status).catch(() => undefined);
  };
  return {
    tell,
    tellReady: async () => {
      try {
        const [folder] = await projects.folders();
        const engine = folder === undefined ? await engines.get([]) : (await projects.ofUri(`${folder.uri}/_`)).engine;
        rules = engine.rules.length;
        tell({ state: "ready", rules });
      } catch (error) {
        tell({ state: "failed", rules: 0, message: `The rules could not be loaded: ${errorText(error)}` });
      }
    },
    tellScanning: () => {
      tell({ state: "scanning", rules });
    },
  };
}
