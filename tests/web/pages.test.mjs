// The pages that are files: `report`, `align --format html`, `check --format html`.
import { readFileSync, readdirSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { axe, check, finish, git, launch, open, picture, project, tolmach, work } from './browser.mjs';

const folder = path.join(work, 'site');
tolmach('report', folder);
const address = (name) => pathToFileURL(path.join(folder, name)).href;
const data = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'));
const pageOf = (translation) => data.documents.find((row) => row.translation === translation).page;
const bridge = pageOf('translations/en/bridge.md');
const letter = pageOf('translations/en/letter.md');
const arabic = pageOf('translations/ar/letter.md');
const hostile = pageOf('translations/en/hostile.md');
const browser = await launch();

/** A page that must make no request but for itself, and no error. */
async function clean(name, options, test) {
  const { page, record, context } = await open(browser, address(name), options);
  if (test) await test(page);
  check(record.errors.length === 0, `${name} has no console error`, record.errors);
  const out = record.requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'));
  check(out.length === 0, `${name} asks for nothing from the network`, out);
  await context.close();
}

/* The index. */
await clean('index.html', {}, async (page) => {
  await picture(page, 'index-wide', true);
  const shown = () => page.$$eval('#documents tbody tr:not([hidden])', (rows) => rows.length);
  check(await shown() === data.documents.length, 'the index has a row for each document and language', await shown());
  await page.selectOption('#language', 'ar');
  check(await shown() === data.documents.filter((row) => row.language === 'ar').length, 'the language filter', await shown());
  await page.selectOption('#language', '');
  await page.fill('#words', 'letter');
  check(await shown() === 2, 'the word filter', await shown());
  await page.fill('#words', 'no such document');
  check(await shown() === 0 && await page.isVisible('#nothing'), 'an empty filter says so');
  await page.fill('#words', '');
  await page.selectOption('#with', 'error');
  check(await shown() === data.documents.filter((row) => row.findings.error > 0).length, 'the filter for errors', await shown());
  await page.selectOption('#with', '');
  const head = page.locator('th[data-sort=number] button').nth(6);
  await head.click();
  const figures = await page.$$eval('#documents tbody tr', (rows) => rows.map((row) => Number(row.cells[8].dataset.v)));
  check(figures.every((one, at) => at === 0 || figures[at - 1] >= one), 'a click on a head sorts', figures);
  check(await page.locator('th[aria-sort=descending]').count() === 1, 'the order is told to screen readers');
});

/* Both texts side by side. */
const widths = [{ width: 1600 }, { width: 1024 }, { width: 400, height: 800 }];
for (const options of widths) {
  await clean(bridge, options, async (page) => {
    await page.waitForTimeout(150);
    await picture(page, `pair-${options.width}`);
    const columns = await page.$('.columns');
    check(Boolean(columns) === (options.width > 960), `columns where there is room: ${options.width}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(overflow <= 0, `nothing is wider than the screen: ${options.width}`, overflow);
    if (!columns) return;
    const wrong = await page.evaluate(() => {
      const gaps = [];
      const box = document.querySelector('.ribbons').getBoundingClientRect();
      for (const unit of document.querySelectorAll('.unit')) {
        const paths = [...document.querySelectorAll(`.ribbons path[data-u="${unit.dataset.u}"]`)];
        for (const path of paths) {
          const numbers = path.getAttribute('d').match(/-?[\d.]+/g).map(Number);
          const place = [numbers[1] + box.top, numbers.at(-1) + box.top];
          path.dataset.left = place[0];
          if (path.classList.contains('alone')) continue;
          const run = [...document.querySelectorAll('.pane.src .run')].find((one) => Math.abs(one.getBoundingClientRect().top - place[0]) < 2);
          if (!run) gaps.push([unit.dataset.u, place]);
        }
      }
      return gaps;
    });
    check(wrong.length === 0, `every ribbon begins at a paragraph of the original: ${options.width}`, wrong);
    const ends = await page.evaluate(() => {
      const box = document.querySelector('.ribbons').getBoundingClientRect();
      const wanted = [['Старики помнят', 'Old people remember'], ['Зимой лес возили', 'In winter the timber'], ['Летом работали', 'In winter the timber'], ['Мельница смотрела', 'The mill watched']];
      const run = (side, text) => [...document.querySelectorAll(`.pane.${side} .run`)].find((one) => one.textContent.includes(text)).getBoundingClientRect();
      return wanted.map(([source, target]) => {
        const [from, to] = [run('src', source), run('tgt', target)];
        const drawn = [...document.querySelectorAll('.ribbons path')].some((path) => {
          const d = path.getAttribute('d').match(/-?[\d.]+/g).map(Number);
          const [a, c, v] = [d[1] + box.top, d[7] + box.top, d[8] + box.top];
          const b = d.at(-1) + box.top;
          return Math.abs(a - from.top) < 2 && Math.abs(b - from.bottom) < 2 && Math.abs(c - to.top) < 2 && Math.abs(v - to.bottom) < 2;
        });
        return drawn ? '' : `${source} – ${target}`;
      }).filter(Boolean);
    });
    check(ends.length === 0, `ribbons lead to the right paragraphs: ${options.width}`, ends);
    check(await page.locator('.ribbons .alone').count() >= 1, 'a paragraph without a counterpart has a stub');
  });
}

/* Scrolling in step. */
await clean(bridge, { width: 1400, height: 420 }, async (page) => {
  await page.waitForTimeout(150);
  const middle = await page.evaluate(async () => {
    const pane = document.querySelector('.pane.src');
    pane.dispatchEvent(new PointerEvent('pointerenter'));
    const run = [...pane.querySelectorAll('.run')].find((one) => one.textContent.includes('Мельница смотрела'));
    pane.scrollTop = run.offsetTop - 60;
    await new Promise((done) => setTimeout(done, 200));
    const other = [...document.querySelectorAll('.pane.tgt .run')].find((one) => one.textContent.includes('The mill watched'));
    const box = document.querySelector('.pane.tgt').getBoundingClientRect();
    const place = other.getBoundingClientRect();
    return { top: place.top - box.top, bottom: place.bottom - box.top, height: box.height };
  });
  check(middle.bottom > 0 && middle.top < middle.height, 'the counterpart is in sight', middle);
  await picture(page, 'pair-scrolled');
});

/* Keys, panel, terms, links. */
await clean(bridge, { width: 1400 }, async (page) => {
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  check(await page.locator('.card.current').count() === 1, 'n goes to a finding');
  check(await page.isVisible('#panel'), 'the panel opens');
  await picture(page, 'pair-finding');
  await page.keyboard.press('j');
  const first = await page.locator('#panel .label a').first().textContent();
  await page.keyboard.press('k');
  check(await page.locator('#panel .label a').first().textContent() !== first, 'j and k go from unit to unit');
  const term = page.locator('.pane.src [data-t]').first();
  await term.hover();
  check(await page.locator('.pane.tgt .lit').count() >= 0 && await page.locator('.pane.src .lit').count() >= 1, 'a term is lit');
  await page.mouse.move(5, 5);
  const lit = await page.evaluate(() => {
    const source = [...document.querySelectorAll('.pane.src [data-t]')].find((one) => one.textContent.includes('Плотник') || one.textContent.includes('плотник'));
    source.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    return [...document.querySelectorAll('.pane.tgt .lit')].map((one) => one.textContent);
  });
  check(lit.length > 0 && lit.every((text) => /carpenter/i.test(text)), 'its counterpart is lit', lit);
  const omitted = await page.$$eval('.pane.src .omitted', (marks) => marks.map((mark) => mark.textContent).join(''));
  check(omitted.includes('метель') || omitted.includes('зимой'), 'an omitted sentence is marked', omitted);
  check(await page.locator('.pre, pre.block').count() >= 2, 'code is shown');
  const commands = await page.$$eval('.card .command code', (all) => all.map((one) => one.textContent));
  check(commands.some((one) => one.startsWith('tolmach waive number-mismatch translations/en/bridge.md:')), 'a card has the command that settles it', commands);
  await page.keyboard.press('v');
  check(await page.locator('.columns').count() === 0, 'v shows rows');
  await picture(page, 'pair-rows', true);
  const order = await page.$$eval('.unit', (units) => units.every((unit) => unit.querySelector('.col.src') && unit.querySelector('.col.tgt')));
  check(order, 'rows have both sides');
  await page.keyboard.press('v');
  check(await page.locator('.pane').count() === 2, 'v shows columns again');
});

/* The commands of the cards are carried out as they are written. */
{
  const { page, context } = await open(browser, address(bridge));
  const command = (await page.$$eval('.card .command code', (all) => all.map((one) => one.textContent)))
    .find((one) => one.startsWith('tolmach waive number-mismatch'));
  const before = JSON.parse(tolmach('check', '--format', 'json')).summary.waived;
  tolmach(...command.replace(/'([^']*)'/g, '$1').split(' ').slice(1), '--dry-run');
  check(before === 0, 'nothing is waived yet', before);
  await context.close();
}

/* Changes since accepted; the link to a unit survives edits. */
await clean(letter, { width: 1400 }, async (page) => {
  const changes = await page.$$eval('.was', (all) => all.map((one) => one.textContent));
  check(changes.length === 4, 'stale, edited and both are shown', changes.length);
  check(await page.locator('.was del', { hasText: 'горели' }).count() === 1, 'the words that went', changes);
  check(await page.locator('.was ins', { hasText: 'forced' }).count() === 1, 'the words that came', changes);
  await picture(page, 'pair-changes');
});
{
  const units = async () => {
    const { page, context } = await open(browser, address(letter));
    const found = await page.$$eval('.unit', (all) => all.map((one) => [one.id, one.getAttribute('aria-label')]));
    await context.close();
    return found;
  };
  const before = await units();
  const file = path.join(project, 'originals/letter.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('# Письмо', 'Новый первый абзац о дороге на перевал.\n\n# Письмо').replace('Ночью выпал снег', 'Ночью густо выпал снег'));
  tolmach('report', folder);
  const after = new Set((await units()).map(([id]) => id));
  const lost = before.filter(([id]) => !after.has(id));
  check(lost.length === 0, 'links to accepted units survive a new paragraph and an edit', lost);
  // Of a unit that nobody accepted one half of the link is enough.
  const open1 = async (half) => {
    const { page, context } = await open(browser, `${address(bridge)}#${half}`);
    const chosen = await page.$eval('.unit.now', (one) => one.id).catch(() => '');
    await context.close();
    return chosen;
  };
  const { page, context } = await open(browser, address(bridge));
  const id = await page.$$eval('.unit', (all) => all.map((one) => one.id).find((one) => one.includes('-')));
  await context.close();
  check(await open1(`s00000000-${id.split('-')[1]}`) === id, 'a unit is found by its translation alone');
  writeFileSync(file, text);
  tolmach('report', folder);
}

/* Without scripts, in the dark, in Russian, from right to left, in print. */
await clean(bridge, { script: false, width: 1100 }, async (page) => {
  await picture(page, 'pair-without-script', true);
  check(await page.isVisible('text=The mill watched'), 'the text is there without scripts');
  check(!(await page.isVisible('.tools')), 'nothing is shown that needs a script');
});
await clean(bridge, { dark: true, width: 1400 }, async (page) => { await page.keyboard.press('n'); await page.waitForTimeout(100); await picture(page, 'pair-dark'); });
await clean('index.html', { dark: true, width: 1100 }, (page) => picture(page, 'index-dark', true));
await clean('index.html', { width: 400, height: 800 }, (page) => picture(page, 'index-phone', true));
await clean(arabic, { width: 1400 }, async (page) => {
  check(await page.$eval('.pane.tgt', (pane) => getComputedStyle(pane).direction) === 'rtl', 'Arabic is written from the right');
  await picture(page, 'pair-arabic');
});
await clean(arabic, { width: 400, height: 800 }, (page) => picture(page, 'pair-arabic-phone'));
await clean('terms.html', { width: 1100 }, async (page) => {
  const first = await page.locator('.concept').first().textContent();
  check(first.includes('акимат') && first.includes('city hall'), 'conflicts come first', first);
  await page.locator('.concept summary').first().click();
  await picture(page, 'terms', true);
  const link = await page.locator('.concept a').first().getAttribute('href');
  const [file, unit] = link.split('#');
  await page.goto(`${address(file)}#${unit}`);
  check(await page.locator('.unit.now').count() === 1, 'a place leads to its unit');
});
await clean('changes.html', { width: 900 }, async (page) => {
  check(await page.locator('.change').count() === 5, 'five units changed in two languages', await page.locator('.change').count());
  await picture(page, 'changes', true);
});
{
  const russian = path.join(work, 'russian');
  tolmach('--interface-language', 'ru', 'report', russian);
  const { page, record, context } = await open(browser, pathToFileURL(path.join(russian, bridge)).href);
  check(await page.$eval('html', (html) => html.lang) === 'ru', 'the page says its language');
  check(await page.isVisible('text=Все документы'), 'and is in it');
  check(record.errors.length === 0, 'no error in Russian', record.errors);
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'т', bubbles: true })));
  check(await page.locator('.card.current').count() === 1, 'keys are known by their place on a Russian keyboard');
  await picture(page, 'pair-russian');
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'pair-print', true);
  await context.close();
}

