// The HTML of every page as it is sent: by html-validate, and by the Nu checker where there is Java.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { HtmlValidate, StaticConfigLoader, formatterFactory } from 'html-validate';

const site = process.argv[2];
const map = await (await fetch(`${site}/sitemap.xml`)).text();
const others = ['/search', '/search?q=switch', '/search?q=zeppelin', '/not-here', '/journal', '/journal?device=mine', '/journal/write', '/journal/lost-words'];
const addresses = process.argv.length > 3 ? process.argv.slice(3) : [...[...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address).pathname), ...others];

mkdirSync('html', { recursive: true });
const sent = new Map();
for (const address of addresses) sent.set(address, await (await fetch(site + address)).text());
// What a practice's form looks like in the journal: the answer to a post.
for (const practice of ['blank', 'capture', 'catch-early', 'slow-exit', 'small-doses', 'review-after', 'safe-relationships']) {
  if (process.argv.length > 3) break;
  const post = (body) => fetch(`${site}/journal/write`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: new URLSearchParams(body) });
  sent.set(`/journal/write, ${practice}`, await (await post({ practice })).text());
  sent.set(`/journal/write, ${practice}, kept`, await (await post({ practice, step: 'keep', safety: 'no' })).text());
}

const checker = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Boxes of one question share a name, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // The style sheet keeps telephone numbers on one line, and a number that is copied stays as it is dialled.
    'tel-non-breaking': 'off',
    // A title is an editor's sentence.
    'long-title': ['error', { maxlength: 90 }],
    // Components write `<input />`, and lines that hold only spaces where there is nothing to show: neither is seen by anyone.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
  },
}));
// CSS that browsers have and the Nu checker does not know yet, and its remark on `<input />`.
const known = /Property “(vector-effect|paint-order|field-sizing|scroll-target-group)” doesn't exist|“:?:?(details-content|target-current)”|Trailing slash on void elements/;
let found = 0;
for (const [address, html] of sent) {
  writeFileSync(`html/${address.replaceAll(/[^a-z0-9]+/gi, '-')}.html`, html);
  const report = await checker.validateString(html, 'page.html');
  if (report.valid && report.warningCount === 0) continue;
  found += report.errorCount + report.warningCount;
  console.log(address + formatterFactory('text')(report.results).replaceAll(/^/gm, '  '));
}
console.log(`html-validate: ${sent.size} pages, ${found} findings.`);

if (existsSync('node_modules/vnu-jar')) {
  const nu = spawnSync('java', ['-jar', 'node_modules/vnu-jar/build/dist/vnu.jar', '--stdout', ...readdirSync('html').map((file) => `html/${file}`)], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (nu.error) throw nu.error;
  const lines = nu.stdout.split('\n').filter((line) => line && !known.test(line));
  found += lines.length;
  console.log(lines.map((line) => line.replace(/^.*\/html\//, '')).join('\n'));
  console.log(`Nu checker: ${lines.length} findings.`);
} else {
  console.log('Nu checker: left out, there is no Java.');
}
process.exitCode = found > 0 ? 1 : 0;
