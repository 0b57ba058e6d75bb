#!/usr/bin/env bash
# Looks at the published site as readers meet it. Not a part of tests/run.sh: it fetches tools that are never shipped.
#   run.sh lighthouse [ADDRESS…]   Lighthouse on a phone: marks and times, fails below what docs/look.md promises
#   run.sh headers                 Mozilla's HTTP Observatory and csp_evaluator behind docs/server/nginx.conf (needs nginx and openssl)
#   run.sh html [ADDRESS…]         html-validate, and the Nu checker where there is Java: fails for anything they find
#   run.sh sheet                   pictures of every page on a phone, a tablet and a desk, light and dark, on one sheet
#   run.sh components              the pictures of docs/look.md, made again
#   run.sh attacks [NAME…]         sqlmap, wapiti and slowhttptest against guide and journal; docs/attacks.md (needs all three, and Chromium)
#   run.sh reading                 reading ages of the pages and their hardest sentences
set -euo pipefail
cd "$(dirname "$0")/../.."
what=${1:-}
case $what in
  lighthouse) tools="lighthouse@12.8.2 puppeteer-core@24.43.1" ;;
  headers) tools="@mdn/mdn-http-observatory@1.4.8 csp_evaluator@1.1.8" ;;
  html) tools="html-validate@10.17.0" ; ! command -v java >/dev/null || tools="$tools vnu-jar@26.9.27" ;;
  attacks)
    tools="puppeteer-core@24.43.1"
    # What is looked for lies behind these doors.
    export Journal__StartsPerHour=1000000000 Journal__SavesPerHour=1000000000 ;;
  sheet | components) tools="puppeteer-core@24.43.1" ;;
  reading)
    dotnet build tests/AvoidantGuide.Web.Tests --nologo -v quiet
    dotnet test tests/AvoidantGuide.Web.Tests --no-build --nologo --filter FullyQualifiedName~ReadingAgeTests.A_page --logger 'console;verbosity=detailed' |
      sed -n "1i | page | SMOG | Flesch-Kincaid | sentences |\n|---|---|---|---|\n; s/^ \(| \`\|    \)/\1/p; /^Failed!\|^Passed!/p"
    exit "${PIPESTATUS[0]}" ;;
  *) sed -n '3,9s/^#   /tests\/look\//p' "$0" >&2; exit 2 ;;
esac
shift

kept=${TMPDIR:-/tmp}
folder=$(mktemp -d)
server=
finish() { [ -z "$server" ] || kill "$server" 2>/dev/null || true; wait; rm -rf "$folder"; }
trap finish EXIT
dotnet publish src/AvoidantGuide.Web -c Release -o "$folder/site" --nologo -v quiet
cp tests/look/*.mjs "$folder"
# shellcheck disable=SC2086
(cd "$folder" && npm install --ignore-scripts --no-save --no-audit --no-fund --loglevel=error $tools >/dev/null)

# A port that is free: the system chooses it.
port=$(node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
site="http://localhost:$port"
"$folder/site/AvoidantGuide.Web" --urls "$site" "--ConnectionStrings:Journal=Data Source=$folder/data/journal.db" >"$folder/server.log" 2>&1 &
server=$!
for _ in $(seq 120); do curl -sf -o /dev/null "$site/readyz" && break; sleep .5; done
curl -sf -o /dev/null "$site/readyz" || { cat "$folder/server.log" >&2; exit 1; }

images=$PWD/docs/images
proxy=$PWD/docs/server/nginx.conf
cd "$folder"
TMPDIR="$folder" KEEP="$kept" IMAGES="$images" PROXY="$proxy" node "$what.mjs" "$site" "$@"
