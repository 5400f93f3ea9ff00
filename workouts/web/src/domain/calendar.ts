import type { CalendarDay, Training } from '../api/contract'
import { addDays, dayInWords, daysBetween, daysFrom, dayOf, firstOfMonth, firstOfNextMonth, millis, mondayOf, wallTime } from '../time/time'
import type { Day, Instant, Zone } from '../time/time'

/** An hour of the calendar. */
export type Slot =
  | { kind: 'free'; start: Instant }
  | { kind: 'training'; start: Instant; training: Training }
  /** By somebody whose training this user does not see. */
  | { kind: 'taken'; start: Instant }
  /** A working hour in which nothing is. */
  | { kind: 'closed'; start: Instant }

export function slotsOf(calendar: CalendarDay[], trainings: Training[]): Slot[] {
  const own = new Set(trainings.map((training) => millis(training.time)))
  const others = calendar
    .flatMap((day) => day.hours)
    .filter(({ hour }) => !own.has(millis(hour)))
    .map(({ hour, available, hasTrainingScheduled }): Slot => {
      if (hasTrainingScheduled) {
        return { kind: 'taken', start: hour }
      }
      return { kind: available ? 'free' : 'closed', start: hour }
    })
  const mine = trainings.map((training): Slot => ({ kind: 'training', start: training.time, training }))
  return [...mine, ...others].sort((one, other) => millis(one.start) - millis(other.start))
}

export interface DaySlots {
  day: Day
  slots: Slot[]
}

/** The slots of each of these days, which are days where the user is. */
export function byDay(slots: Slot[], days: Day[], zone: Zone): DaySlots[] {
  return days.map((day) => ({ day, slots: slots.filter(({ start }) => dayOf(start, zone) === day) }))
}

export interface Row {
  /** What the wall shows. */
  time: string
  /** When that is for the gym; more than one where only one of the two changes its clocks. */
  gymTimes: string[]
  /** Hours without anything lie before it. */
  isAfterGap: boolean
  /** For each day; more than one where clocks go back and show a time twice. */
  cells: Slot[][]
}

/** Days on which there is something to see. */
export function filled(days: DaySlots[]): DaySlots[] {
  return days
    .map(({ day, slots }) => ({ day, slots: slots.filter(({ kind }) => kind !== 'closed') }))
    .filter(({ slots }) => slots.length > 0)
}

/** A row for every time of day at which an hour begins, so that zones of half an hour and days of 25 hours fit, too. */
export function gridOf(days: DaySlots[], zone: Zone, gymZone: Zone): Row[] {
  const times = new Set(days.flatMap(({ slots }) => slots.map(({ start }) => wallTime(start, zone))))
  return [...times].sort().map((time, index, sorted) => {
    const cells = days.map(({ slots }) => slots.filter(({ start }) => wallTime(start, zone) === time))
    return {
      time,
      gymTimes: [...new Set(cells.flat().map(({ start }) => wallTime(start, gymZone)))].sort(),
      isAfterGap: index > 0 && minutes(time) - minutes(sorted[index - 1] ?? time) > 60,
      cells,
    }
  })
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

export const VIEWS = ['week', 'month', 'list'] as const
export type View = (typeof VIEWS)[number]

const LIST_DAYS = 14

/** Days that are shown together. */
export interface Period {
  first: Day
  days: Day[]
  name: string
}

export function periodOf(view: View, day: Day): Period {
  switch (view) {
    case 'week':
      return period(mondayOf(day), 7)
    case 'list':
      return period(mondayOf(day), LIST_DAYS)
    case 'month': {
      const first = mondayOf(firstOfMonth(day))
      const afterLast = addDays(mondayOf(addDays(firstOfNextMonth(day), -1)), 7)
      const days = daysFrom(first, daysBetween(first, afterLast))
      return { first: firstOfMonth(day), days, name: dayInWords(day, 'month') }
    }
  }
}

function period(first: Day, count: number): Period {
  return { first, days: daysFrom(first, count), name: span(first, addDays(first, count - 1)) }
}

/** `7 – 13 Dec 2026` */
function span(first: Day, last: Day): string {
  const from = first.slice(0, 7) === last.slice(0, 7) ? dayInWords(first, 'number') : dayInWords(first, 'day-month')
  return `${from} – ${dayInWords(last, 'day-month')} ${last.slice(0, 4)}`
}

/** A day of the period before or after. */
export function step(view: View, day: Day, direction: -1 | 1): Day {
  switch (view) {
    case 'week':
      return addDays(mondayOf(day), direction * 7)
    case 'list':
      return addDays(mondayOf(day), direction * LIST_DAYS)
    case 'month':
      return direction === 1 ? firstOfNextMonth(day) : firstOfMonth(addDays(firstOfMonth(day), -1))
  }
}

/** How far one can look: as far ahead as hours can be opened, and back so far that all of it is one question. */
export function bounds(today: Day, daysAhead: number, daysMax: number): { earliest: Day; latest: Day } {
  const ahead = Math.min(daysAhead, daysMax - 1)
  return { earliest: addDays(today, ahead - daysMax + 1), latest: addDays(today, ahead) }
}