/* Hostile texts are texts. */
for (const name of [hostile, 'index.html', 'terms.html', 'changes.html']) {
  await clean(name, {}, async (page) => {
    const links = await page.$$eval('a[href]', (all) => all.map((one) => one.getAttribute('href')).filter((one) => /^\s*javascript:/i.test(one)));
    check(links.length === 0, `${name} has no link that runs`, links);
    check(await page.evaluate(() => window.hacked) === undefined, `${name} runs nothing of a text`);
    check(await page.locator('script').count() === 1, `${name} has one script`);
  });
}
await clean(hostile, {}, async (page) => {
  const text = await page.locator('.pane.src').textContent();
  check(text.includes('<script>window.hacked = 1</script>') && text.includes('&lt;img src=x'), 'markup of a text is shown as it is written', text.slice(0, 300));
  check(text.includes('⟨U+202E⟩'), 'a mark that turns letters round is named');
  await picture(page, 'pair-hostile');
});

/* Accessibility. */
for (const name of ['index.html', 'terms.html', 'changes.html', bridge, arabic, letter]) {
  for (const options of [{ width: 1400, dark: false }, { width: 1400, dark: true }, { width: 400, dark: false }]) {
    const found = await axe(browser, address(name), options);
    check(found.length === 0, `axe-core on ${name} at ${options.width}${options.dark ? ', dark' : ''}`, found);
  }
}

