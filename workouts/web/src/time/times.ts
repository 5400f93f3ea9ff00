import { useGym } from '../gym'
import { datedInWords, dayInWords, dayOf, millis, showTheSame, timeOfDay, zoneName, type Day, type Zone } from './time'

/** Times as this user sees them, and as the gym does where that differs. */
export interface Times {
  zone: Zone
  now(): number
  today(): Day
  day(moment: string | number): Day
  /** `Monday 7 January` */
  dayInWords(moment: string | number): string
  /** `14:00` */
  time(moment: string | number): string
  /** `Monday 7 January, 14:00` */
  inWords(moment: string | number): string
  /** `Mon 7 Jan, 14:00` */
  inShort(moment: string | number): string
  /** `20:00 in Warsaw`, or nothing where clocks show the same. */
  gymTime(moment: string | number): string | undefined
}

export function useTimes(): Times {
  const { clock, zone, gymZone } = useGym()
  const today = () => dayOf(clock.now(), zone)
  const day = (moment: string | number) => dayOf(moment, zone)
  const time = (moment: string | number) => timeOfDay(moment, zone)
  const inDatedWords = (moment: string | number) => datedInWords(day(moment), today())
  return {
    zone,
    now: () => clock.now(),
    today,
    day,
    time,
    dayInWords: inDatedWords,
    inWords: (moment) => `${inDatedWords(moment)}, ${time(moment)}`,
    inShort: (moment) => `${dayInWords(day(moment), 'medium')}, ${time(moment)}`,
    gymTime(moment) {
      const gym = gymZone.value
      if (!gym || showTheSame(millis(moment), zone, gym)) {
        return undefined
      }
      const elsewhere = dayOf(moment, gym)
      const dayThere = elsewhere === day(moment) ? '' : `${dayInWords(elsewhere, 'medium')} `
      return `${dayThere}${timeOfDay(moment, gym)} ${gym === 'UTC' ? 'UTC' : `in ${zoneName(gym)}`}`
    },
  }
}
