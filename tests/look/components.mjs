// The pictures of docs/look.md, taken of the site as it is: colours and type, then each component where it stands.
import { join } from 'node:path';
import { browser, site } from './site.mjs';

const most = 40_000;
const pictures = {
  opening: ['/the-switch', 'h1', 'article > .lines.across', 'article > .summary', '.facts'],
  short: ['/the-switch', '.in-short'],
  signs: ['/the-switch', '.signs li', '.signs li + li'],
  evidence: ['/what-it-costs', '.claim'],
  drawing: ['/the-switch', '.drawing'],
  care: ['/right-now', '.care'],
  questions: ['/right-now', '.gate', '.asked .prompt:has(.choice) .choice + .choice'],
};

const chromium = await browser();
const page = await chromium.newPage();
await page.setBypassCSP(true);
await page.setViewport({ width: 720, height: 900 });
await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }, { name: 'prefers-reduced-motion', value: 'reduce' }]);

async function take(name, selectors) {
  const box = await page.evaluate((all) => {
    const boxes = all.map((one) => document.querySelector(one)).map((element) => element.getBoundingClientRect()).filter((one) => one.height > 0);
    const [left, top] = [Math.min(...boxes.map((one) => one.left)), Math.min(...boxes.map((one) => one.top))];
    return { x: left, y: top + scrollY, width: Math.max(...boxes.map((one) => one.right)) - left, height: Math.max(...boxes.map((one) => one.bottom)) - top };
  }, selectors);
  const clip = { x: Math.max(0, box.x - 16), y: box.y - 16, width: Math.min(688, box.width + 32), height: Math.min(720, box.height + 32) };
  const picture = await page.screenshot({ path: join(process.env.IMAGES, `${name}.webp`), type: 'webp', quality: 70, clip, captureBeyondViewport: true });
  if (picture.length > most) throw new Error(`${name}.webp has ${picture.length} bytes, more than ${most}.`);
  console.log(`${name}.webp ${picture.length}`);
}

for (const [name, [address, ...selectors]] of Object.entries(pictures)) {
  await page.goto(site + address);
  await page.evaluate(() => {
    document.querySelector('.leave').remove();
    document.querySelector('.gated [name=safety][value=no]')?.click();
  });
  await take(name, selectors);
}

// Colours as the style sheet has them, in both appearances.
const rows = [];
for (const value of ['light', 'dark']) {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  rows.push(await page.evaluate(() => ['ground', 'raised', 'ink', 'quiet', 'hair', 'edge', 'wine', 'pine', 'lamp', 'mark', 'care'].map((name) => [name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`)])));
}
await page.setContent(`<body style="margin:1rem;background:#fff;color:#000;font:15px sans-serif"><table id="colours" style="border-spacing:4px">${rows[0].map(([name, light], row) =>
  `<tr><th style="text-align:left;padding-right:1rem">${name}</th>${[light, rows[1][row][1]].map((colour) => `<td style="background:${colour};width:120px;height:28px;border:1px solid #999"></td><td style="padding-right:2rem">${colour}</td>`).join('')}</tr>`).join('')}</table>`);
await take('colours', ['#colours']);
await chromium.close();
