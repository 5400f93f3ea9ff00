import type { CalendarDay, CreditChange, Role, Training } from '../api/contract'
import { charactersOf, NOTE_CHARACTERS_MAX } from '../domain/notes'
import type { Identity } from '../session/identities'
import type { Clock } from '../time/clock'
import { DAY_MILLIS, HOUR_MILLIS, dayOf, daysBetween, daysFrom, instantOf, millis, wallTime } from '../time/time'
import type { Day, Instant, Zone } from '../time/time'
import { against, conflict, Refusal } from './refusal'

export const ADA: Identity = identity(2, 'Ada Attendee', 'ada@example.org', 'attendee')
export const BEN: Identity = identity(3, 'Ben Attendee', 'ben@example.org', 'attendee')
export const WANDA: Identity = identity(1, 'Wanda Trainer', 'trainer@example.org', 'trainer')

function identity(number: number, name: string, email: string, role: Role): Identity {
  return { userUuid: `c0ffee00-0000-4000-8000-00000000000${number}`, name, email, role }
}

interface Kept {
  uuid: string
  owner: Identity
  notes: string
  time: Instant
  canceled: boolean
  changeInProgress: boolean
  proposal?: { time: Instant; by: Role }
}

/** What a change may carry: it is done once for each key, and only to what its caller has seen. */
export interface Terms {
  key?: string | undefined
  /** As `If-Match` has it. */
  match?: string | undefined
}

interface Settings {
  zone?: Zone
  firstHour?: number
  lastHour?: number
  daysAhead?: number
}

const DAYS_MAX = 92

/** A gym in memory, with the rules of the contract: credits, the 24 hours, who may do what, and each refusal's slug. */
export class GymInMemory {
  readonly rules: Required<Settings>
  readonly #clock: Clock
  readonly #open = new Set<number>()
  readonly #trainings: Kept[] = []
  readonly #statements = new Map<string, CreditChange[]>()
  readonly #done = new Map<string, { request: string; training: string }>()

  constructor(clock: Clock, { zone = 'UTC', firstHour = 12, lastHour = 20, daysAhead = 42 }: Settings = {}) {
    this.#clock = clock
    this.rules = { zone, firstHour, lastHour, daysAhead }
  }

  // Arranging

  grant(to: Identity, amount: number, reason = 'welcome'): void {
    this.#change(to.userUuid, { kind: 'granted', amount, reason })
  }

  openHours(...hours: Instant[]): void {
    this.setHours(WANDA, hours, true)
  }

  booked(by: Identity, time: Instant, notes = ''): string {
    this.grant(by, 1)
    this.#open.add(millis(time))
    return this.book(by, undefined, time, notes).uuid
  }

  mark(uuid: string, changeInProgress: boolean): void {
    this.#find(uuid).changeInProgress = changeInProgress
  }

  // Asking

  balance(of: Identity): number {
    return this.statement(of)[0]?.balance ?? 0
  }

