// Drives a real VS Code on neutron and saves what a person sees to test/editor/screenshots/:
//   node scripts/corpora.mjs neutron && node test/editor/screenshots.mjs
// A defect is typed into a file of neutron (and never saved), explained, fixed; then the workspace is scanned.
// Then a rule is written. KINGSNAKE_SCENES=rules saves the pictures of that only.
// KINGSNAKE_EXTENSION names another folder to take the extension from.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { pageAddress, startCodeServer } from "../../scripts/editor/codeServer.mjs";
import { installChromium, installCodeServer } from "../../scripts/editor/install.mjs";
import { repository } from "../../scripts/editor/paths.mjs";
import { quietSettings, windowSize } from "../../scripts/editor/settings.mjs";

const extension = process.env.KINGSNAKE_EXTENSION ?? repository;
const neutron = process.env.KINGSNAKE_NEUTRON ?? join(repository, ".corpora", "neutron", "neutron");
const target = join(repository, "test", "editor", "screenshots");

/** The metadata agent asks Nova over TLS; the person in the pictures turns the check of Nova's certificate off. */
const scene = {
  file: join("agent", "metadata", "agent.py"),
  statement: "verify=verify_cert",
  replaced: "verify_cert",
  typed: "False",
};

/** A scan of neutron on a busy machine. */
const scanLimit = 180_000;

async function main() {
  if (!existsSync(neutron)) throw new Error("neutron is missing: run node scripts/corpora.mjs neutron first.");
  mkdirSync(target, { recursive: true });
  await installCodeServer();
  const executablePath = await installChromium();
  const home = mkdtempSync(join(tmpdir(), "kingsnake-screenshots-"));
  installExtension(join(home, "extensions"));
  const server = await startCodeServer({ home, settings: { ...quietSettings, "editor.fontSize": 15 } });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
  try {
    const page = await browser.newPage({ viewport: windowSize });
    if (process.env.KINGSNAKE_SCENES === "walk") {
      await walkingScenes(page, server.address, join(home, "shop"));
      return;
    }
    if (process.env.KINGSNAKE_SCENES !== "rules") {
      await editingScenes(page, server.address);
      await scanningScenes(page);
      await ruleScenes(page);
    }
    await walkingScenes(page, server.address, join(home, "shop"));
    await writingScenes(page, server.address, join(home, "project"));
  } finally {
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** As an installed extension, not one in development, so that the window looks as it does for people. */
function installExtension(extensions) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(extension, "package.json"), "utf8"));
  const folder = join(extensions, `${publisher}.${name}-${version}`);
  mkdirSync(folder, { recursive: true });
  for (const part of [
    "package.json",
    "package.nls.json",
    "l10n",
    "dist",
    "icon.png",
    "examples",
    "walkthrough",
    "schemas",
    "syntaxes",
  ]) {
    const source = join(extension, part);
    if (existsSync(source)) cpSync(source, join(folder, part), { recursive: true, dereference: true });
  }
}

