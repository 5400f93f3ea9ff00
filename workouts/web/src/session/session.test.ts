import type { RouteLocationNormalized } from 'vue-router'
import { describe, expect, it, test } from 'vitest'
import { Client } from '../api/client'
import { Patience } from '../api/patience'
import { ADA, GymInMemory } from '../testing/gymInMemory'
import { ManualClock } from '../testing/manualClock'
import { Server } from '../testing/server'
import { StorageInMemory } from '../testing/storageInMemory'
import { admit, destination } from './admission'
import { identities } from './identities'
import { Session } from './session'

function circumstances() {
  const clock = new ManualClock('2030-01-07T10:00:00Z')
  const server = new Server(new GymInMemory(clock), clock)
  const storage = new StorageInMemory()
  return { server, storage, session: () => new Session(new Client(server.fetch, new Patience(clock)), clock, storage) }
}

describe('a session', () => {
  it('outlives a reload of the page in its tab', async () => {
    const { session } = circumstances()
    await session().signIn(ADA)
    const reloaded = session()
    expect(reloaded.identity.value).toEqual(ADA)
    expect(reloaded.role.value).toBe('attendee')
    expect(await reloaded.token()).toBeDefined()
  })

  it('ends with signing out, and leaves nothing behind', async () => {
    const { session, storage } = circumstances()
    const mine = session()
    await mine.signIn(ADA)
    mine.signOut()
    expect(mine.identity.value).toBeUndefined()
    expect(storage.length).toBe(0)
  })

  it('does not begin when no token is issued', async () => {
    const { session, server } = circumstances()
    server.failNext('POST', 'unreachable')
    const mine = session()
    expect((await mine.signIn(ADA)).ok).toBe(false)
    expect(mine.identity.value).toBeUndefined()
  })

  it('does not trust what else may be stored', () => {
    const { session, storage } = circumstances()
    storage.setItem('session', '{"identity":{"role":"owner"},"token":"x","expiresAt":"y"}')
    expect(session().identity.value).toBeUndefined()
  })
})

describe('whom one can sign in as', () => {
  it('is what the server offers, as far as it is somebody', async () => {
    const { server } = circumstances()
    server.identities = [ADA, { ...ADA, role: 'owner' as 'trainer' }]
    expect(await identities(server.fetch)).toEqual({ ok: true, value: [ADA] })
  })

  it('is nobody where the server offers none', async () => {
    const nothing = () => Promise.resolve(new Response('{}'))
    expect(await identities(nothing)).toEqual({ ok: true, value: [] })
  })

  it('is not known when the answer cannot be read', async () => {
    const page = () => Promise.resolve(new Response('<!doctype html>'))
    expect((await identities(page)).ok).toBe(false)
  })
})

describe('whoever is not signed in', () => {
  const to = (path: string, open?: boolean) =>
    ({ path, fullPath: `${path}?x=1`, meta: open ? { open } : {} }) as RouteLocationNormalized

  it('is asked to, and remembers where to', () => {
    expect(admit(to('/book'), false)).toEqual({ path: '/sign-in', query: { then: '/book?x=1' } })
    expect(admit(to('/trainings'), false)).toEqual({ path: '/sign-in', query: {} })
    expect(admit(to('/sign-in', true), false)).toBe(true)
    expect(admit(to('/book'), true)).toBe(true)
  })

  test.each([
    ['/book?hour=2030-01-07T12:00:00Z', '/book?hour=2030-01-07T12:00:00Z'],
    ['//evil.example', '/trainings'],
    ['/\\evil.example', '/trainings'],
    ['https://evil.example', '/trainings'],
    [undefined, '/trainings'],
  ])('is led from %s to %s', (then, path) => {
    expect(destination(then)).toBe(path)
  })
})
