/** The present moment, and waiting for a later one. Nothing else in the page asks the machine for the time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  pause(millis: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  pause: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
}
