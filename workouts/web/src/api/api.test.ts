import { beforeEach, describe, expect, it } from 'vitest'
import { Session } from '../session/session'
import { ADA, GymInMemory, WANDA } from '../testing/gymInMemory'
import { ManualClock } from '../testing/manualClock'
import { Server } from '../testing/server'
import { settled } from '../testing/settled'
import { StorageInMemory } from '../testing/storageInMemory'
import { DAY_MILLIS, HOUR_MILLIS } from '../time/time'
import type { Answer } from './answer'
import { Api } from './api'
import { Client } from './client'
import type { Training } from './contract'
import { earliestFirst, latestFirst, type Feed } from './feed'
import { newKey } from './key'
import { ATTEMPTS_MAX, Patience } from './patience'

const HOUR = '2030-01-09T12:00:00Z'
const OTHER_HOUR = '2030-01-09T14:00:00Z'
const KEY = '0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10'

let clock: ManualClock
let gym: GymInMemory
let server: Server
let patience: Patience
let session: Session
let api: Api

beforeEach(async () => {
  clock = new ManualClock('2030-01-07T10:00:00Z')
  gym = new GymInMemory(clock)
  server = new Server(gym, clock)
  patience = new Patience(clock)
  session = new Session(new Client(server.fetch, patience), clock, new StorageInMemory())
  api = new Api(new Client(server.fetch, patience, session))
  await session.signIn(ADA)
  gym.grant(ADA, 5)
  gym.openHours(HOUR, OTHER_HOUR)
})

/** Each change, with its method. */
const CHANGES: [string, string, (shown: Training) => Promise<Answer<undefined>>][] = [
  ['cancel', 'DELETE', (shown) => api.cancel(KEY, shown)],
  ['move', 'PUT', (shown) => api.move(KEY, shown, { time: OTHER_HOUR })],
  ['approve', 'PUT', (shown) => api.approve(KEY, shown)],
  ['propose', 'PUT', (shown) => api.propose(shown, { time: OTHER_HOUR, notes: 'later' })],
  ['reject', 'PUT', (shown) => api.reject(shown)],
]

/** To Ada, who has seen it. */
function proposedByWanda(): Training {
  const uuid = gym.booked(ADA, HOUR)
  gym.propose(WANDA, uuid, OTHER_HOUR, undefined)
  return gym.training(ADA, uuid)
}

async function patiently<Value>(answer: Promise<Value>): Promise<Value> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    await settled()
    clock.advance(2000)
  }
  return answer
}

describe('an answer 503', () => {
  it('is waited for as long as it says, and the request repeated with the same key', async () => {
    server.failNext('POST', 'away', 'away')
    const booking = api.book(KEY, HOUR, 'knees')
    await settled()
    expect(patience.wait.value).toEqual({ attempt: 2, seconds: 2 })
    clock.advance(1999)
    await settled()
    expect(server.count('POST', /trainings/)).toBe(1)

    expect((await patiently(booking)).ok).toBe(true)
    expect(server.received.filter(({ key }) => key === KEY)).toHaveLength(3)
    expect(patience.wait.value).toBeUndefined()
  })

  it('is the answer after so many attempts', async () => {
    server.failNext('POST', ...Array<'away'>(ATTEMPTS_MAX).fill('away'))
    const answer = await patiently(api.book(KEY, HOUR, ''))
    expect(answer).toMatchObject({ ok: false, problem: { slug: 'still-in-progress' } })
    expect(server.count('POST', /trainings/)).toBe(ATTEMPTS_MAX)
  })

  it('to a booking that was made all the same books once', async () => {
    server.failNext('POST', 'answer lost')
    expect((await patiently(api.book(KEY, HOUR, 'knees'))).ok).toBe(true)
    expect(gym.balance(ADA)).toBe(4)
  })

  it.each(CHANGES)('to a change that was made all the same is a success: %s', async (_, method, change) => {
    const shown = proposedByWanda()
    server.failNext(method, 'answer lost', 'away')
    expect((await patiently(change(shown))).ok).toBe(true)
    const sent = server.received.filter((request) => request.method === method && request.path.includes(shown.uuid))
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ key, match }) => `${key} ${match}`)).size).toBe(1)
  })

  it('to a change that was not made stays what the repeat says', async () => {
    const shown = gym.training(ADA, gym.booked(ADA, HOUR))
    gym.booked(ADA, OTHER_HOUR)
    server.failNext('PUT', 'away')
    const answer = await patiently(api.move(KEY, shown, { time: OTHER_HOUR }))
    expect(answer).toMatchObject({ ok: false, problem: { slug: 'hour-not-available' } })
  })

  it('to a rejection is none of a proposal that went with a move', async () => {
    const shown = proposedByWanda()
    server.failNext('PUT', 'away')
    const rejection = api.reject(shown)
    await settled()
    gym.move(WANDA, shown.uuid, OTHER_HOUR, undefined)
    expect(await patiently(rejection)).toMatchObject({ ok: false, problem: { slug: 'changed-meanwhile' } })
  })
})

