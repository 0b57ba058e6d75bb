// Lighthouse with its mobile settings (a slow phone on slow 4G, simulated), over every page. Times depend on a machine at rest.
import lighthouse from 'lighthouse';
import { browser, guide, keep, site, warm } from './site.mjs';

const paint = (address) => (address === '/whole-guide' ? 1300 : 800);
const journal = ['/journal', '/journal/write', '/journal/lost-words'];
const open = ['/journal', '/journal/write', '/journal/entries', '/journal/noticed', '/journal/settings'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
let wrong = 0;

const chromium = await browser();
const port = Number(new URL(chromium.wsEndpoint()).port);

async function measure(address, name, wanted, limit) {
  const { lhr } = await lighthouse(site + address, { port, output: 'json', logLevel: 'error', onlyCategories: wanted, disableStorageReset: true });
  const marks = categories.map((one) => (lhr.categories[one] ? Math.round(lhr.categories[one].score * 100) : '–'));
  const number = (audit) => lhr.audits[audit].numericValue;
  const [lcp, shift, blocked] = [number('largest-contentful-paint'), number('cumulative-layout-shift'), number('total-blocking-time')];
  const late = limit && lcp > limit;
  console.log(`| \`${name}\` | ${marks.join(' | ')} | ${(lcp / 1000).toFixed(2)}${late ? ' !' : ''} | ${shift.toFixed(3)} | ${Math.round(blocked)} |`);
  if (marks.some((mark) => mark !== '–' && mark < 100) || late || shift > 0 || blocked > 0) wrong += 1;
  for (const one of wanted)
    for (const { id, weight } of lhr.categories[one].auditRefs)
      if (weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1 && lhr.categories[one].score < 1)
        console.log(`    ${one}: ${lhr.audits[id].title} (${lhr.audits[id].score})`);
}

console.log('| page | performance | accessibility | best practices | SEO | largest paint, s | shift | blocked, ms |\n|---|---|---|---|---|---|---|---|');
const pages = await guide();
await warm(pages);
for (const address of pages) await measure(address, address, categories, paint(address));
if (process.argv.length <= 3) {
  for (const address of journal) await measure(address, `${address}, closed`, categories.slice(0, 3));
  const page = await chromium.newPage();
  await keep(page);
  await page.close();
  for (const address of open) await measure(address, `${address}, open`, categories.slice(0, 3));
}
await chromium.close();
if (wrong > 0) {
  console.error(`${wrong} pages are below: 100 in every category, largest paint at most 0.8 s (/whole-guide 1.3 s), no shift, nothing blocked.`);
  process.exitCode = 1;
}
