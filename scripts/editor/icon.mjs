// Draws icon.png, the extension's icon, from docs/icon.svg with Chromium: node scripts/editor/icon.mjs
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { installChromium } from "./install.mjs";
import { repository } from "./paths.mjs";

const side = 128;
const browser = await chromium.launch({ executablePath: await installChromium(), args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: side, height: side } });
const svg = readFileSync(join(repository, "docs", "icon.svg"), "utf8");
await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
await page.screenshot({ path: join(repository, "icon.png"), omitBackground: true });
await browser.close();