describe('a change', () => {
  it.each(CHANGES)('names the version that was shown, and has a key where there is one: %s', async (name, method, change) => {
    const shown = proposedByWanda()
    await change(shown)
    const key = name === 'propose' || name === 'reject' ? undefined : KEY
    expect(server.received.findLast((request) => request.method === method)).toMatchObject({ match: `"${shown.version}"`, key })
  })

  it.each(CHANGES)('of what was changed meanwhile is not made: %s', async (_, __, change) => {
    const shown = proposedByWanda()
    gym.propose(WANDA, shown.uuid, '2030-01-09T15:00:00Z', undefined)
    const now = gym.training(ADA, shown.uuid)
    expect(await change(shown)).toMatchObject({ ok: false, problem: { status: 412, slug: 'changed-meanwhile' } })
    expect(gym.training(ADA, shown.uuid)).toEqual(now)
  })

  it('with a key is answered like the first time, whatever has become of the training', async () => {
    const shown = gym.training(ADA, gym.booked(ADA, HOUR))
    expect((await api.move(KEY, shown, { time: OTHER_HOUR })).ok).toBe(true)
    gym.cancel(WANDA, shown.uuid)
    expect((await api.move(KEY, shown, { time: OTHER_HOUR })).ok).toBe(true)
    const other = await api.move(KEY, shown, { time: HOUR })
    expect(other).toMatchObject({ ok: false, problem: { status: 422, slug: 'idempotency-key-reused' } })
  })

  it('without a key that got no answer is a success when it is asked again', async () => {
    const shown = proposedByWanda()
    server.failNext('PUT', 'cut off')
    expect((await api.reject(shown)).ok).toBe(false)
    expect((await api.reject(shown)).ok).toBe(false)
    expect((await api.reject(shown, true)).ok).toBe(true)
  })
})

describe('no answer', () => {
  it('is a problem of its own and is not repeated', async () => {
    server.failNext('GET', 'unreachable')
    expect(await api.me()).toMatchObject({ ok: false, problem: { kind: 'unreachable' } })
  })

  it('is also one that breaks off in the middle', async () => {
    server.failNext('GET', 'broken off')
    expect(await api.trainings({})).toMatchObject({ ok: false, problem: { kind: 'unreachable' } })
  })

  it('that is none of the gym has no slug', async () => {
    const gateway = new Client(() => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })), patience)
    const answer = await gateway.ask('get', '/users/current', {})
    expect(answer).toMatchObject({ ok: false, problem: { status: 502, slug: '' } })
  })
})

describe('the token', () => {
  it('is renewed before its end', async () => {
    clock.advance(8 * HOUR_MILLIS - 60_000)
    expect((await api.me()).ok).toBe(true)
    expect(server.count('POST', /token/)).toBe(2)
  })

  it('is renewed once when it is not accepted, whoever asks meanwhile', async () => {
    server.revokeTokens()
    const answers = await Promise.all([api.me(), api.trainings({}), api.statement()])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(server.count('POST', /token/)).toBe(2)
  })

  it('that cannot be renewed ends the session', async () => {
    server.revokeTokens()
    server.failNext('POST', 'not-found')
    expect((await api.me()).ok).toBe(false)
    expect(session.identity.value).toBeUndefined()
    expect(session.isLost.value).toBe(true)
  })

  it('that cannot be renewed because nobody answers does not end it', async () => {
    server.revokeTokens()
    server.failNext('POST', 'unreachable')
    expect((await api.me()).ok).toBe(false)
    expect(session.identity.value).toEqual(ADA)
    expect((await api.me()).ok).toBe(true)
  })
})

describe('a key', () => {
  it('is a UUID, and another one each time', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(newKey()).not.toBe(newKey())
  })
})

describe('what is asked', () => {
  it('sends notes only where there are some', async () => {
    await api.book(KEY, HOUR, '')
    expect(server.received.at(-1)?.body).toEqual({ time: HOUR })
  })

  it('asks for the rules once', async () => {
    await Promise.all([api.rules(), api.rules()])
    await api.rules()
    expect(server.count('GET', /rules/)).toBe(1)
  })

  it('asks for the rules again when they did not come', async () => {
    server.failNext('GET', 'unreachable')
    expect((await api.rules()).ok).toBe(false)
    expect((await api.rules()).ok).toBe(true)
  })
})

describe('a feed of trainings', () => {
  const day = (offset: number) => new Date(Date.parse('2030-01-07T12:00:00Z') + offset * DAY_MILLIS).toISOString()

  async function all(feed: Feed): Promise<string[][]> {
    const batches: string[][] = []
    for (let more = true; more; ) {
      const batch = await feed()
      if (!batch.ok) {
        throw new Error('no batch')
      }
      batches.push(batch.value.trainings.map(({ time }) => time.slice(0, 10)))
      more = batch.value.more
    }
    return batches
  }

  it('goes on in time, in pages', async () => {
    for (let offset = 0; offset < 25; offset++) {
      gym.booked(ADA, day(offset))
    }
    const batches = await all(earliestFirst(api, day(0)))
    expect(batches.map((batch) => batch.length)).toEqual([20, 5])
    expect(batches[0]?.[0]).toBe('2030-01-07')
  })

  it('goes back in time over spans without trainings to the oldest', async () => {
    for (const offset of [1, 2, 40]) {
      gym.booked(ADA, day(offset))
    }
    clock.advance(300 * DAY_MILLIS)
    await session.signIn(WANDA)
    const batches = await all(latestFirst(api, 'scheduled', clock.now(), day(299)))
    expect(batches.flat()).toEqual(['2030-02-16', '2030-01-09', '2030-01-08'])
  })

  it('ends at once where there is nothing', async () => {
    expect(await all(latestFirst(api, 'canceled', clock.now()))).toEqual([[]])
  })

  it('shows cancelled trainings that are still ahead', async () => {
    gym.cancel(ADA, gym.booked(ADA, HOUR))
    expect(await all(latestFirst(api, 'canceled', clock.now()))).toEqual([['2030-01-09']])
  })
})