  /** The newest first. */
  statement(of: Identity): CreditChange[] {
    return [...(this.#statements.get(of.userUuid) ?? [])].reverse()
  }

  calendar(from: Day, to: Day): CalendarDay[] {
    const days = daysBetween(from, to) + 1
    if (days < 1) {
      throw new Refusal(400, 'date-from-after-date-to', 'dateFrom is after dateTo')
    }
    if (days > DAYS_MAX) {
      throw new Refusal(400, 'range-too-long', 'at most 92 days can be asked for')
    }
    return daysFrom(from, days).map((date) => {
      const hours = this.#hoursOf(date).map((hour) => ({
        hour: withoutMillis(hour),
        available: this.#isAvailable(hour),
        hasTrainingScheduled: this.#holder(hour) !== undefined,
      }))
      return { date, hasFreeHours: hours.some(({ available }) => available), hours }
    })
  }

  trainings(who: Identity, from: Instant, to: Instant | undefined, state: string): Training[] {
    return this.#trainings
      .filter((kept) => this.#maySee(who, kept))
      .filter(({ canceled }) => state === 'all' || canceled === (state === 'canceled'))
      .filter(({ time }) => millis(time) >= millis(from) && (to === undefined || millis(time) < millis(to)))
      .sort((one, other) => millis(one.time) - millis(other.time))
      .map((kept) => this.#shown(kept))
  }

  training(who: Identity, uuid: string): Training {
    return this.#shown(this.#visible(who, uuid))
  }

  // Changing

  setHours(who: Identity, hours: Instant[], available: boolean): void {
    if (who.role !== 'trainer') {
      throw new Refusal(403, 'invalid-role', 'this is for trainers')
    }
    const starts = hours.map(millis)
    for (const start of starts) {
      if (start <= this.#clock.now()) {
        throw against('past-hour')
      }
      if (available) {
        this.#requireBookable(start)
      }
      if (this.#holder(start)) {
        throw conflict('hour-booked')
      }
    }
    starts.forEach((start) => (available ? this.#open.add(start) : this.#open.delete(start)))
  }

  book(who: Identity, key: string | undefined, time: Instant, notes = ''): Training {
    if (who.role !== 'attendee') {
      throw new Refusal(403, 'invalid-role', 'this is for attendees')
    }
    const booked = this.#once(who, key, `book ${millis(time)} ${notes}`, () => {
      requireNote(notes)
      this.#requireBookable(millis(time))
      if (this.balance(who) < 1) {
        throw conflict('not-enough-credits')
      }
      this.#requireAvailable(time)
      const uuid = `5b7c2f0e-0000-4000-8000-${String(this.#trainings.length + 1).padStart(12, '0')}`
      this.#trainings.push({ uuid, owner: who, notes, time: withoutMillis(millis(time)), canceled: false, changeInProgress: false })
      this.#change(who.userUuid, { kind: 'booked', amount: -1, reason: 'training booked', trainingUuid: uuid })
      return uuid
    })
    return this.training(who, booked)
  }

  cancel(who: Identity, uuid: string, { key, match }: Terms = {}): void {
    this.#once(who, key, `cancel ${uuid}`, () => this.#cancel(who, this.#changeable(who, uuid, match)))
  }

  #cancel(who: Identity, kept: Kept): string {
    const { uuid } = kept
    const isFree = this.#isFree(kept)
    kept.canceled = true
    delete kept.proposal
    if (isFree || who.role === 'trainer') {
      this.#change(kept.owner.userUuid, { kind: 'refunded', amount: 1, reason: 'training cancelled', trainingUuid: uuid })
    }
    if (!isFree && who.role === 'trainer') {
      const reason = 'training cancelled late by the gym'
      this.#change(kept.owner.userUuid, { kind: 'fined', amount: 1, reason, trainingUuid: uuid })
    }
    return uuid
  }

  move(who: Identity, uuid: string, time: Instant, notes: string | undefined, { key, match }: Terms = {}): void {
    this.#once(who, key, `move ${uuid} ${millis(time)} ${notes}`, () => {
      const kept = this.#changeable(who, uuid, match)
      requireNote(notes)
      if (!this.#isFree(kept)) {
        throw conflict('too-late-to-reschedule')
      }
      this.#moveTo(kept, time)
      kept.notes = notes ?? kept.notes
      return uuid
    })
  }

  propose(who: Identity, uuid: string, time: Instant, notes: string | undefined, { match }: Terms = {}): void {
    const kept = this.#changeable(who, uuid, match)
    requireNote(notes)
    if (millis(time) <= this.#clock.now()) {
      throw against('past-hour')
    }
    kept.proposal = { time: withoutMillis(millis(time)), by: who.role }
    kept.notes = notes ?? kept.notes
  }

  approve(who: Identity, uuid: string, { key, match }: Terms = {}): void {
    this.#once(who, key, `approve ${uuid}`, () => {
      const kept = this.#changeable(who, uuid, match)
      if (!kept.proposal) {
        throw conflict('no-reschedule-requested')
      }
      if (kept.proposal.by === who.role) {
        throw conflict('own-proposal')
      }
      this.#moveTo(kept, kept.proposal.time)
      return uuid
    })
  }

  reject(who: Identity, uuid: string, { match }: Terms = {}): void {
    const kept = this.#changeable(who, uuid, match)
    if (!kept.proposal) {
      throw conflict('no-reschedule-requested')
    }
    delete kept.proposal
  }

  // The rules

  /** A repeat is answered like the first, before any rule is looked at. What was refused was not done. */
  #once(who: Identity, key: string | undefined, request: string, act: () => string): string {
    const before = key === undefined ? undefined : this.#done.get(who.userUuid + key)
    if (before && before.request !== request) {
      throw against('idempotency-key-reused')
    }
    const training = before ? before.training : act()
    if (key !== undefined) {
      this.#done.set(who.userUuid + key, { request, training })
    }
    return training
  }

  #moveTo(kept: Kept, time: Instant): void {
    this.#requireBookable(millis(time))
    this.#requireAvailable(time)
    kept.time = withoutMillis(millis(time))
    delete kept.proposal
  }

  #requireAvailable(time: Instant): void {
    if (!this.#isAvailable(millis(time))) {
      throw conflict('hour-not-available')
    }
  }

  #requireBookable(start: number): void {
    const { zone, firstHour, lastHour, daysAhead } = this.rules
    const wall = wallTime(start, zone)
    if (!wall.endsWith(':00')) {
      throw against('not-a-full-hour')
    }
    if (start > this.#clock.now() + daysAhead * DAY_MILLIS) {
      throw against('too-distant')
    }
    if (start <= this.#clock.now()) {
      throw against('past-hour')
    }
    const hour = Number(wall.slice(0, 2))
    if (hour < firstHour || hour > lastHour) {
      throw against('outside-working-hours')
    }
  }

  #isAvailable(start: number): boolean {
    return this.#open.has(start) && start > this.#clock.now() && this.#holder(start) === undefined
  }

  #holder(start: number): Kept | undefined {
    return this.#trainings.find(({ time, canceled }) => !canceled && millis(time) === start)
  }

  #isFree({ time }: Kept): boolean {
    return millis(time) - this.#clock.now() >= DAY_MILLIS
  }

  /** Looked for, so that days of 23 and 25 hours have the ones that they have. Zones of half an hour have none here. */
  #hoursOf(day: Day): number[] {
    const { zone, firstHour, lastHour } = this.rules
    const begin = Date.parse(`${day}T00:00:00Z`) - 14 * HOUR_MILLIS
    return Array.from({ length: 50 }, (_, hour) => begin + hour * HOUR_MILLIS).filter((start) => {
      const hour = Number(wallTime(start, zone).slice(0, 2))
      return hour >= firstHour && hour <= lastHour && dayOf(start, zone) === day
    })
  }

  #changeable(who: Identity, uuid: string, match = '*'): Kept {
    const kept = this.#visible(who, uuid)
    const matched = match.split(',').map((tag) => tag.trim())
    if (!matched.includes('*') && !matched.includes(`"${versionOf(kept)}"`)) {
      throw new Refusal(412, 'changed-meanwhile', 'the training is not as it was when it was looked at')
    }
    if (kept.canceled) {
      throw conflict('already-canceled')
    }
    if (kept.changeInProgress) {
      throw conflict('change-in-progress')
    }
    if (millis(kept.time) <= this.#clock.now()) {
      throw conflict('training-in-the-past')
    }
    return kept
  }

  #visible(who: Identity, uuid: string): Kept {
    const kept = this.#find(uuid)
    if (!this.#maySee(who, kept)) {
      throw noSuchTraining()
    }
    return kept
  }

  #find(uuid: string): Kept {
    const kept = this.#trainings.find((candidate) => candidate.uuid === uuid)
    if (!kept) {
      throw noSuchTraining()
    }
    return kept
  }

  #maySee(who: Identity, { owner }: Kept): boolean {
    return who.role === 'trainer' || owner.userUuid === who.userUuid
  }

  #shown(kept: Kept): Training {
    const { owner, proposal, ...plain } = kept
    const isFree = this.#isFree(kept)
    return {
      ...plain,
      version: versionOf(kept),
      user: owner.name,
      userUuid: owner.userUuid,
      trainerUuid: WANDA.userUuid,
      canBeCancelled: isFree,
      moveRequiresAccept: !isFree,
      ...(proposal ? { proposedTime: proposal.time, moveProposedBy: proposal.by } : {}),
    }
  }

  #change(userUuid: string, change: Omit<CreditChange, 'time' | 'balance'>): void {
    const changes = this.#statements.get(userUuid) ?? []
    const balance = (changes.at(-1)?.balance ?? 0) + change.amount
    this.#statements.set(userUuid, [...changes, { ...change, balance, time: instantOf(this.#clock.now()) }])
  }
}

/** Another one as soon as something of it is another; short, as a header has to be. */
function versionOf({ time, notes, canceled, proposal }: Kept): string {
  const text = JSON.stringify([time, notes, canceled, proposal?.time, proposal?.by])
  const hash = [...text].reduce((sum, character) => (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) | 0, 7)
  return (hash >>> 0).toString(16)
}

function requireNote(notes: string | undefined): void {
  if (charactersOf(notes ?? '') > NOTE_CHARACTERS_MAX) {
    throw against('note-too-long')
  }
}

function noSuchTraining(): Refusal {
  return new Refusal(404, 'training-not-found', 'there is no such training')
}

/** As the gym writes them. */
function withoutMillis(moment: number): Instant {
  return instantOf(moment).replace('.000Z', 'Z')
}
