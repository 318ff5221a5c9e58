// What every test of pages shares: a browser that keeps a record of errors and of requests, and small assertions.
import { createRequire } from 'node:module';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const require = createRequire(path.join(process.env.MODULES, 'x.js'));
const { chromium } = require('playwright-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const work = process.env.WORK;
export const project = path.join(work, 'project');
const pictures = process.env.PICTURES;
if (pictures) mkdirSync(pictures, { recursive: true });

/** Runs tolmach in the test project; exit codes 0 and 1 are answers. */
export function tolmach(...words) {
  const run = spawnSync(process.env.TOLMACH, words, { cwd: project, encoding: 'utf8' });
  if (run.status === null || run.status > 1) throw new Error(`tolmach ${words.join(' ')}: ${run.stderr}`);
  return run.stdout;
}

export const git = (...words) => execFileSync('git', words, { cwd: project, encoding: 'utf8' });

let failures = 0;
let checks = 0;

/** Notes a failure and goes on: one run shows all of them. */
export function check(holds, fact, found = '') {
  checks += 1;
  if (holds) return;
  failures += 1;
  console.error(`FAILED: ${fact}${found === '' ? '' : `: ${JSON.stringify(found)}`}`);
}

export function finish() {
  console.log(`${checks - failures} of ${checks} hold`);
  process.exit(failures ? 1 : 0);
}

export async function launch() {
  return chromium.launch({ executablePath: process.env.BROWSER, args: ['--no-sandbox'] });
}

/** A page of a size; `record` has its errors and the requests that left it. */
export async function open(browser, address, { width = 1400, height = 900, dark = false, script = true, locale = 'en' } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: script, locale,
  });
  const page = await context.newPage();
  const record = { errors: [], requests: [] };
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) record.errors.push(message.text()); });
  page.on('pageerror', (error) => record.errors.push(String(error)));
  page.on('request', (request) => record.requests.push(request.url()));
  page.on('dialog', (dialog) => { record.errors.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(address);
  return { page, record, context };
}

export async function picture(page, name, whole = false) {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: whole });
}

/** Serious and critical findings of axe-core. The page's policy forbids scripts, so it is run past the policy. */
export async function axe(browser, address, options) {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: options.width, height: 900 }, colorScheme: options.dark ? 'dark' : 'light' });
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => globalThis.axe.run());
  await context.close();
  return found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))
    .map((one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 160)} ${one.nodes[0].failureSummary.slice(0, 200)}`);
}
