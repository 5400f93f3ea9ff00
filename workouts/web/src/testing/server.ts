import type { Slug, Training } from '../api/contract'
import { isIdentity, type Identity } from '../session/identities'
import type { Clock } from '../time/clock'
import { DAY_MILLIS, HOUR_MILLIS, instantOf } from '../time/time'
import { ADA, BEN, WANDA, type GymInMemory, type Terms } from './gymInMemory'
import { Refusal } from './refusal'

const TOKEN_MILLIS = 8 * HOUR_MILLIS

export interface Received extends Terms {
  method: string
  path: string
  body: unknown
}

/** `answer lost` and `cut off` are done all the same: one is answered 503, the other not at all. */
type Fault = 'unreachable' | 'away' | 'answer lost' | 'cut off' | 'broken off' | Slug

/** Answers as the services do, from a gym in memory; can be told to fail. */
export class Server {
  readonly gym: GymInMemory
  readonly received: Received[] = []
  identities: Identity[] = [ADA, BEN, WANDA]
  readonly #clock: Clock
  readonly #tokens = new Map<string, { identity: Identity; until: number }>()
  readonly #faults: { method: string; fault: Fault }[] = []

  constructor(gym: GymInMemory, clock: Clock) {
    this.gym = gym
    this.#clock = clock
  }

  /** The next request of this method fails so; `away` is a 503 that is worth repeating in 2 seconds. */
  failNext(method: string, ...faults: Fault[]): void {
    this.#faults.push(...faults.map((fault) => ({ method, fault })))
  }

  /** None of the tokens is accepted any more. */
  revokeTokens(): void {
    this.#tokens.clear()
  }

