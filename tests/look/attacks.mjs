// sqlmap, wapiti and slowhttptest, each against a door of its own and a journal that is open. What they came to: docs/attacks.md.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browser, keep, site } from './site.mjs';

const wanted = process.argv.slice(3);
const out = join(process.env.KEEP, 'attacks');
mkdirSync(out, { recursive: true });

const chromium = await browser();
const page = await chromium.newPage();
await keep(page);
await page.goto(`${site}/journal/settings`);
const [journal, token] = await page.$eval('main form:not(.lock)', (form) => ['for', 'token'].map((name) => form.elements[name].value));
const cookies = (await chromium.cookies()).filter((one) => one.name.startsWith('__Host-'));
await chromium.close();
const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ');

// Compared by their words: most of a page's bytes are its style. `eval` makes each save a new entry.
const sqlmap = (...args) => ['sqlmap', '--batch', '--disable-coloring', '--flush-session', '--output-dir', join(process.cwd(), 'sqlmap'), '--threads', '4', '--level', '3', '--risk', '2',
  '--timeout', '10', '--text-only', '--drop-set-cookie', '--ignore-redirects', '--skip-waf', ...args];
// Behind the door, where each try is dear, for the engine that there is.
const open = ['--dbms', 'sqlite', '--cookie', cookie];
const tokens = ['--threads', '1', '--csrf-token', 'token', '--csrf-url', `${site}/journal/settings`];
// Debian's 3.0.4 ends at once when told to leave addresses out: its pattern for them is one that Python 3.11 refuses. It also asks for Brotli,
// which it cannot read. Left out are modules that ask other hosts for what they look for (nikto, wapp, ssrf), and one that tries names for minutes.
const started = `
import re, wapitiCore.net.crawler as crawler
crawler.wildcard_translate = lambda pattern: re.compile(re.escape(pattern).replace('\\\\*', '.*') + '$')
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()`;
const modules = 'backup,brute_login_form,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,blindsql,xss,xxe';
const wapiti = (...args) => ['/usr/bin/python3', '-c', started, '--no-bugreport', '-v', '1', '--scope', 'folder', '-m', modules,
  '--store-session', join(process.cwd(), 'wapiti'), '--flush-session', '-H', 'Accept-Encoding: gzip', '--max-scan-time', '60', '--max-attack-time', '20', '-f', 'json', ...args];
const slow = (...args) => ['slowhttptest', '-c', '2000', '-r', '500', '-i', '5', '-l', '60', ...args];

const all = {
  // Before there are a thousand entries to look through.
  'wapiti-guide': wapiti('-u', `${site}/`, '-x', `${site}/leave`, '-o', join(out, 'wapiti-guide.json')),
  'wapiti-journal': wapiti('-u', `${site}/journal`, '-s', `${site}/journal/entries`, '-s', `${site}/journal/settings`, '-s', `${site}/journal/find`, '-H', `Cookie: ${cookie}`, '-d', '3', '--max-links-per-page', '40',
    ...['leave', 'journal/lock', 'journal/delete', 'journal/words'].flatMap((path) => ['-x', `${site}/${path}`]), '-o', join(out, 'wapiti-journal.json')),
  'sqlmap-search': sqlmap('-u', `${site}/search?q=calm`),
  'sqlmap-code': sqlmap('-u', `${site}/journal`, '--data', 'code=one two three', '-p', 'code,user-agent,referer,host', '--ignore-code', '422'),
  'sqlmap-cookies': sqlmap('-u', `${site}/journal/entries`, '--cookie', cookie, '-p', cookies.map((one) => one.name).join(',')),
  'sqlmap-find': sqlmap('-u', `${site}/journal/find`, ...open, '--data', `for=${journal}&text=heron&practice=blank&choice=&from=2026-01-01&until=2030-01-01`, '-p', 'for,text,practice,choice,from,until'),
  'sqlmap-write': sqlmap('-u', `${site}/journal/write`, ...open, ...tokens, '--data', `step=keep&practice=blank&entry=${'0'.repeat(32)}&revision=0&for=${journal}&token=${token}&text-here=heron`,
    '--eval', 'import uuid; entry=uuid.uuid4().hex', '-p', 'practice,revision,for,text-here'),
  'sqlmap-entry': sqlmap('-u', `${site}/journal/write`, ...open, ...tokens, '--data', `step=keep&practice=blank&entry=${'0'.repeat(32)}&revision=0&for=${journal}&token=${token}&text-here=heron`, '-p', 'step,entry'),
  'slow-headers': slow('-H', '-u', `${site}/`),
  'slow-body': slow('-B', '-s', '200000', '-u', `${site}/journal`),
  'slow-range': slow('-R', '-t', 'HEAD', '-u', `${site}/whole-guide`),
  'slow-read': slow('-X', '-k', '3', '-w', '10', '-y', '20', '-n', '5', '-z', '32', '-u', `${site}/whole-guide`),
};

console.log('| what | seconds | others meanwhile: median, 99 of 100, slowest, unanswered | it says |\n|---|---|---|---|');
for (const [name, [program, ...args]] of Object.entries(all)) {
  if (wanted.length > 0 && !wanted.some((one) => name.startsWith(one))) continue;
  const begun = Date.now();
  const tool = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const log = join(out, `${name}.txt`);
  writeFileSync(log, '');
  for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (data) => appendFileSync(log, data));
  const others = await measure(new Promise((done) => { tool.on('close', done); }));
  console.log(`| ${name} | ${Math.round((Date.now() - begun) / 1000)} | ${others} | ${verdict(name, readFileSync(log, 'utf8'))} |`);
}

/** Milliseconds that a reader and somebody at the journal's door wait meanwhile, each ten times a second. */
async function measure(end) {
  let over = false;
  end.then(() => { over = true; });
  const [times, lost] = [[], []];
  while (!over) {
    for (const path of ['/the-switch', '/journal']) {
      const begun = performance.now();
      try {
        const answer = await fetch(site + path, { signal: AbortSignal.timeout(5000) });
        await answer.arrayBuffer();
        if (answer.ok) times.push(performance.now() - begun); else lost.push(answer.status);
      } catch (gone) { lost.push(gone.name); }
    }
    await new Promise((on) => { setTimeout(on, 100); });
  }
  times.sort((one, other) => one - other);
  const at = (share) => `${Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))])} ms`;
  return `${at(0.5)}, ${at(0.99)}, ${at(1)}, ${lost.length} of ${times.length + lost.length}`;
}

function verdict(name, said) {
  let found;
  if (name.startsWith('sqlmap')) {
    found = /identified the following injection point/.test(said) ? ['an injection point'] : /do not appear to be injectable/.test(said) ? [] : ['no verdict'];
  } else if (name.startsWith('wapiti')) {
    const report = join(out, `${name}.json`);
    if (!existsSync(report)) return 'no verdict';
    const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report));
    found = Object.entries({ ...vulnerabilities, ...anomalies }).filter(([, places]) => places.length > 0).map(([kind, places]) => `${kind}: ${places.length}`);
  } else {
    found = [said.replace(/\x1b\[[\d;]*m/g, '').match(/service available:\s*(\w+)[\s\S]*$/g)?.[0].match(/service available:\s*\w+/)?.[0] ?? 'no verdict'];
  }
  return found.join(', ') || 'nothing';
}
