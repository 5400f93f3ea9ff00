#!/usr/bin/env bash
# What Maven runs here. `npm.sh build` makes dist/, `npm.sh test` runs the tests; both install first what
# package-lock.json says, unless it is there already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

die() { printf 'workouts/web: %s\n' "$*" >&2; exit 1; }

# What Vite needs; see its `engines`.
require_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    die "the page is built with Node.js 20.19 or newer and its npm, and there is none on the PATH." \
        "Install it from https://nodejs.org, or on Debian 13 or newer: apt-get install nodejs npm"
  node -e 'const [major, minor] = process.versions.node.split(".").map(Number)
           process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' ||
    die "the page is built with Node.js 20.19 or newer, and this is $(node --version) ($(command -v node))." \
        "Install a newer one from https://nodejs.org, or put one first on the PATH."
}

# The lock that node_modules was made from is kept in it, with the Node.js that packages may have been chosen for.
install() {
  local installed=node_modules/.installed-from wanted
  wanted="$(node --version; cat package.json package-lock.json)"
  if [ ! -f "$installed" ] || [ "$(cat "$installed")" != "$wanted" ]; then
    npm ci --no-audit --no-fund
    printf '%s\n' "$wanted" >"$installed"
  fi
}

# Whether dist is newer than everything that it is made from; a folder is, when a file has gone from it.
is_built() {
  [ -f dist/index.html ] && [ -z "$(find . ../contracts/src/main/resources/openapi \
      \( -name node_modules -o -name dist -o -name target -o -path ./src/api/generated \) -prune -o \
      \( -type f -o -type d -path './src/*' ! -path ./src/api \) -newer dist/index.html -print -quit)" ]
}

case "${1:-}" in
  build)
    if is_built; then exit 0; fi
    require_node
    install
    npm run --silent build
    ;;
  test)
    case "${TESTS_SKIPPED:-}" in *true*) exit 0 ;; esac
    require_node
    install
    npm test --silent
    ;;
  *) die "unknown: '${1:-}' (expected: build or test)" ;;
esac