  count(method: string, path: RegExp): number {
    return this.received.filter((request) => request.method === method && path.test(request.path)).length
  }

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address, 'https://gym.example')
    const headers = new Headers(init.headers)
    const method = init.method ?? 'GET'
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const terms = { key: headers.get('Idempotency-Key') ?? undefined, match: headers.get('If-Match') ?? undefined }
    this.received.push({ method, path: url.pathname + url.search, ...terms, body })
    const fault = this.#faultFor(method)
    if (fault === 'unreachable') {
      throw new TypeError('Failed to fetch')
    }
    if (fault === 'away') {
      return refused(new Refusal(503, 'still-in-progress', 'the change goes on by itself'), { 'Retry-After': '2' })
    }
    if (fault === 'broken off') {
      return new Response('{"trainings":[', { headers: { 'Content-Type': 'application/json' } })
    }
    if (fault && fault !== 'answer lost' && fault !== 'cut off') {
      return refused(new Refusal(409, fault, `refused: ${fault}`))
    }
    const response = this.#answer(method, url, headers, body, terms)
    if (fault === 'cut off') {
      throw new TypeError('Failed to fetch')
    }
    if (fault === 'answer lost') {
      return refused(new Refusal(503, 'still-in-progress', 'the change goes on by itself'), { 'Retry-After': '2' })
    }
    return response
  }

  #faultFor(method: string): Fault | undefined {
    const index = this.#faults.findIndex((fault) => fault.method === method)
    return index < 0 ? undefined : this.#faults.splice(index, 1)[0]?.fault
  }

  #answer(method: string, url: URL, headers: Headers, body: unknown, terms: Terms): Response {
    try {
      return this.#route(method, url, headers, body, terms)
    } catch (refusal) {
      if (refusal instanceof Refusal) {
        return refused(refusal)
      }
      throw refusal
    }
  }

  #route(method: string, { pathname, searchParams }: URL, headers: Headers, body: unknown, terms: Terms): Response {
    if (pathname === '/config.json') {
      return json(200, { identities: this.identities })
    }
    if (pathname === '/api/dev/token' && isIdentity(body)) {
      return json(200, this.#issue(body))
    }
    const who = this.#caller(headers)
    const fields = (body ?? {}) as { time: string; notes?: string; hours: string[] }
    const [, training, change] = /^\/api\/trainings\/([^/]+)(?:\/(.+))?$/.exec(pathname) ?? []
    if (training) {
      return this.#routeTraining(who, `${method} ${change ?? ''}`, training, fields, terms)
    }
    switch (`${method} ${pathname}`) {
      case 'GET /api/users/current':
        return json(200, { displayName: who.name, balance: this.gym.balance(who), role: who.role })
      case 'GET /api/users/current/credits':
        return json(200, page('changes', this.gym.statement(who), searchParams))
      case 'GET /api/trainer/calendar/rules':
        return json(200, this.gym.rules)
      case 'GET /api/trainer/calendar':
        return json(200, this.gym.calendar(searchParams.get('dateFrom') ?? '', searchParams.get('dateTo') ?? ''))
      case 'PUT /api/trainer/calendar/make-hour-available':
        this.gym.setHours(who, fields.hours, true)
        return nothing()
      case 'PUT /api/trainer/calendar/make-hour-unavailable':
        this.gym.setHours(who, fields.hours, false)
        return nothing()
      case 'GET /api/trainings':
        return json(200, page('trainings', this.#trainings(who, searchParams), searchParams))
      case 'POST /api/trainings':
        return tagged(201, this.gym.book(who, terms.key, fields.time, fields.notes))
      default:
        throw new Refusal(404, 'not-found', 'there is nothing at this path')
    }
  }

  #routeTraining(
    who: Identity,
    asked: string,
    uuid: string,
    { time, notes }: { time: string; notes?: string },
    terms: Terms,
  ): Response {
    switch (asked) {
      case 'GET ':
        return tagged(200, this.gym.training(who, uuid))
      case 'DELETE ':
        this.gym.cancel(who, uuid, terms)
        return nothing()
      case 'PUT reschedule':
        this.gym.move(who, uuid, time, notes, terms)
        return nothing()
      case 'PUT request-reschedule':
        this.gym.propose(who, uuid, time, notes, terms)
        return nothing()
      case 'PUT approve-reschedule':
        this.gym.approve(who, uuid, terms)
        return nothing()
      case 'PUT reject-reschedule':
        this.gym.reject(who, uuid, terms)
        return nothing()
      default:
        throw new Refusal(405, 'method-not-allowed', 'not here')
    }
  }

  #trainings(who: Identity, query: URLSearchParams): object[] {
    const from = query.get('from') ?? instantOf(this.#clock.now() - DAY_MILLIS)
    return this.gym.trainings(who, from, query.get('to') ?? undefined, query.get('state') ?? 'scheduled')
  }

  #issue(identity: Identity): { token: string; expiresAt: string } {
    const until = this.#clock.now() + TOKEN_MILLIS
    const token = `${identity.name} until ${instantOf(until)} ${this.#tokens.size}`
    this.#tokens.set(token, { identity, until })
    return { token, expiresAt: instantOf(until) }
  }

  #caller(headers: Headers): Identity {
    const bearer = headers.get('Authorization')?.replace(/^Bearer /, '')
    if (!bearer) {
      throw new Refusal(401, 'empty-bearer-token', 'a bearer token is required')
    }
    const known = this.#tokens.get(bearer)
    if (!known || known.until <= this.#clock.now()) {
      throw new Refusal(401, 'unable-to-verify-jwt', 'the bearer token cannot be verified')
    }
    return known.identity
  }
}

function page(name: string, all: object[], query: URLSearchParams): object {
  const limit = Number(query.get('limit') ?? 100)
  const begin = Number(query.get('cursor') ?? 0)
  const end = begin + limit
  return { [name]: all.slice(begin, end), ...(end < all.length ? { nextCursor: String(end) } : {}) }
}

function json(status: number, value: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { ...headers, 'Content-Type': 'application/json' } })
}

function tagged(status: number, training: Training): Response {
  return json(status, training, { ETag: `"${training.version}"` })
}

function nothing(): Response {
  return new Response(null, { status: 204 })
}

function refused({ status, slug, message }: Refusal, headers: Record<string, string> = {}): Response {
  return json(status, { slug, message }, headers)
}
