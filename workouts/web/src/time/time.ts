/**
 * Instants in, words out. A day or an hour is always that of a named zone, and an instant is never made from local text:
 * whatever is sent to the gym is an instant that came from it.
 */

/** As the gym writes it: RFC 3339. */
export type Instant = string

/** A day of a calendar, `2030-01-07`, in no zone by itself. */
export type Day = string

/** A name of the time zone database, `Europe/Warsaw`. */
export type Zone = string

export const HOUR_MILLIS = 3_600_000
export const DAY_MILLIS = 24 * HOUR_MILLIS

const LOCALE = 'en-GB'

type Moment = Instant | number

export function millis(moment: Moment): number {
  return typeof moment === 'number' ? moment : Date.parse(moment)
}

export function instantOf(moment: number): Instant {
  return new Date(moment).toISOString()
}

const DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' }
const WALL: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
const OFFSET: Intl.DateTimeFormatOptions = { timeZoneName: 'shortOffset' }

/** To make a format takes longer than to use it, and there are few of them. */
const formats = new Map<Intl.DateTimeFormatOptions, Map<Zone, Intl.DateTimeFormat>>()

function format(zone: Zone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const zones = formats.get(options) ?? new Map<Zone, Intl.DateTimeFormat>()
  formats.set(options, zones)
  const known = zones.get(zone) ?? new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options })
  zones.set(zone, known)
  return known
}

/** The day that an instant belongs to, there. */
export function dayOf(moment: Moment, zone: Zone): Day {
  const [day, month, year] = format(zone, DATE).format(millis(moment)).split('/')
  return `${year}-${month}-${day}`
}

/** What a clock on the wall shows, `14:00`. On the day that clocks go back it shows some times twice. */
export function wallTime(moment: Moment, zone: Zone): string {
  return format(zone, WALL).format(millis(moment))
}

/** As a clock on the wall, with the offset where the wall alone would not tell two times of a day apart. */
export function timeOfDay(moment: Moment, zone: Zone): string {
  return isShownTwice(moment, zone)
    ? `${wallTime(moment, zone)} (${offset(moment, zone)})`
    : wallTime(moment, zone)
}

// Lord Howe Island puts its clocks back by half an hour, everybody else by a whole one.
const STEPS_BACK = [HOUR_MILLIS / 2, HOUR_MILLIS]

function isShownTwice(moment: Moment, zone: Zone): boolean {
  const at = millis(moment)
  const shown = dayOf(at, zone) + wallTime(at, zone)
  return STEPS_BACK.flatMap((step) => [at - step, at + step]).some(
    (other) => dayOf(other, zone) + wallTime(other, zone) === shown,
  )
}

/** `GMT+5:30` */
export function offset(moment: Moment, zone: Zone): string {
  const parts = format(zone, OFFSET).formatToParts(millis(moment))
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  return name === 'GMT' ? 'GMT+0' : name.replace('-', '−')
}

/** Whether clocks there and there show the same at this instant. */
export function showTheSame(moment: Moment, one: Zone, other: Zone): boolean {
  return offset(moment, one) === offset(moment, other)
}

/** The zone as people say it: `New York`, `UTC`. */
export function zoneName(zone: Zone): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

// From here on: days of a calendar. Counting them in UTC is exact, because every day of UTC has 24 hours.

function middayOf(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`)
}

export function addDays(day: Day, count: number): Day {
  return dayOf(middayOf(day) + count * DAY_MILLIS, 'UTC')
}

/** So many days, this one first. */
export function daysFrom(day: Day, count: number): Day[] {
  return Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(day, index))
}

/** How many days lie between; negative when the other one is earlier. */
export function daysBetween(day: Day, other: Day): number {
  return Math.round((middayOf(other) - middayOf(day)) / DAY_MILLIS)
}

/** The day with which the week begins. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(middayOf(day)).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

export function firstOfNextMonth(day: Day): Day {
  return firstOfMonth(addDays(firstOfMonth(day), 31))
}

/** The first instant at which it is this day anywhere on Earth. */
export function beginsSomewhere(day: Day): Instant {
  return instantOf(Date.parse(`${day}T00:00:00Z`) - 14 * HOUR_MILLIS)
}

/** The first instant at which it is not this day any more, anywhere. */
export function isOverEverywhere(day: Day): Instant {
  return instantOf(Date.parse(`${addDays(day, 1)}T00:00:00Z`) + 12 * HOUR_MILLIS)
}

type DayStyle = 'long' | 'medium' | 'weekday' | 'day-month' | 'month' | 'weekday-short' | 'month-short' | 'number'

const DAY_STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  medium: { weekday: 'short', day: 'numeric', month: 'short' },
  weekday: { weekday: 'long' },
  'weekday-short': { weekday: 'short' },
  'day-month': { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  'month-short': { month: 'short' },
  number: { day: 'numeric' },
}

/** The day in words: `Monday 7 January`. */
export function dayInWords(day: Day, style: DayStyle = 'long'): string {
  return format('UTC', DAY_STYLES[style]).format(middayOf(day)).replaceAll(',', '')
}

/** The day in words, with the year when it is not this one. */
export function datedInWords(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? dayInWords(day) : `${dayInWords(day)} ${day.slice(0, 4)}`
}
