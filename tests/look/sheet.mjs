// A contact sheet: each page whole, on a phone, a tablet and a desk, light and dark; and all their first views on one picture.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browser, guide, keep, site } from './site.mjs';

const sizes = { phone: [390, 844], tablet: [820, 1180], desk: [1280, 900] };
const others = ['/search', '/search?q=switch', '/not-here', '/journal', '/journal/lost-words'];
const open = ['/journal', '/journal/entries', '/journal/noticed', '/journal/settings', '/journal/export', '/journal/words', '/journal/delete'];
const folder = mkdtempSync(join(process.env.KEEP, 'look-'));
const rows = [];

const chromium = await browser();
const page = await chromium.newPage();

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
for (const address of open) {
  await page.goto(site + address);
  await shoot(`${address} open`);
}

const style = 'body{font:16px sans-serif;margin:1rem;background:#888}p{display:flex;gap:.5rem;margin:0 0 2rem}img{height:340px;object-fit:cover;object-position:top}h2{margin:0 0 .5rem}';
writeFileSync(join(folder, 'index.html'), `<!DOCTYPE html><meta charset="utf-8"><title>Contact sheet</title><style>${style}</style>${rows.join('\n')}`);
await page.emulateMediaFeatures([]);
await page.setViewport({ width: 1800, height: 900 });
await page.goto(`file://${folder}/index.html`);
await page.screenshot({ path: join(folder, 'sheet.jpg'), fullPage: true, quality: 70 });
await chromium.close();
console.log(`${rows.length} pages in ${folder}: sheet.jpg shows their first views, index.html leads to each whole.`);
