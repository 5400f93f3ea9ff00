import type { CalendarDay } from '../api/contract'
import { dayOf, millis, type Day, type Instant, type Zone } from '../time/time'

/** The hours that can be chosen, on the days on which they are for whoever chooses. */
export interface DayChoice {
  day: Day
  hours: Instant[]
}

/** Days without a free hour are left out. */
export function freeHours(calendar: CalendarDay[], zone: Zone): DayChoice[] {
  const days = new Map<Day, Instant[]>()
  const free = calendar
    .flatMap((day) => day.hours)
    .filter((hour) => hour.available)
    .map((hour) => hour.hour)
    .sort((one, other) => millis(one) - millis(other))
  for (const hour of free) {
    const day = dayOf(hour, zone)
    days.set(day, [...(days.get(day) ?? []), hour])
  }
  return [...days].map(([day, hours]) => ({ day, hours }))
}

/** The choice that is the same hour, if it can still be chosen. */
export function find(choices: DayChoice[], wanted: Instant | undefined): Instant | undefined {
  return wanted === undefined
    ? undefined
    : choices.flatMap(({ hours }) => hours).find((hour) => millis(hour) === millis(wanted))
}
