// What the looks share: the pages there are, a browser, and a journal to look into.
import { execFileSync } from 'node:child_process';
import puppeteer from 'puppeteer-core';

export const site = process.argv[2];

/** The addresses named on the command line, else every page of the guide. */
export async function guide() {
  if (process.argv.length > 3) return process.argv.slice(3);
  const map = await (await fetch(`${site}/sitemap.xml`)).text();
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
}

/** Each page once, so that nothing is measured that only the first reader after a start meets. */
export async function warm(addresses) {
  for (const address of addresses) await (await fetch(site + address, { headers: { 'Accept-Encoding': 'br, gzip' } })).arrayBuffer();
}

/** @param programs the first that is there. */
export const browser = (...programs) => puppeteer.launch({
  executablePath: execFileSync('sh', ['-c', [...programs, 'chromium'].map((one) => `command -v ${one}`).join(' || ')]).toString().trim(),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

/** Writes on the blank page and keeps it in a journal of its own, which is open afterwards. Looks at each page on the way. */
export async function keep(page, look = async () => {}) {
  const press = async (button) => Promise.all([page.waitForNavigation(), page.locator(`::-p-xpath(//button[normalize-space()="${button}"])`).click()]);
  await page.goto(`${site}/journal/write`);
  await look('write');
  await Promise.all([page.waitForNavigation(), page.locator('button[value=blank]').click()]);
  await look('blank page');
  await page.type('textarea', 'A heron stood in the rain.');
  await press('Keep this');
  await look('ten words');
  const words = await page.$$eval('ol.words li', (items) => items.map((item) => item.innerText.trim()));
  await press('I have them. Go on');
  await look('two words');
  for (const label of await page.$$('label')) {
    const number = (await label.evaluate((one) => one.innerText)).match(/^Word number (\d+)/)?.[1];
    if (number) await (await page.$(`[id="${await label.evaluate((one) => one.htmlFor)}"]`)).type(words[number - 1]);
  }
  await press('Keep it');
  // Past the page that goes on by itself.
  await page.waitForFunction(() => !location.pathname.startsWith('/journal/opened'));
  await look('kept');
}
