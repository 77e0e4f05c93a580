// Runs code-server on a free port of this machine, and stops it. It listens on 127.0.0.1 only and asks for no password.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { codeServerEntry } from "./paths.mjs";

/**
 * Starts code-server and waits until it answers. `home` is a folder for its data, settings and extensions, so that
 * nothing of the person's own editor is read or changed. `settings` become the user's settings.
 */
export async function startCodeServer({ home, settings, port, verbose = false }) {
  const userData = join(home, "user-data");
  mkdirSync(join(userData, "User"), { recursive: true });
  mkdirSync(join(home, "extensions"), { recursive: true });
  // Once: what a person has changed since is theirs.
  const settingsFile = join(userData, "User", "settings.json");
  if (!existsSync(settingsFile)) writeFileSync(settingsFile, JSON.stringify(settings, undefined, 2));
  writeFileSync(join(home, "config.yaml"), "auth: none\n");

  const address = `127.0.0.1:${port ?? (await freePort())}`;
  const server = spawn(
    process.execPath,
    [
      codeServerEntry,
      ...["--auth", "none", "--bind-addr", address, "--config", join(home, "config.yaml")],
      ...["--user-data-dir", userData, "--extensions-dir", join(home, "extensions")],
      ...[
        "--disable-telemetry",
        "--disable-update-check",
        "--disable-workspace-trust",
        "--disable-getting-started-override",
      ],
    ],
    // Variables of an editor in whose terminal this may run would make it open a window there instead.
    { env: withoutEditor(process.env), stdio: verbose ? "inherit" : "ignore" },
  );
  const ended = new Promise((resolve) => server.once("exit", resolve));
  await waitUntilAnswering(`http://${address}/healthz`, ended);
  return {
    address,
    ended,
    async stop() {
      server.kill("SIGTERM");
      const killer = setTimeout(() => server.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(killer);
    },
  };
}

/**
 * The address of a page with a folder open and, for tests, an extension in development with its suite. A file may be
 * followed by `:line:column`.
 */
export function pageAddress(address, { folder, extension, suite, files = [] }) {
  const remote = (path) => `vscode-remote://${address}${path}`;
  const payload = [
    ["skipWelcome", "true"],
    ["gotoLineMode", "true"],
  ];
  if (extension) payload.push(["extensionDevelopmentPath", remote(extension)]);
  if (suite) payload.push(["extensionTestsPath", remote(suite)]);
  for (const file of files) payload.push(["openFile", remote(file)]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://${address}/?${query.toString()}`;
}

function withoutEditor(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(VSCODE_|ELECTRON_)/u.test(name)));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function waitUntilAnswering(url, ended) {
  let down = false;
  void ended.then(() => (down = true));
  for (let attempt = 0; attempt < 300; attempt++) {
    if (down) throw new Error("code-server ended before it answered.");
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`code-server did not answer at ${url} within 30 s.`);
}
