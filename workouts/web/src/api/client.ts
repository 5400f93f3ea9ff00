import { done, failed, type Answer, type Problem } from './answer'
import type { Paths } from './contract'
import { ATTEMPTS_MAX, type Patience } from './patience'

const NO_CONTENT = 204

type Method = 'get' | 'post' | 'put' | 'delete'

type PathsWith<M extends Method> = { [P in keyof Paths]: Paths[P][M] extends object ? P : never }[keyof Paths]

type Has<Name extends string, Value> = [Value] extends [never] ? object : { [N in Name]: Value }
type May<Name extends string, Value> = [Value] extends [never] ? object : { [N in Name]?: Value }

type QueryOf<O> = O extends { parameters: { query?: infer Query } } ? Query : never
type PathOf<O> = O extends { parameters: { path: infer Path } } ? Path : never
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never

/** What an operation of the contract takes. */
type Question<O> = { key?: string; match?: string } & May<'query', QueryOf<O>> & Has<'path', PathOf<O>> & Has<'body', BodyOf<O>>

type JsonOf<R> = R extends { content: { 'application/json': infer Json } } ? Json : undefined

/** What it answers when it is done. */
type ValueOf<O> = O extends { responses: infer R } ? JsonOf<R[keyof R & (200 | 201 | 204)]> : never

/** Who asks. */
export interface Credentials {
  /** Renewed when it is near its end; nothing when nobody is signed in. */
  token(): Promise<string | undefined>
  /** Another one, because that one was not accepted. */
  another(refused: string): Promise<string | undefined>
}

export type Fetch = (input: string, init: RequestInit) => Promise<Response>

/** An answer, and whether an earlier attempt may have had an effect already. */
export type Sent<Value> = Answer<Value> & { repeated: boolean }

interface Plain {
  key?: string
  /** The version that it is about: of another one nothing is done. */
  match?: string
  query?: Record<string, unknown>
  path?: Record<string, unknown>
  body?: unknown
}

/** Asks the gym in the words of its contract: typed, with a token, and patient while a part of it is away. */
export class Client {
  readonly #fetch: Fetch
  readonly #patience: Patience
  readonly #credentials: Credentials | undefined

  constructor(fetch: Fetch, patience: Patience, credentials?: Credentials) {
    this.#fetch = fetch
    this.#patience = patience
    this.#credentials = credentials
  }

  async ask<M extends Method, P extends PathsWith<M>>(
    method: M,
    path: P,
    question: Question<Paths[P][M]>,
  ): Promise<Sent<ValueOf<Paths[P][M]>>> {
    const plain = question as Plain
    for (let attempt = 1; ; attempt++) {
      const response = await this.#withToken(method, address(path, plain), plain)
      const repeated = attempt > 1
      if (!response) {
        return { ...failed<ValueOf<Paths[P][M]>>({ kind: 'unreachable' }), repeated }
      }
      const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
      if (response.status === 503 && attempt < ATTEMPTS_MAX && Number.isFinite(seconds)) {
        await this.#patience.before(attempt + 1, seconds)
        continue
      }
      return { ...(await answerOf<ValueOf<Paths[P][M]>>(response)), repeated }
    }
  }

  async #withToken(method: Method, url: string, plain: Plain): Promise<Response | undefined> {
    const token = await this.#credentials?.token()
    const response = await this.#send(method, url, plain, token)
    if (response?.status !== 401 || !token) {
      return response
    }
    const another = await this.#credentials?.another(token)
    return another ? this.#send(method, url, plain, another) : response
  }

  async #send(method: Method, url: string, plain: Plain, token: string | undefined): Promise<Response | undefined> {
    const headers: Record<string, string> = { Accept: 'application/json' }
    if (token) {
      headers['Authorization'] = `Bearer ${token}`
    }
    if (plain.key) {
      headers['Idempotency-Key'] = plain.key
    }
    if (plain.match) {
      headers['If-Match'] = `"${plain.match}"`
    }
    const init: RequestInit = { method: method.toUpperCase(), headers, cache: 'no-store' }
    if (plain.body !== undefined) {
      headers['Content-Type'] = 'application/json'
      init.body = JSON.stringify(plain.body)
    }
    try {
      return await this.#fetch(url, init)
    } catch {
      return undefined
    }
  }
}

function address(path: string, plain: Plain): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(plain.path?.[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(plain.query ?? {})) {
    if (value !== undefined) {
      query.set(name, String(value))
    }
  }
  return `/api${filled}${query.size > 0 ? `?${query}` : ''}`
}

async function answerOf<Value>(response: Response): Promise<Answer<Value>> {
  const json: unknown = await response.json().catch(() => undefined)
  if (response.ok && response.status !== NO_CONTENT && json === undefined) {
    // It broke off in the middle.
    return failed({ kind: 'unreachable' })
  }
  return response.ok ? done(json as Value) : failed(problemOf(response.status, json))
}

function problemOf(status: number, json: unknown): Problem {
  const { slug, message } = (typeof json === 'object' && json !== null ? json : {}) as Partial<Record<string, unknown>>
  return {
    kind: 'refused',
    status,
    slug: typeof slug === 'string' ? slug : '',
    message: typeof message === 'string' ? message : '',
  }
}
