// Mozilla's HTTP Observatory and csp_evaluator on a page of each kind, behind docs/server/nginx.conf with TLS, as on a server.
// It is started anew by itself with the certificate that it makes: Node reads those it trusts at its start.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';

// All that headers can earn. The rest is for what this site does not have: cookies on its pages, script files, a place on the preload list.
const highest = 130;
const folder = process.cwd();
const { pathname } = new URL('.', import.meta.resolve('@mdn/mdn-http-observatory'));
// Its installation would fetch the list of preloaded hosts. Without it a host is none, which is the harder case.
mkdirSync(`${pathname}../conf`, { recursive: true });
writeFileSync(`${pathname}../conf/hsts-preload.json`, '{}');

if (!process.env.TRUSTED) {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost',
    '-keyout', 'privkey.pem', '-out', 'fullchain.pem'], { stdio: 'ignore' });
  const again = spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, TRUSTED: 'yes', NODE_EXTRA_CA_CERTS: `${folder}/fullchain.pem` } });
  again.on('exit', (code) => { process.exitCode = code; });
} else {
  await look(new URL(process.argv[2]));
}

async function look(site) {
  const [http, https] = [await freePort(), await freePort()];
  const server = readFileSync(process.env.PROXY, 'utf8')
    .replace(/^ *listen \[.*\n/gm, '').replace('listen 80;', `listen ${http};`).replace('listen 443 ', `listen ${https} `)
    .replace('https://guide.example$request_uri', `https://localhost:${https}$request_uri`).replaceAll('guide.example', 'localhost')
    .replace(/\/etc\/letsencrypt\/live\/localhost/g, folder).replace(/error_log \S+/, `error_log ${folder}/nginx.log`).replace('127.0.0.1:5080', site.host);
  writeFileSync('nginx.conf', `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; events {} http {\n${server}}`);
  const nginx = spawn('nginx', ['-p', folder, '-c', `${folder}/nginx.conf`], { stdio: ['ignore', 'inherit', 'inherit'] });
  try {
    while (!(await fetch(`https://localhost:${https}/healthz`).catch(() => {}))?.ok) if (nginx.exitCode !== null) throw new Error('nginx did not start.');
    const { retrieve } = await import('@mdn/mdn-http-observatory/src/retriever/retriever.js');
    const { ALL_TESTS } = await import('@mdn/mdn-http-observatory/src/constants.js');
    const { getGradeForScore, getScoreModifier } = await import('@mdn/mdn-http-observatory/src/grader/grader.js');
    const { CspEvaluator, CspParser } = { ...createRequire(import.meta.url)('csp_evaluator/dist/evaluator.js'), ...createRequire(import.meta.url)('csp_evaluator/dist/parser.js') };
    console.log('| page | status | Observatory | its remarks | csp_evaluator |\n|---|---|---|---|---|');
    for (const path of ['/', '/what-helps', '/search?q=calm', '/get-help', '/journal', '/journal/write', '/no-such-page', '/journal/no-such-page']) {
      const asked = await retrieve('localhost', { httpPort: http, httpsPort: https, path });
      const { status, headers } = asked.responses.https;
      const results = ALL_TESTS.map((test) => test(asked));
      const modifiers = results.map((one) => getScoreModifier(one.result));
      const without = 100 + modifiers.filter((one) => one < 0).reduce((sum, one) => sum + one, 0);
      const score = without >= 90 ? 100 + modifiers.reduce((sum, one) => sum + one, 0) : without;
      const remarks = results.filter((one) => !one.pass).map((one) => one.result);
      const policy = new CspParser(headers['content-security-policy']).csp;
      const findings = new CspEvaluator(policy).evaluate().map((one) => `${one.directive}: ${one.description}`);
      console.log(`| \`${path}\` | ${status} | ${getGradeForScore(score).grade} ${score} | ${remarks.join(', ') || 'none'} | ${findings.join(' ') || 'no finding'} |`);
      if (score < highest || remarks.length > 0 || findings.length > 0) process.exitCode = 1;
    }
  } finally {
    nginx.kill();
  }
}

function freePort() {
  return new Promise((done) => { const listener = createServer().listen(0, () => { const { port } = listener.address(); listener.close(() => done(port)); }); });
}
