import { done, isStale, type Answer } from './answer'
import type { Client, Sent } from './client'
import type { CalendarDay, CalendarRules, Statement, Training, TrainingsPage, User } from './contract'
import type { Day, Instant } from '../time/time'

/** As the contract has it: a question for more days is refused. */
export const CALENDAR_DAYS_MAX = 92

const PAGES_MAX = 20

export interface Listing {
  from?: Instant
  to?: Instant
  state?: 'scheduled' | 'canceled' | 'all'
  limit?: number
  cursor?: string
}

export interface NewTime {
  time: Instant
  /** Absent: they stay as they are. */
  notes?: string
}

/** What the page asks the gym for. */
export class Api {
  readonly #client: Client
  #rules: Promise<Answer<CalendarRules>> | undefined

  constructor(client: Client) {
    this.#client = client
  }

  me(): Promise<Answer<User>> {
    return this.#client.ask('get', '/users/current', {})
  }

  statement(cursor?: string): Promise<Answer<Statement>> {
    return this.#client.ask('get', '/users/current/credits', { query: cursor ? { cursor, limit: 20 } : { limit: 20 } })
  }

  /** Asked once; they change with the gym's settings only. */
  async rules(): Promise<Answer<CalendarRules>> {
    this.#rules ??= this.#client.ask('get', '/trainer/calendar/rules', {})
    const answer = await this.#rules
    if (!answer.ok) {
      this.#rules = undefined
    }
    return answer
  }

  /** Days of the gym, both included. */
  calendar(dateFrom: Day, dateTo: Day, trainerUuid?: string): Promise<Answer<CalendarDay[]>> {
    const query = { dateFrom, dateTo, ...(trainerUuid ? { trainerUuid } : {}) }
    return this.#client.ask('get', '/trainer/calendar', { query })
  }

  open(hours: Instant[]): Promise<Answer<undefined>> {
    return this.#client.ask('put', '/trainer/calendar/make-hour-available', { body: { hours } })
  }

  close(hours: Instant[]): Promise<Answer<undefined>> {
    return this.#client.ask('put', '/trainer/calendar/make-hour-unavailable', { body: { hours } })
  }

  training(trainingUUID: string): Promise<Answer<Training>> {
    return this.#client.ask('get', '/trainings/{trainingUUID}', { path: { trainingUUID } })
  }

  trainings(listing: Listing): Promise<Answer<TrainingsPage>> {
    return this.#client.ask('get', '/trainings', { query: listing })
  }

  /** All pages of a bounded time. */
  async allTrainings(listing: Listing): Promise<Answer<Training[]>> {
    const all: Training[] = []
    let cursor: string | undefined
    for (let page = 0; page < PAGES_MAX; page++) {
      const answer = await this.trainings({ ...listing, limit: 100, ...(cursor ? { cursor } : {}) })
      if (!answer.ok) {
        return answer
      }
      all.push(...answer.value.trainings)
      cursor = answer.value.nextCursor
      if (!cursor) {
        break
      }
    }
    return done(all)
  }

  /** The same key books once, however often it is sent. */
  book(key: string, time: Instant, notes: string): Promise<Answer<Training>> {
    return this.#client.ask('post', '/trainings', { key, body: notes === '' ? { time } : { time, notes } })
  }

  // Each change is made to the training as it was shown: when it is another one by now, nothing is done.

  cancel(key: string, shown: Training): Promise<Answer<undefined>> {
    return this.#client.ask('delete', '/trainings/{trainingUUID}', { key, ...only(shown) })
  }

  move(key: string, shown: Training, body: NewTime): Promise<Answer<undefined>> {
    return this.#client.ask('put', '/trainings/{trainingUUID}/reschedule', { key, ...only(shown), body })
  }

  approve(key: string, shown: Training): Promise<Answer<undefined>> {
    return this.#client.ask('put', '/trainings/{trainingUUID}/approve-reschedule', { key, ...only(shown) })
  }

  /** @param again it was asked before, and how that ended is not known */
  propose(shown: Training, body: NewTime, again = false): Promise<Answer<undefined>> {
    const sent = this.#client.ask('put', '/trainings/{trainingUUID}/request-reschedule', { ...only(shown), body })
    return this.#orDoneBefore(shown, sent, again, ({ proposedTime }) => isAt(proposedTime, body.time))
  }

  /**
   * Rejects, or withdraws what the caller proposed.
   *
   * @param again it was asked before, and how that ended is not known
   */
  reject(shown: Training, again = false): Promise<Answer<undefined>> {
    const sent = this.#client.ask('put', '/trainings/{trainingUUID}/reject-reschedule', only(shown))
    return this.#orDoneBefore(
      shown,
      sent,
      again,
      ({ proposedTime, canceled, time }) => proposedTime === undefined && !canceled && isAt(time, shown.time),
    )
  }

  /**
   * For changes without a key. One that got no clear answer may have been done, and its repeat is then refused because of
   * that: what has become of the training says which it was.
   */
  async #orDoneBefore(
    { uuid }: Training,
    sent: Promise<Sent<undefined>>,
    again: boolean,
    isDone: (training: Training) => boolean,
  ): Promise<Answer<undefined>> {
    const answer = await sent
    if (answer.ok || !(answer.repeated || again) || !isStale(answer.problem)) {
      return answer
    }
    const training = await this.training(uuid)
    return training.ok && isDone(training.value) ? done(undefined) : answer
  }
}

/** This training, as it was shown. */
function only({ uuid, version }: Training): { match: string; path: { trainingUUID: string } } {
  return { match: version, path: { trainingUUID: uuid } }
}

function isAt(time: Instant | undefined, wanted: Instant): boolean {
  return time !== undefined && Date.parse(time) === Date.parse(wanted)
}
