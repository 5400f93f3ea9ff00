import type { Clock } from '../time/clock'

/** Stands still until it is told to go on. */
export class ManualClock implements Clock {
  #now: number
  #sleepers: { until: number; wake: () => void }[] = []

  constructor(now: string) {
    this.#now = Date.parse(now)
  }

  now(): number {
    return this.#now
  }

  pause(millis: number): Promise<void> {
    return new Promise((wake) => this.#sleepers.push({ until: this.#now + millis, wake }))
  }

  advance(millis: number): void {
    this.#now += millis
    const awake = this.#sleepers.filter(({ until }) => until <= this.#now)
    this.#sleepers = this.#sleepers.filter(({ until }) => until > this.#now)
    awake.forEach(({ wake }) => wake())
  }
}
