import { done, type Answer } from '../api/answer'
import { CALENDAR_DAYS_MAX } from '../api/api'
import { freeHours, type DayChoice } from '../domain/choice'
import type { Gym } from '../gym'
import { addDays, dayOf } from '../time/time'

/** Every hour that can be booked, by the user's days. */
export async function loadChoices(gym: Gym, trainerUuid?: string): Promise<Answer<DayChoice[]>> {
  const rules = await gym.api.rules()
  if (!rules.ok) {
    return rules
  }
  const { zone, daysAhead } = rules.value
  gym.gymZone.value = zone
  const today = dayOf(gym.clock.now(), zone)
  const calendar = await gym.api.calendar(today, addDays(today, Math.min(daysAhead, CALENDAR_DAYS_MAX - 1)), trainerUuid)
  return calendar.ok ? done(freeHours(calendar.value, gym.zone)) : calendar
}
