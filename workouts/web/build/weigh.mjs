// Prints what a first visit loads, and fails when its scripts weigh more than is allowed.
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const SCRIPT_BYTES_MAX = 80_000

const dist = new URL('../dist/', import.meta.url)
const page = await readFile(new URL('index.html', dist), 'utf8')
const files = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1])

let scripts = 0
for (const file of files) {
  const bytes = gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length
  scripts += file.endsWith('.js') ? bytes : 0
  console.log(`${String(bytes).padStart(7)} bytes gzip  ${file}`)
}
console.log(`first load: ${scripts} bytes of script (gzip), at most ${SCRIPT_BYTES_MAX}`)
if (scripts > SCRIPT_BYTES_MAX) {
  process.exitCode = 1
}
