// `book`: the page for readers, its print, and the EPUB.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { axe, check, finish, launch, open, picture, tolmach, work } from './browser.mjs';

const pictures = process.env.PICTURES;
const browser = await launch();
const folder = path.join(work, 'books');
tolmach('book', folder);
const { books } = JSON.parse(readFileSync(path.join(folder, 'books.json'), 'utf8'));
check(books.length === 4, 'an edition of each translation', books.length);
const bridge = books.find((book) => book.translation === 'translations/en/bridge.md');
const arabic = books.find((book) => book.language === 'ar');
const hostile = books.find((book) => book.translation === 'translations/en/hostile.md');
check(bridge.title === 'The Bridge by the Mill', 'the title is the translation’s', bridge.title);

for (const [book, name] of [[bridge, 'book'], [arabic, 'book-arabic'], [hostile, 'book-hostile']]) {
  const address = pathToFileURL(path.join(folder, book.page)).href;
  const { page, record, context } = await open(browser, address, { width: 1100 });
  check(record.errors.length === 0 && record.requests.every((url) => url.startsWith('file:') || url.startsWith('data:')), `${name} has no error and asks for nothing`, record);
  check(await page.evaluate(() => window.hacked) === undefined && await page.locator('script').count() === 0, `${name} runs nothing`);
  const rows = await page.$$eval('.row', (all) => all.map((row) => [...row.children].map((side) => [side.lang, side.dir, Math.round(side.getBoundingClientRect().top)])));
  check(rows.every(([left, right]) => left[0] === 'ru' && left[1] === 'ltr' && right[0] === book.language && right[1] === (book.language === 'ar' ? 'rtl' : 'ltr') && left[2] === right[2]), `${name}: languages, directions, side by side`, rows[0]);
  await picture(page, name, true);
  if (pictures) {
    const pdf = path.join(pictures, `${name}.pdf`);
    await page.pdf({ path: pdf, format: 'A4', preferCSSPageSize: true });
    if (spawnSync('pdftoppm', ['-v']).status === 0) execFileSync('pdftoppm', ['-r', '60', '-png', '-f', '1', '-l', '1', pdf, path.join(pictures, `${name}-print`)]);
  }
  const found = await axe(browser, address, { width: 1100 });
  check(found.length === 0, `axe-core on ${name}`, found);
  await context.close();
}

/* The EPUB by the validator of the people who wrote the standard. */
// Debian's epubcheck is an archive that its Java runs.
const [program, ...before] = spawnSync('java', ['-version']).error ? ['epubcheck'] : ['java', '-jar', '/usr/bin/epubcheck'];
if (!/EPUBCheck v/.test(spawnSync(program, [...before, '--version'], { encoding: 'utf8' }).stdout)) {
  console.log('not checked: EPUB by epubcheck (needs epubcheck and Java)');
} else {
  for (const layout of ['after', 'beside', 'notes']) {
    const out = path.join(work, `books-${layout}`);
    tolmach('book', out, '--layout', layout);
    for (const name of readdirSync(out).filter((one) => one.endsWith('.epub'))) {
      const run = spawnSync(program, [...before, '--failonwarnings', path.join(out, name)], { encoding: 'utf8' });
      check(run.status === 0, `epubcheck on ${name}, ${layout}`, (run.stdout + run.stderr).slice(0, 1500));
    }
  }
}
const again = path.join(work, 'books-again');
tolmach('book', again);
for (const name of readdirSync(folder)) {
  check(readFileSync(path.join(folder, name)).equals(readFileSync(path.join(again, name))), `${name} is the same bytes again`, statSync(path.join(folder, name)).size);
}
await browser.close();
finish();
