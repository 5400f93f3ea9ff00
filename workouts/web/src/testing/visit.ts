import { screen, within } from '@testing-library/dom'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { afterEach } from 'vitest'
import { createMemoryHistory, type Router } from 'vue-router'
import type { Identity } from '../session/identities'
import type { Zone } from '../time/time'
import { workouts } from '../workouts'
import { GymInMemory } from './gymInMemory'
import { ManualClock } from './manualClock'
import { Server } from './server'

/** A Monday, at ten in the morning. */
export const NOW = '2030-01-07T10:00:00Z'

export interface Visit {
  user: UserEvent
  router: Router
  clock: ManualClock
  server: Server
  gym: GymInMemory
}

interface Circumstances {
  as?: Identity
  at?: string
  zone?: Zone
  now?: string
  gymZone?: Zone
  arrange?: (gym: GymInMemory, server: Server, clock: ManualClock) => void
}

const closings: (() => void)[] = []

afterEach(() => {
  closings.splice(0).forEach((close) => close())
})

/** The whole page in front of a doubled gym, opened at an address by somebody. */
export async function visit({ as, at = '/', zone = 'UTC', now = NOW, gymZone = 'UTC', arrange }: Circumstances): Promise<Visit> {
  const clock = new ManualClock(now)
  const gym = new GymInMemory(clock, { zone: gymZone })
  const server = new Server(gym, clock)
  arrange?.(gym, server, clock)
  sessionStorage.clear()
  const { app, router, gym: page } = workouts({ fetch: server.fetch, clock, zone, storage: sessionStorage }, createMemoryHistory())
  if (as) {
    await page.session.signIn(as)
  }
  await router.push(at)
  await router.isReady()
  const place = document.createElement('div')
  document.body.append(place)
  app.mount(place)
  closings.push(() => {
    app.unmount()
    place.remove()
  })
  return { user: userEvent.setup(), router, clock, server, gym }
}

/** The training that begins then. */
export async function trainingAt(time: string | RegExp): Promise<ReturnType<typeof within>> {
  return within(await screen.findByRole('article', { name: time }))
}

export async function dialog(): Promise<ReturnType<typeof within>> {
  return within(await screen.findByRole('dialog'))
}
