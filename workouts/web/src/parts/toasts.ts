import { shallowRef, type ShallowRef } from 'vue'
import type { Clock } from '../time/clock'

const SHOWN_MILLIS = 8_000

/** Older ones go when there are more. */
const TOASTS_MAX = 3

export interface Toast {
  id: number
  text: string
}

/** Short news about what was done; said aloud by screen readers, and gone after a while. */
export class Toasts {
  readonly shown: ShallowRef<readonly Toast[]> = shallowRef([])
  readonly #clock: Clock
  #last = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  say(text: string): void {
    this.#last += 1
    const id = this.#last
    this.shown.value = [...this.shown.value, { id, text }].slice(-TOASTS_MAX)
    void this.#clock.pause(SHOWN_MILLIS).then(() => this.dismiss(id))
  }

  dismiss(id: number): void {
    this.shown.value = this.shown.value.filter((toast) => toast.id !== id)
  }
}
