// Writes the types of the three contracts to src/api/generated/.
import { mkdir, writeFile } from 'node:fs/promises'
import openapiTypescript, { astToString } from 'openapi-typescript'

const contracts = new URL('../../contracts/src/main/resources/openapi/', import.meta.url)
const generated = new URL('../src/api/generated/', import.meta.url)

await mkdir(generated, { recursive: true })
for (const service of ['trainer', 'trainings', 'users']) {
  const types = await openapiTypescript(new URL(`${service}.yml`, contracts), { alphabetize: true })
  await writeFile(new URL(`${service}.ts`, generated), astToString(types))
}
