import { screen, within } from '@testing-library/dom'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { createMemoryHistory, type Router } from 'vue-router'
import { Client } from '../api/client'
import { Patience } from '../api/patience'
import type { Identity } from '../session/identities'
import { Session } from '../session/session'
import type { Zone } from '../time/time'
import { workouts } from '../workouts'
import { GymInMemory } from './gymInMemory'
import { ManualClock } from './manualClock'
import { Server } from './server'
import { StorageInMemory } from './storageInMemory'

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

let close = (): void => undefined

/** The whole page in front of a doubled gym, opened at an address by somebody. The visit before ends. */
export async function visit({ as, at = '/', zone = 'UTC', now = NOW, gymZone = 'UTC', arrange }: Circumstances): Promise<Visit> {
  close()
  const clock = new ManualClock(now)
  const gym = new GymInMemory(clock, { zone: gymZone })
  const server = new Server(gym, clock)
  const storage = new StorageInMemory()
  if (as) {
    await new Session(new Client(server.fetch, new Patience(clock)), clock, storage).signIn(as)
  }
  arrange?.(gym, server, clock)
  const history = createMemoryHistory()
  history.replace(at)
  const { app, router } = workouts({ fetch: server.fetch, clock, zone, storage }, history)
  await router.isReady()
  const place = document.createElement('div')
  document.body.append(place)
  app.mount(place)
  close = () => {
    app.unmount()
    place.remove()
  }
  return { user: userEvent.setup({ delay: null }), router, clock, server, gym }
}

/** The training that begins then. */
export async function trainingAt(time: string | RegExp): Promise<ReturnType<typeof within>> {
  return within(await screen.findByRole('article', { name: time }))
}

export async function dialog(): Promise<ReturnType<typeof within>> {
  return within(await screen.findByRole('dialog'))
}
