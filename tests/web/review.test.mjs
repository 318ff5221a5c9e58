// `review --web`: worked in the browser, then attacked.
import { spawn } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { axe, check, finish, launch, picture, project, work } from './browser.mjs';

const own = path.join(work, 'reviewed');
cpSync(project, own, { recursive: true });
const file = (name) => path.join(own, name);
const read = (name) => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '');
const BRIDGE = 'translations/en/bridge.md';
const UNITS = 'translations/en/bridge.units.toml';

/** Starts the review; resolves to its address. */
function start(...words) {
  const child = spawn(process.env.TOLMACH, ['review', '--web', ...words], { cwd: own, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((done, failed) => {
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
      const found = said.match(/http:\/\/127\.0\.0\.1:(\d+)\/#([0-9a-f]{64})/);
      if (found) done({ child, address: found[0], port: Number(found[1]), token: found[2] });
    });
    child.on('exit', (code) => failed(new Error(`ended with ${code}: ${said}`)));
  });
}

/** A request with any headers, as a program makes it. */
function ask(port, { path: where = '/ask', method = 'POST', body = '{"ask":"documents"}', host = `127.0.0.1:${port}`, headers = {} } = {}) {
  return new Promise((done, failed) => {
    const request = http.request({ host: '127.0.0.1', port, path: where, method, setHost: false, headers: { ...(host ? { Host: host } : {}), ...headers, ...(method === 'POST' ? { 'Content-Length': Buffer.byteLength(body) } : {}) } }, (response) => {
      let text = '';
      response.on('data', (part) => { text += part; });
      response.on('end', () => done({ status: response.statusCode, text, headers: response.headers }));
    });
    request.on('error', failed);
    request.end(method === 'POST' ? body : undefined);
  });
}

const browser = await launch();
const { child, address, port, token } = await start();

/* It listens on the loopback address alone. */
{
  const addresses = Object.values((await import('node:os')).networkInterfaces()).flat().filter((one) => one.family === 'IPv4' && !one.internal);
  for (const { address: other } of addresses) {
    const open = await new Promise((done) => {
      const socket = net.connect({ host: other, port, timeout: 1000 });
      socket.on('connect', () => { socket.destroy(); done(true); });
      socket.on('error', () => done(false));
      socket.on('timeout', () => { socket.destroy(); done(false); });
    });
    check(!open, `nothing listens on ${other}`);
  }
}

/* Before anybody has used the token: what is given out holds nothing of the project. */
{
  const shell = await ask(port, { path: '/', method: 'GET' });
  check(shell.status === 200 && !shell.text.includes('мельниц') && !shell.text.includes(token), 'the page without a key has no text and no secret');
  check(/frame-ancestors 'none'/.test(shell.headers['content-security-policy']) && shell.headers['x-frame-options'] === 'DENY', 'nobody frames it', shell.headers);
  check(!shell.headers['set-cookie'] && !shell.headers['access-control-allow-origin'], 'no cookie, and no leave for other origins', shell.headers);
}

const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en' });
const page = await context.newPage();
const record = { errors: [], requests: [] };
page.on('console', (message) => { if (message.type() === 'error') record.errors.push(message.text()); });
page.on('pageerror', (error) => record.errors.push(String(error)));
page.on('request', (request) => record.requests.push(request.url()));
let key = '';
page.on('request', (request) => { key = request.headers()['x-tolmach-key'] || key; });
await page.goto(address);
await page.waitForSelector('.pane .run');
check(!page.url().includes(token), 'the token leaves the address bar', page.url());
const said = () => page.locator('#said').textContent();
const settle = async (act) => {
  const before = await page.locator('#units').evaluate((box) => { box.dataset.old = '1'; return true; });
  await act();
  await page.waitForFunction(() => { const box = document.querySelector('#units'); return box && !box.dataset.old; });
  return before;
};
const choose = async (text) => {
  await page.locator('.pane.tgt .run', { hasText: text }).first().locator('p[data-p]').first().click({ position: { x: 3, y: 3 } });
  await page.waitForSelector('.run.now');
};
await page.selectOption('#document', BRIDGE);
await page.waitForFunction(() => document.querySelector('.pane.tgt')?.textContent.includes('The mill watched'));
await picture(page, 'review');

/* Accept and undo, with the file before and after. */
const unitsBefore = read(UNITS);
await choose('The mill watched');
await settle(() => page.keyboard.press('a'));
const accepted = read(UNITS);
check(accepted.includes('The mill watched the work') && accepted !== unitsBefore, 'a unit without a finding is accepted', await said());
await settle(() => page.keyboard.press('u'));
check(read(UNITS) === unitsBefore, 'undo gives the file back byte by byte', await said());

/* Waive a finding with a reason. */
await page.locator('.card', { hasText: 'number-mismatch' }).first().click();
await page.keyboard.press('w');
await page.fill('#line', 'the old stone says so');
await picture(page, 'review-waive');
await settle(() => page.click('#yes'));
check(read(UNITS).includes('the old stone says so'), 'a waiver is written with its reason', await said());
check(await page.locator('.card.waived').count() === 1, 'and shown');

/* Apply a fix. */
const textBefore = read(BRIDGE);
await page.locator('.card', { hasText: 'term-deprecated' }).first().click();
await settle(() => page.keyboard.press('f'));
check(read(BRIDGE) === textBefore.replace('city hall', 'akimat'), 'a fix changes its words alone', await said());
await settle(() => page.keyboard.press('u'));
check(read(BRIDGE) === textBefore, 'and is undone');

/* Edit a paragraph in place. */
await choose('Old people remember');
await page.keyboard.press('e');
await page.waitForSelector('#given:not([hidden])');
check(await page.inputValue('#given') === 'Old people remember how the first carts of grain crossed the bridge.', 'the text to edit is the text of the file');
await page.fill('#given', 'Old people still remember the first carts of grain.');
await settle(() => page.click('#yes'));
check(read(BRIDGE) === textBefore.replace('Old people remember how the first carts of grain crossed the bridge.', 'Old people still remember the first carts of grain.'), 'an edit changes one paragraph', await said());
await choose('Old people still remember');
await page.keyboard.press('e');
await page.waitForSelector('#given:not([hidden])');
await page.fill('#given', '# Not a paragraph');
const edited = read(BRIDGE);
await settle(() => page.click('#yes'));
check(read(BRIDGE) === edited && (await said()).includes('no longer be one paragraph'), 'a text that would be a heading is refused', await said());
await settle(() => page.keyboard.press('u'));
check(read(BRIDGE) === textBefore, 'the edit is undone');

/* Pair two paragraphs by clicking them. */
const pairsBefore = read(UNITS);
await page.keyboard.press('l');
await page.locator('.pane.src [data-p]', { hasText: 'Первая опора' }).click();
await page.locator('.pane.tgt [data-p]', { hasText: 'The second pier' }).click();
check(await page.locator('.chosen').count() === 2, 'what is chosen is shown');
await picture(page, 'review-pairing');
await settle(() => page.keyboard.press('Enter'));
check(read(UNITS).includes('[[pair]]') || read(UNITS) !== pairsBefore, 'a pair is written', await said());
const together = await page.$$eval('.ribbons path', (all) => all.length);
check(together > 0, 'the ribbons are drawn anew', together);
await settle(() => page.keyboard.press('u'));
check(read(UNITS) === pairsBefore, 'and is undone');

/* Add a form to the glossary. */
const glossary = read('glossary/terms.toml');
await page.locator('.card', { hasText: 'term-deprecated' }).first().click();
await page.keyboard.press('g');
await page.fill('#line', 'town office');
await settle(() => page.click('#yes'));
check(read('glossary/terms.toml').includes('town office') && read('glossary/terms.toml') !== glossary, 'a term is added', await said());
await settle(() => page.keyboard.press('u'));
check(read('glossary/terms.toml') === glossary, 'and taken away again');

/* A file that is changed outside. */
await choose('The mill watched');
writeFileSync(file(BRIDGE), textBefore.replace('He was wrong.', 'He was quite wrong.'));
await settle(() => page.keyboard.press('a'));
check(!read(UNITS).includes('The mill watched'), 'nothing is done to what a person has not seen', await said());
check(await page.locator('.pane.tgt', { hasText: 'quite wrong' }).count() === 1, 'the page is made anew', await said());
writeFileSync(file(BRIDGE), textBefore);
await page.waitForFunction(() => !document.querySelector('.pane.tgt').textContent.includes('quite wrong'), null, { timeout: 9000 });
check(true, 'a change outside is noticed by itself');

/* A second tab. */
{
  const second = await context.newPage();
  await second.goto(address);
  await second.waitForFunction(() => document.querySelector('#said').textContent !== '');
  check(await second.locator('.pane').count() === 0 && (await second.locator('#said').textContent()).includes('one tab'), 'a second tab gets nothing', await second.locator('#said').textContent());
  await second.close();
}

/* Requests of anybody else. */
const good = { 'X-Tolmach-Key': key, 'Content-Type': 'application/json', Origin: `http://127.0.0.1:${port}` };
check((await ask(port, { headers: good })).status === 200, 'the attack below differs from what is answered in one thing each');
const without = (name) => { const rest = { ...good }; delete rest[name]; return rest; };
const before = read(UNITS) + read(BRIDGE);
const act = JSON.stringify({ ask: 'undo' });
for (const [fact, status, request] of [
  ['without the key', 401, { headers: without('X-Tolmach-Key'), body: act }],
  ['with another key', 401, { headers: { ...good, 'X-Tolmach-Key': '0'.repeat(64) }, body: act }],
  ['with the token that was used', 401, { path: '/session', headers: good, body: JSON.stringify({ token }) }],
  ['from another origin', 403, { headers: { ...good, Origin: 'https://evil.example' }, body: act }],
  ['from another port of this machine', 403, { headers: { ...good, Origin: `http://127.0.0.1:${port + 1}` }, body: act }],
  ['from a file', 403, { headers: { ...good, Origin: 'null' }, body: act }],
  ['without an origin', 403, { headers: without('Origin'), body: act }],
  ['from another site', 403, { headers: { ...good, 'Sec-Fetch-Site': 'cross-site' }, body: act }],
  ['to another host name', 421, { host: `evil.example:${port}`, headers: good, body: act }],
  ['to localhost', 421, { host: `localhost:${port}`, headers: good, body: act }],
  ['without a host', 421, { host: '', headers: good, body: act }],
  ['as a form', 415, { headers: { ...good, 'Content-Type': 'text/plain' }, body: act }],
  ['that is no JSON', 400, { headers: good, body: 'undo' }],
  ['for a file', 404, { path: '/../../etc/passwd', method: 'GET' }],
  ['by DELETE', 404, { path: '/', method: 'DELETE' }],
]) {
  const answer = await ask(port, request).catch((error) => ({ status: String(error) }));
  check(answer.status === status || (fact === 'without a host' && answer.status >= 400), `a request ${fact} is refused`, [answer.status, status]);
}
for (const body of ['{"ask":"accept","pair":"translations/en/bridge.md","key":"0","unit":99999}', '{"ask":"page","pair":"../../etc/passwd"}', '{"ask":"edit","pair":"glossary/terms.toml","key":"","paragraph":0,"text":"x"}']) {
  const answer = await ask(port, { headers: good, body });
  check([404, 409].includes(answer.status), 'a request for what is not there changes nothing', [body, answer.status]);
}
check(read(UNITS) + read(BRIDGE) === before, 'no file has changed by any of them');

/* DNS rebinding: a name of another site that leads to this server. */
{
  const rebound = await chromiumWith(`MAP evil.example 127.0.0.1`);
  const other = await rebound.newPage();
  const response = await other.goto(`http://evil.example:${port}/`);
  check(response.status() === 421, 'a name bound anew to this machine is refused', response.status());
  const stolen = await other.evaluate(async () => (await fetch('/ask', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ask":"documents"}' })).status);
  check(stolen === 421, 'also for a script', stolen);
  await rebound.close();
}
/* Another web site in the same browser. */
{
  const evil = http.createServer((request, response) => response.end('<title>evil</title>'));
  await new Promise((done) => evil.listen(0, '127.0.0.1', done));
  const other = await context.newPage();
  await other.goto(`http://127.0.0.1:${evil.address().port}/`);
  const results = await other.evaluate(async (target) => {
    const attempt = async (options) => { try { const answer = await fetch(target, options); return answer.type === 'opaque' ? 'opaque' : answer.status; } catch { return 'refused'; } };
    return [
      await attempt({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ask":"undo"}' }),
      await attempt({ method: 'POST', mode: 'no-cors', body: '{"ask":"undo"}' }),
      await attempt({ method: 'GET' }),
    ];
  }, `http://127.0.0.1:${port}/ask`);
  check(results.every((result) => result === 'refused' || result === 'opaque'), 'another site reads nothing', results);
  check(await other.evaluate(() => sessionStorage.getItem('tolmach')) === null, 'and has no key');
  await other.close();
  evil.close();
  check(read(UNITS) + read(BRIDGE) === before, 'and changes nothing');
}

/* Accessibility of the page for working. */
{
  const { child: again, address: place } = await start();
  const found = await axe(browser, place, { width: 1400 });
  check(found.length === 0, 'axe-core on the review', found);
  again.removeAllListeners('exit');
  again.kill('SIGKILL');
}

/* What left the page went to its own server; no error but those that were provoked. */
const foreign = record.requests.filter((url) => !url.startsWith(`http://127.0.0.1:${port}/`) && !url.startsWith('data:'));
check(foreign.length === 0, 'the page asks its own server alone', foreign);
const unexpected = record.errors.filter((text) => !/status of (404|409)/.test(text));
check(unexpected.length === 0, 'no console error', unexpected);

/* Killed in the middle of decisions: every file is whole, and the page says that it is over. */
child.removeAllListeners('exit');
await choose('The mill watched');
await page.keyboard.press('a');
child.kill('SIGKILL');
await page.waitForFunction(() => document.body.classList.contains('ended'), null, { timeout: 9000 });
const whole = read(UNITS);
check(whole === pairsBefore || whole.includes('The mill watched the work'), 'killed in the middle, the file is the old one or the new one');
check((await said()).includes('ended'), 'the page says that the review has ended', await said());
for (let round = 0; round < 12; round += 1) {
  const run = await start();
  const session = await ask(run.port, { path: '/session', headers: { ...good, Origin: `http://127.0.0.1:${run.port}` }, body: JSON.stringify({ token: run.token }) });
  const headers = { ...good, Origin: `http://127.0.0.1:${run.port}`, 'X-Tolmach-Key': JSON.parse(session.text).key };
  const shown = JSON.parse((await ask(run.port, { headers, body: JSON.stringify({ ask: 'page', pair: BRIDGE }) })).text);
  const old = read(UNITS);
  const going = ask(run.port, { headers, body: JSON.stringify({ ask: 'accept', pair: BRIDGE, key: shown.key, unit: round % 9 }) }).catch(() => null);
  run.child.removeAllListeners('exit');
  await new Promise((done) => setTimeout(done, Math.random() * 25));
  run.child.kill('SIGKILL');
  await going;
  const now = read(UNITS);
  const parsed = now === old || (now.endsWith('\n') && (now.match(/\[\[unit\]\]|\[\[units\]\]|^\[\[/gm) || []).length > 0);
  check(parsed, 'a killed run leaves a whole file', now.slice(-200));
}
await browser.close();
finish();

async function chromiumWith(rule) {
  const { createRequire } = await import('node:module');
  const require = createRequire(path.join(process.env.MODULES, 'x.js'));
  const other = await require('playwright-core').chromium.launch({ executablePath: process.env.BROWSER, args: ['--no-sandbox', `--host-resolver-rules=${rule}`] });
  return other;
}
