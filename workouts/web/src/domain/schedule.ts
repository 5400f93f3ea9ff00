import type { CalendarDay, Training } from '../api/contract'
import { addDays, dayOf, millis, wallTime, type Day, type Instant, type Zone } from '../time/time'

export type HourState = 'open' | 'closed' | 'booked' | 'past' | 'too far ahead'

export interface ScheduleHour {
  start: Instant
  state: HourState
  /** Who comes, where that is known. */
  attendee?: string
}

export interface ScheduleDay {
  /** Of the gym. */
  day: Day
  hours: ScheduleHour[]
}

export interface Limits {
  zone: Zone
  daysAhead: number
}

export function scheduleOf(calendar: CalendarDay[], trainings: Training[], now: number, limits: Limits): ScheduleDay[] {
  const attendees = new Map(trainings.map((training) => [millis(training.time), training.user]))
  return calendar.map(({ date, hours }) => ({
    day: date,
    hours: hours.map(({ hour, available, hasTrainingScheduled }): ScheduleHour => {
      if (hasTrainingScheduled) {
        const attendee = attendees.get(millis(hour))
        return attendee === undefined
          ? { start: hour, state: 'booked' }
          : { start: hour, state: 'booked', attendee }
      }
      if (millis(hour) <= now) {
        return { start: hour, state: 'past' }
      }
      if (available) {
        return { start: hour, state: 'open' }
      }
      return { start: hour, state: isTooFar(hour, now, limits) ? 'too far ahead' : 'closed' }
    }),
  }))
}

/** The limit goes by the gym's clock, not by hours that have passed: on a day of 23 hours it is still the same time. */
function isTooFar(start: Instant, now: number, { zone, daysAhead }: Limits): boolean {
  const limit = `${addDays(dayOf(now, zone), daysAhead)} ${wallTime(now, zone)}`
  return `${dayOf(start, zone)} ${wallTime(start, zone)}` > limit
}

/** The hours of a day that change when all of it is opened, or closed: none that is past, booked or too far. */
export function hoursToChange(day: ScheduleDay, to: 'open' | 'closed'): Instant[] {
  const from = to === 'open' ? 'closed' : 'open'
  return day.hours.filter(({ state }) => state === from).map(({ start }) => start)
}

/** The schedule with these hours changed. */
export function withHours(days: ScheduleDay[], starts: readonly Instant[], state: 'open' | 'closed'): ScheduleDay[] {
  const changed = new Set(starts)
  return days.map(({ day, hours }) => ({
    day,
    hours: hours.map((hour) => (changed.has(hour.start) ? { start: hour.start, state } : hour)),
  }))
}
