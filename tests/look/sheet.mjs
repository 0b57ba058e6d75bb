// A contact sheet: each page whole, on a phone, a tablet and a desk, light and dark; and all their first views on one picture.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copy } from './journal.mjs';
import { browser, guide, keep, site } from './site.mjs';

const sizes = { phone: [390, 844], tablet: [820, 1180], desk: [1280, 900] };
const others = ['/search', '/search?q=switch', '/search?q=dismisive', '/search?q=zeppelin', '/not-here', '/error/500', '/journal', '/journal/lost-words', '/journal/gone'];
const open = [
  '/journal', '/journal/entries', '/journal/noticed', '/journal/people', '/journal/steps', '/journal/find', '/journal/settings', '/journal/reminder',
  '/journal/export', '/journal/import', '/journal/print', '/journal/words', '/journal/delete', '/journal/done',
];
const paper = ['/the-switch', '/what-helps', '/get-help', '/sources'];
const folder = mkdtempSync(join(process.env.KEEP, 'look-'));
const rows = [];

const chromium = await browser();
const page = await chromium.newPage();

async function press(button) {
  await Promise.all([page.waitForNavigation(), page.locator(`::-p-xpath(//main//button[normalize-space()="${button}"])`).click()]);
}

/** As it comes out of a printer, but on one long sheet. */
async function print(name) {
  await page.emulateMediaFeatures([]);
  await page.emulateMediaType('print');
  await page.setViewport({ width: 794, height: 1123 });
  const file = `${name.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '')}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true });
  await page.emulateMediaType('screen');
  rows.push(`<h2>${name}</h2><p><a href="${file}"><img src="${file}" alt="" style="aspect-ratio:794/1123"></a></p>`);
}

async function shoot(name) {
  const pictures = [];
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    for (const [size, [width, height]] of Object.entries(sizes)) {
      await page.setViewport({ width, height });
      const file = `${name.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home'}-${size}-${scheme}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true });
      pictures.push(`<a href="${file}"><img src="${file}" alt="" style="aspect-ratio:${width}/${height}"></a>`);
    }
  }
  rows.push(`<h2>${name.replaceAll('&', '&amp;')}</h2><p>${pictures.join('')}</p>`);
}

for (const address of [...await guide(), ...others]) {
  await page.goto(site + address);
  await shoot(address);
}
await page.setViewport({ width: 390, height: 844 });
await keep(page, (name) => shoot(`journal, ${name}`));

// With enough in it for every page.
await page.goto(`${site}/journal/import`);
await (await page.$('input[type=file]')).uploadFile(copy(folder));
await press('Bring it back');
await shoot('/journal/import done');
for (const address of open) {
  await page.goto(site + address);
  await shoot(`${address} open`);
}
for (const [list, name] of [['/journal/entries', 'entry'], ['/journal/people', 'person']]) {
  await page.goto(site + list);
  await Promise.all([page.waitForNavigation(), page.locator(`main a[href^="${list}/"]`).click()]);
  await shoot(`journal, ${name}`);
}
await page.goto(`${site}/journal`);
await press('Take a pause');
await shoot('journal, safety question');
await page.click('input[value=yes]');
await press('Go on');
await shoot('journal, not safe');
await page.goto(`${site}/journal`);
await press('Notice it sooner');
await shoot('journal, step');
await press('Go on');
await shoot('journal, step with a problem');

// Paper.
await page.goto(`${site}/journal/print`);
await press('Show the sheet');
await shoot('journal, sheet');
await print('journal, sheet printed');
for (const address of paper) {
  await page.goto(site + address);
  await print(`${address} printed`);
}
rmSync(join(folder, 'copy.json'));

const style = 'body{font:16px sans-serif;margin:1rem;background:#888}p{display:flex;gap:.5rem;margin:0 0 2rem}img{height:340px;object-fit:cover;object-position:top}h2{margin:0 0 .5rem}';
writeFileSync(join(folder, 'index.html'), `<!DOCTYPE html><meta charset="utf-8"><title>Contact sheet</title><style>${style}</style>${rows.join('\n')}`);
await page.emulateMediaFeatures([]);
await page.setViewport({ width: 1800, height: 900 });
await page.goto(`file://${folder}/index.html`);
await page.screenshot({ path: join(folder, 'sheet.jpg'), fullPage: true, quality: 70 });
await chromium.close();
console.log(`${rows.length} pages in ${folder}: sheet.jpg shows their first views, index.html leads to each whole.`);
