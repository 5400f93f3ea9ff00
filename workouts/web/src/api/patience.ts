import { shallowRef, type ShallowRef } from 'vue'
import type { Clock } from '../time/clock'

/** A request that is answered 503 is sent so many times in all. */
export const ATTEMPTS_MAX = 5

/** Whoever asks for more patience than this is not waited for that long. */
export const WAIT_SECONDS_MAX = 10

export interface Wait {
  /** The attempt that comes next. */
  attempt: number
  seconds: number
}

/** Waits between attempts, and lets the page show it. */
export class Patience {
  readonly wait: ShallowRef<Wait | undefined> = shallowRef()
  readonly #clock: Clock
  #waiting = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  async before(attempt: number, seconds: number): Promise<void> {
    const bounded = Math.min(Math.max(seconds, 1), WAIT_SECONDS_MAX)
    this.wait.value = { attempt, seconds: bounded }
    this.#waiting += 1
    await this.#clock.pause(bounded * 1000)
    this.#waiting -= 1
    if (this.#waiting === 0) {
      this.wait.value = undefined
    }
  }
}
