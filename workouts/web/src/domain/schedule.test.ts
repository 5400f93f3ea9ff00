import { describe, expect, it } from 'vitest'
import { training } from '../testing/trainings'
import { hoursToChange, scheduleOf, withHours, type HourState } from './schedule'

const NOW = Date.parse('2030-01-07T13:30:00Z')
const LIMITS = { zone: 'UTC', daysAhead: 42 }

function states(...hours: { hour: string; available?: boolean; booked?: boolean }[]): HourState[] {
  const calendar = [
    {
      date: '2030-01-07',
      hasFreeHours: true,
      hours: hours.map(({ hour, available = false, booked = false }) => ({ hour, available, hasTrainingScheduled: booked })),
    },
  ]
  return scheduleOf(calendar, [], NOW, LIMITS).flatMap((day) => day.hours.map(({ state }) => state))
}

describe('an hour of the schedule', () => {
  it('is booked, past, open or closed', () => {
    expect(
      states(
        { hour: '2030-01-07T12:00:00Z', booked: true },
        { hour: '2030-01-07T13:00:00Z' },
        { hour: '2030-01-07T14:00:00Z', available: true },
        { hour: '2030-01-07T15:00:00Z' },
      ),
    ).toEqual(['booked', 'past', 'open', 'closed'])
  })

  it('cannot be opened more than six weeks ahead, to the minute', () => {
    expect(states({ hour: '2030-02-18T13:00:00Z' }, { hour: '2030-02-18T14:00:00Z' })).toEqual(['closed', 'too far ahead'])
  })

  it('says who comes, where that is known', () => {
    const hours = [{ hour: '2030-01-09T12:00:00Z', available: false, hasTrainingScheduled: true }]
    const [day] = scheduleOf([{ date: '2030-01-09', hasFreeHours: false, hours }], [training()], NOW, LIMITS)
    expect(day?.hours[0]?.attendee).toBe('Ada Attendee')
  })
})

describe('all hours of a day', () => {
  const day = {
    day: '2030-01-07',
    hours: (['past', 'booked', 'open', 'closed', 'too far ahead'] as const).map((state) => ({ start: state, state })),
  }

  it('are those that can change, and no past, booked or distant one', () => {
    expect(hoursToChange(day, 'open')).toEqual(['closed'])
    expect(hoursToChange(day, 'closed')).toEqual(['open'])
  })

  it('change together, and the others stay', () => {
    const [changed] = withHours([day], ['closed'], 'open')
    expect(changed?.hours.map(({ state }) => state)).toEqual(['past', 'booked', 'open', 'open', 'too far ahead'])
  })
})
