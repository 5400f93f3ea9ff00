import { describe, expect, it, test } from 'vitest'
import type { CalendarDay } from '../api/contract'
import { training } from '../testing/trainings'
import { daysFrom, type Zone } from '../time/time'
import { bounds, byDay, filled, gridOf, periodOf, slotsOf, step } from './calendar'
import { find, freeHours } from './choice'

function day(date: string, ...hours: [string, 'free' | 'taken' | 'closed'][]): CalendarDay {
  return {
    date,
    hasFreeHours: true,
    hours: hours.map(([hour, state]) => ({ hour, available: state === 'free', hasTrainingScheduled: state === 'taken' })),
  }
}

describe('slots', () => {
  it('are free, closed, taken by somebody, or a training that one sees', () => {
    const calendar = [
      day(
        '2030-01-09',
        ['2030-01-09T12:00:00Z', 'taken'],
        ['2030-01-09T13:00:00Z', 'taken'],
        ['2030-01-09T14:00:00Z', 'free'],
        ['2030-01-09T15:00:00Z', 'closed'],
      ),
    ]
    const slots = slotsOf(calendar, [training({ time: '2030-01-09T13:00:00Z' })])
    expect(slots.map(({ kind }) => kind)).toEqual(['taken', 'training', 'free', 'closed'])
  })

  test.each<[Zone, string]>([
    ['UTC', '2030-01-07'],
    ['America/New_York', '2030-01-07'],
    ['Asia/Kolkata', '2030-01-08'],
    ['Australia/Sydney', '2030-01-08'],
  ])('at 20:00 UTC on Monday are on the day on which they are in %s', (zone, expected) => {
    const slots = slotsOf([day('2030-01-07', ['2030-01-07T20:00:00Z', 'free'])], [])
    expect(filled(byDay(slots, daysFrom('2030-01-07', 7), zone)).map((shown) => shown.day)).toEqual([expected])
  })
})

describe('the grid of a week', () => {
  const grid = (zone: Zone, ...hours: string[]) => {
    const slots = hours.map((start) => ({ kind: 'free', start }) as const)
    return gridOf(byDay(slots, daysFrom('2030-10-21', 7), zone), zone, 'UTC')
  }

  it('has a row for each time of day, half hours, too', () => {
    const rows = grid('Asia/Kolkata', '2030-10-21T13:00:00Z', '2030-10-22T12:00:00Z')
    expect(rows.map(({ time }) => time)).toEqual(['17:30', '18:30'])
    expect(rows[0]?.cells.map((cell) => cell.length)).toEqual([0, 1, 0, 0, 0, 0, 0])
  })

  it('says the gym’s time of each row, both when only one side changes its clocks', () => {
    const rows = grid('Europe/Warsaw', '2030-10-26T12:00:00Z', '2030-10-27T12:00:00Z', '2030-10-27T13:00:00Z')
    expect(rows.map(({ time, gymTimes }) => [time, ...gymTimes])).toEqual([
      ['13:00', '12:00'],
      ['14:00', '12:00', '13:00'],
    ])
  })

  it('marks where hours without anything lie between', () => {
    const rows = grid('Australia/Sydney', '2030-10-21T12:00:00Z', '2030-10-21T13:00:00Z')
    expect(rows.map(({ time, isAfterGap }) => [time, isAfterGap])).toEqual([
      ['00:00', false],
      ['23:00', true],
    ])
  })

  it('keeps both hours that show the same when clocks go back', () => {
    const rows = grid('Europe/Warsaw', '2030-10-27T00:00:00Z', '2030-10-27T01:00:00Z')
    expect(rows.map(({ time }) => time)).toEqual(['02:00'])
    expect(rows[0]?.cells[6]).toHaveLength(2)
  })
})

describe('periods', () => {
  it('are a week from Monday on, two of them as a list, or the weeks of a month', () => {
    expect(periodOf('week', '2030-01-09')).toMatchObject({ first: '2030-01-07', name: '7 – 13 Jan 2030' })
    expect(periodOf('list', '2030-01-31')).toMatchObject({ name: '28 Jan – 10 Feb 2030' })
    const month = periodOf('month', '2030-02-14')
    expect([month.days[0], month.days.at(-1), month.name]).toEqual(['2030-01-28', '2030-03-03', 'February 2030'])
  })

  it('lead to the ones before and after', () => {
    expect(step('week', '2030-01-09', 1)).toBe('2030-01-14')
    expect(step('list', '2030-01-09', -1)).toBe('2029-12-24')
    expect(step('month', '2030-01-31', 1)).toBe('2030-02-01')
    expect(step('month', '2030-03-31', -1)).toBe('2030-02-01')
  })

  it('end where hours cannot be opened yet, and begin so that all of it is one question', () => {
    expect(bounds('2030-03-01', 42, 92)).toEqual({ earliest: '2030-01-11', latest: '2030-04-12' })
  })
})

describe('hours to choose from', () => {
  const calendar = [
    day('2030-01-07', ['2030-01-07T12:00:00Z', 'free'], ['2030-01-07T13:00:00Z', 'taken'], ['2030-01-07T20:00:00Z', 'free']),
    day('2030-01-08', ['2030-01-08T12:00:00Z', 'closed']),
  ]

  it('are the free ones, by the days of the user; days without one are left out', () => {
    expect(freeHours(calendar, 'America/New_York')).toEqual([
      { day: '2030-01-07', hours: ['2030-01-07T12:00:00Z', '2030-01-07T20:00:00Z'] },
    ])
    expect(freeHours(calendar, 'Asia/Kolkata').map((choice) => choice.day)).toEqual(['2030-01-07', '2030-01-08'])
  })

  it('are found by instant, however it is written', () => {
    const choices = freeHours(calendar, 'UTC')
    expect(find(choices, '2030-01-07T13:00:00+01:00')).toBe('2030-01-07T12:00:00Z')
    expect(find(choices, '2030-01-07T13:00:00Z')).toBeUndefined()
    expect(find(choices, 'tomorrow')).toBeUndefined()
  })
})