/** Typing a defect, reading about it, and fixing it. */
async function editingScenes(page, address) {
  await page.goto(pageAddress(address, { folder: neutron, files: [openAt(scene)] }));
  await page.locator(".view-line").first().waitFor();
  await settle(page, 4000);
  await page.keyboard.press("Control+B");
  await settle(page);

  for (let key = 0; key < scene.replaced.length; key++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.type(scene.typed, { delay: 60 });
  const squiggle = page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").last();
  await squiggle.waitFor({ state: "attached" });
  await save(page, "squiggle");

  await hoverOver(page, squiggle);
  await save(page, "hover");
  await saveAround(page, page.locator(".monaco-hover:visible").first(), join(repository, "walkthrough", "finding.png"));
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+.");
  await page.locator(".action-widget").waitFor();
  await save(page, "quick-fix");
  await page.keyboard.press("Enter");
  await settle(page);
  await save(page, "fixed");
  await page.keyboard.press("Control+Z");
  await settle(page);

  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel").waitFor();
  await save(page, "problems");
}

/** Scanning the workspace: cancelled, under way, and done with the findings of files that are not open. */
async function scanningScenes(page) {
  await runCommand(page, "Kingsnake: Scan Workspace");
  await page.locator(".notification-toast").getByRole("button", { name: "Cancel" }).click();
  await page.locator(".statusbar-item", { hasText: "scan cancelled" }).waitFor();
  // The mouse would leave the tooltip of whatever comes to lie under it.
  await page.mouse.move(windowSize.width / 2, 4);
  await save(page, "scan-cancelled");

  await runCommand(page, "Kingsnake: Scan Workspace");
  const toast = page.locator(".notification-toast", { hasText: "Scanning the workspace" });
  await toast.waitFor();
  await halfWay(toast);
  await save(page, "scan-progress", 0);
  await toast.waitFor({ state: "detached", timeout: scanLimit });
  await settle(page, 2500);
  await save(page, "scan-done");
}

/** Waits until the bar of a notification has come half of its way, or until it is too late for that. */
async function halfWay(toast) {
  const bar = toast.locator(".progress-bit");
  for (let look = 0; look < 600; look++) {
    const width = await bar
      .evaluate((element) => element.style.width, undefined, { timeout: 1000 })
      .catch(() => "100%");
    if (Number.parseFloat(width) >= 50) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The page of the rule that the typed defect breaks, chosen from the list of all. */
async function ruleScenes(page) {
  await runCommand(page, "Kingsnake: Show Rule");
  await page.keyboard.type("certificate of the server");
  await settle(page);
  await save(page, "rules");
  await page.keyboard.press("Enter");
  await settle(page, 3000);
  await save(page, "rule");
}

/** A flow through three files: it appears while somebody types, is followed by keyboard, and is gone when the data is made harmless. */
async function walkingScenes(page, address, project) {
  for (const [name, text] of Object.entries(shop)) {
    mkdirSync(join(project, name, ".."), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  const at = (name, word, offset = 0) => {
    const before = shop[name].slice(0, shop[name].indexOf(word) + offset).split("\n");
    return `${join(project, name)}:${before.length}:${before[before.length - 1].length + 1}`;
  };
  const open = async (file) => {
    await page.goto(pageAddress(address, { folder: project, files: [file] }));
    await page.locator(".view-line").first().waitFor();
    await settle(page, 2500);
  };
  await open(at("shop/store.py", "execute(", 3));
  await page.keyboard.press("Control+B");
  await runCommand(page, "Go to File...");
  await page.keyboard.type("views.py");
  await settle(page, 1200);
  await page.keyboard.press("Enter");
  await settle(page);
  await page.keyboard.press("Control+F");
  await page.keyboard.type('"nothing"');
  await page.keyboard.press("Escape");
  await save(page, "walk-1-before");
  await page.keyboard.type('request.args["name"]', { delay: 60 });
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row", { hasText: "SQL" }).first().waitFor();
  await save(page, "walk-2-typed");
  await page.locator(".markers-panel .monaco-list-row", { hasText: "reaches an SQL" }).first().dblclick();
  await settle(page, 900);
  for (let step = 1; step <= 5; step++) {
    await page.keyboard.press("Alt+.");
    await settle(page, 900);
    await save(page, `walk-3-step-${step}`);
  }
  await runCommand(page, "Go to File...");
  await page.keyboard.type("search.py");
  await settle(page, 1200);
  await page.keyboard.press("Enter");
  await settle(page);
  await page.keyboard.press("Control+F");
  await page.keyboard.type("name.strip()");
  await page.keyboard.press("Escape");
  await page.keyboard.type("str(int(name))", { delay: 60 });
  await settle(page, 1500);
  await save(page, "walk-4-harmless");
}

/** A shop whose search goes from the view through a service to the database. */
const shop = {
  "kingsnake.toml": "",
  "shop/__init__.py": "",
  "shop/views.py": `from flask import Flask, request

from shop.search import find_items

app = Flask(__name__)


@app.route("/search")
def search():
    name = "nothing"
    return find_items(name)
`,
  "shop/search.py": `from shop.store import Store


def find_items(name):
    pattern = name.strip()
    return Store().items_like(pattern)
`,
  "shop/store.py": `import sqlite3


class Store:
    def __init__(self):
        self.connection = sqlite3.connect("shop.db")

    def items_like(self, pattern):
        cursor = self.connection.cursor()
        cursor.execute("SELECT * FROM items WHERE name LIKE '" + pattern + "'")
        return cursor.fetchall()
`,
};

/** A rule of one's own with an example and some code: its lenses, a typing error in it, a hover, its keys, and the example. */
async function writingScenes(page, address, project) {
  for (const [name, text] of Object.entries(ownRules)) {
    mkdirSync(join(project, name, ".."), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  const rules = join(project, "rules", "shell.yaml");
  await page.goto(pageAddress(address, { folder: project, files: [`${rules}:10:38`] }));
  await page.locator(".view-line").first().waitFor();
  await page.locator(".codelens-decoration", { hasText: "in this workspace" }).first().waitFor();
  await page.keyboard.press("Control+B");
  await save(page, "rule-lenses");

  await page.keyboard.press("Backspace");
  await page.locator(".squiggly-error").first().waitFor({ state: "attached" });
  await hoverOver(page, page.locator(".view-line span", { hasText: /^pattern-not$/u }).first());
  await save(page, "rule-error-and-hover");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Z");

  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- meta", { delay: 60 });
  await page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
  await save(page, "rule-keys");
  await page.keyboard.press("Escape");
  for (let undo = 0; undo < 8; undo++) await page.keyboard.press("Control+Z");
  await settle(page, 1500);

  await page.locator(".codelens-decoration a", { hasText: "in this workspace" }).first().click();
  await page.locator(".zone-widget .monaco-list-row, .zone-widget .view-line").first().waitFor();
  await save(page, "rule-matches");
  await page.keyboard.press("Escape");

  await runCommand(page, "Go to File...");
  await page.keyboard.type("rules/shell.py");
  await settle(page, 1200);
  await page.keyboard.press("Enter");
  await page.locator(".squiggly-warning").first().waitFor({ state: "attached" });
  await save(page, "rule-example");
}

/** What the person who writes rules has open. */
const ownRules = {
  "rules/shell.yaml": `rules:
  - id: no-shell-command
    languages: [python]
    severity: ERROR
    message: $COMMAND goes through a shell. Give run_tool a list.
    patterns:
      - pattern-either:
          - pattern: os.system($COMMAND)
          - pattern: os.popen($COMMAND, ...)
      - pattern-not: os.system("...")
      - pattern-not-inside: |
          def $F(...):
              ...
              check_allowed($COMMAND)
              ...
    fix: run_tool($COMMAND)
  - id: no-debug-print
    languages: [python]
    severity: INFO
    message: $X is printed.
    pattern: print("debug", $X, $...REST)
`,
  "rules/shell.py": `import os

# ruleid: no-shell-command
os.system("rm " + name)
# ok: no-shell-command
os.system("ls")
# ruleid: no-shell-command
subprocess.run(["rm", name])
os.popen(command)
`,
  "tools/files.py": `import os


def remove(name):
    os.system("rm -r " + name)


def archive(name):
    check_allowed(name)
    os.system(name)


def show(name):
    return os.popen("cat " + name).read()
`,
};

/** The file and the place of what will be replaced, as VS Code's goto mode wants it. */
function openAt({ file, statement, replaced }) {
  const text = readFileSync(join(neutron, file), "utf8");
  const before = text.slice(0, text.indexOf(statement) + statement.length - replaced.length).split("\n");
  return `${join(neutron, file)}:${before.length}:${before.at(-1).length + 1}`;
}

async function hoverOver(page, squiggle) {
  const box = await squiggle.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 4);
  await page.mouse.move(box.x + box.width / 2 + 2, box.y + 6);
  await page.locator(".monaco-hover:visible .hover-row").first().waitFor();
}

async function runCommand(page, name) {
  await page.keyboard.press("F1");
  await page.keyboard.type(name);
  await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
  await settle(page, 400);
  await page.keyboard.press("Enter");
  await settle(page, 300);
}

async function save(page, name, pause = 900) {
  await settle(page, pause);
  await page.screenshot({ path: join(target, `${name}.png`) });
  console.log(`test/editor/screenshots/${name}.png`);
}

/** A picture of an element and some of what is around it. */
async function saveAround(page, element, path) {
  const margin = { left: 260, top: 30, right: 40, bottom: 110 };
  const box = await element.boundingBox();
  const x = Math.max(0, box.x - margin.left);
  const y = Math.max(0, box.y - margin.top);
  const width = Math.min(windowSize.width - x, box.width + margin.left + margin.right);
  const height = Math.min(windowSize.height - y, box.height + margin.top + margin.bottom);
  await page.screenshot({ path, clip: { x, y, width, height } });
}

/** Lets animations and late arrivals pass. */
function settle(page, milliseconds = 700) {
  return page.waitForTimeout(milliseconds);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