/* The same page alone, and the page of a check. */
{
  const loose = path.join(work, 'loose.html');
  writeFileSync(loose, tolmach('align', '--format', 'html', '--source', 'originals/bridge.md', '--target', 'translations/en/bridge.md'));
  const { page, record, context } = await open(browser, pathToFileURL(loose).href);
  check(await page.locator('.pane .run').count() > 10 && record.errors.length === 0, 'two loose files have a page', record.errors);
  await context.close();
  const checked = path.join(work, 'check.html');
  tolmach('check', '--format', `html=${checked}`);
  const second = await open(browser, pathToFileURL(checked).href);
  await picture(second.page, 'check', true);
  const cards = await second.page.locator('.card').count();
  const summary = JSON.parse(tolmach('check', '--format', 'json')).summary;
  check(cards === summary.error + summary.warning + summary.info, 'the page of a check has every finding', cards);
  check(await second.page.evaluate(() => window.hacked) === undefined && second.record.errors.length === 0, 'and runs nothing of a text', second.record.errors);
  const found = await axe(browser, pathToFileURL(checked).href, { width: 1100 });
  check(found.length === 0, 'axe-core on the page of a check', found);
  await second.context.close();
}

/* What has not changed is not written again; what is gone is removed; a trend. */
{
  const files = () => Object.fromEntries(readdirSync(path.join(folder, 'pages')).map((name) => [name, statSync(path.join(folder, 'pages', name)).mtimeMs]));
  const before = files();
  const said = tolmach('report', folder);
  check(/ 0 files new/.test(said), 'unchanged pages are not written', said);
  check(JSON.stringify(files()) === JSON.stringify(before), 'nor touched');
  git('stash', '-q');
  const earlier = path.join(work, 'earlier.json');
  writeFileSync(earlier, readFileSync(path.join(folder, 'report.json')));
  tolmach('report', folder, '--trend', earlier);
  const { page, context } = await open(browser, address('index.html'));
  const trend = await page.locator('.trend').textContent();
  check(/Findings: [−+±]\d+/.test(trend), 'the index has the trend', trend);
  await context.close();
  git('stash', 'pop', '-q');
}

