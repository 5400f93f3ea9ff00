import { DAY_MILLIS, instantOf, millis, type Instant } from '../time/time'
import { done, type Answer } from './answer'
import type { Api, Listing } from './api'
import type { Training } from './contract'

export interface Batch {
  trainings: Training[]
  /** There is another batch. */
  more: boolean
}

/** Asks for the next batch each time. */
export type Feed = () => Promise<Answer<Batch>>

const BATCH = 20
const SPAN_MILLIS = 28 * DAY_MILLIS
const BEGINNING: Instant = '1970-01-01T00:00:00Z'

/** From an instant on, in order of time. */
export function earliestFirst(api: Api, from: Instant): Feed {
  let cursor: string | undefined
  return async () => {
    const page = await api.trainings({ from, state: 'scheduled', limit: BATCH, ...(cursor ? { cursor } : {}) })
    if (!page.ok) {
      return page
    }
    cursor = page.value.nextCursor
    return done({ trainings: page.value.trainings, more: cursor !== undefined })
  }
}

/**
 * Back in time. The gym lists in order of time only, so this asks for one span after the other, each turned round; a span
 * without trainings is followed by one twice as long, until the oldest training of all is reached.
 *
 * @param end exclusive; without it, whatever is still ahead comes, too
 */
export function latestFirst(api: Api, state: 'scheduled' | 'canceled', now: number, end?: Instant): Feed {
  let to = end
  return async () => {
    const until: Listing = { state, ...(to ? { to } : {}) }
    const oldest = await api.trainings({ ...until, from: BEGINNING, limit: 1 })
    if (!oldest.ok) {
      return oldest
    }
    const first = oldest.value.trainings[0]
    if (!first) {
      return done({ trainings: [], more: false })
    }
    for (let span = SPAN_MILLIS; ; span *= 2) {
      const begin = Math.max((to ? millis(to) : now) - span, 0)
      const more = millis(first.time) < begin
      const from = more ? instantOf(begin) : BEGINNING
      const trainings = await api.allTrainings({ ...until, from })
      if (!trainings.ok) {
        return trainings
      }
      if (trainings.value.length > 0 || !more) {
        to = from
        return done({ trainings: trainings.value.reverse(), more })
      }
    }
  }
}
