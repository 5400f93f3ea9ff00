import { inject, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import { Api } from './api/api'
import { Client, type Fetch } from './api/client'
import { Patience } from './api/patience'
import { Session } from './session/session'
import { Toasts } from './parts/toasts'
import type { Clock } from './time/clock'
import type { Zone } from './time/time'

/** What the page is given from outside; tests give something else. */
export interface Surroundings {
  fetch: Fetch
  clock: Clock
  /** Where the user is. */
  zone: Zone
  /** Of this tab. */
  storage: Storage
}

/** Everything that a page needs besides its own state. */
export class Gym {
  readonly api: Api
  readonly session: Session
  readonly patience: Patience
  readonly toasts: Toasts
  readonly fetch: Fetch
  readonly clock: Clock
  readonly zone: Zone
  /** What the attendee can spend, as last heard. */
  readonly credits: ShallowRef<number | undefined> = shallowRef()
  /** Where the gym is, once that is known. */
  readonly gymZone: ShallowRef<Zone | undefined> = shallowRef()

  constructor({ fetch, clock, zone, storage }: Surroundings) {
    this.fetch = fetch
    this.clock = clock
    this.zone = zone
    this.patience = new Patience(clock)
    this.toasts = new Toasts(clock)
    this.session = new Session(new Client(fetch, this.patience), clock, storage)
    this.api = new Api(new Client(fetch, this.patience, this.session))
  }

  async refreshCredits(): Promise<void> {
    if (this.session.role.value !== 'attendee') {
      this.credits.value = undefined
      return
    }
    const me = await this.api.me()
    if (me.ok) {
      this.credits.value = me.value.balance
    }
  }

  async findZone(): Promise<void> {
    const rules = await this.api.rules()
    if (rules.ok) {
      this.gymZone.value = rules.value.zone
    }
  }
}

export const GYM: InjectionKey<Gym> = Symbol('gym')

export function useGym(): Gym {
  const gym = inject(GYM)
  if (!gym) {
    throw new Error('no gym is provided')
  }
  return gym
}