/* A long document. */
{
  const long = path.join(work, 'long');
  mkdirSync(path.join(long, 'originals'), { recursive: true });
  mkdirSync(path.join(long, 'translations/en'), { recursive: true });
  const paragraph = (at, one, other) => `${one} ${at}. ${other.repeat(14)}`;
  const make = (one, other) => Array.from({ length: 1200 }, (_, at) => paragraph(at, one, other)).join('\n\n') + '\n';
  writeFileSync(path.join(long, 'originals/long.md'), make('Запись', 'Вода поднялась, и люди ушли на холм. '));
  writeFileSync(path.join(long, 'translations/en/long.md'), make('Entry', 'The water rose, and people went up the hill. '));
  const out = path.join(work, 'long-site');
  tolmach('--project', long, 'report', out);
  const pages = readdirSync(path.join(out, 'pages'));
  const largest = Math.max(...pages.map((name) => statSync(path.join(out, 'pages', name)).size));
  check(pages.length > 1 && largest < 2_000_000, 'a long document has parts, none over 2 MB', [pages.length, largest]);
  const last = pages.sort((a, b) => a.length - b.length || a.localeCompare(b)).at(-1);
  const { page, record, context } = await open(browser, pathToFileURL(path.join(out, 'pages', last)).href);
  const id = await page.$$eval('.unit', (all) => all.at(-1).id);
  const first = pages.sort((a, b) => a.length - b.length)[0];
  const start = Date.now();
  await page.goto(`${pathToFileURL(path.join(out, 'pages', first)).href}#${id}`);
  await page.waitForSelector('.unit.now', { state: 'attached' });
  check(page.url().includes(last), 'a link is followed to the part that has the unit', page.url());
  console.log(`a part of ${(largest / 1e6).toFixed(1)} MB is shown in ${Date.now() - start} ms`);
  check(record.errors.length === 0, 'no error', record.errors);
  await picture(page, 'pair-long');
  await context.close();
}

await browser.close();
finish();
