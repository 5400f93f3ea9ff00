import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  datedInWords,
  dayInWords,
  dayOf,
  daysBetween,
  daysFrom,
  firstOfNextMonth,
  mondayOf,
  offset,
  showTheSame,
  timeOfDay,
  zoneName,
} from './time'

describe('an instant is shown where the user is', () => {
  test.each([
    // instant, zone, day, time
    ['2030-01-07T12:00:00Z', 'UTC', '2030-01-07', '12:00'],
    ['2030-01-07T12:00:00Z', 'America/New_York', '2030-01-07', '07:00'],
    ['2030-01-07T12:00:00Z', 'Asia/Kolkata', '2030-01-07', '17:30'],
    ['2030-01-07T20:00:00Z', 'Asia/Kolkata', '2030-01-08', '01:30'],
    ['2030-01-07T12:00:00Z', 'Australia/Sydney', '2030-01-07', '23:00'],
    ['2030-01-07T13:00:00Z', 'Australia/Sydney', '2030-01-08', '00:00'],
    ['2030-01-07T12:00:00Z', 'Europe/Warsaw', '2030-01-07', '13:00'],
    ['2030-07-08T12:00:00Z', 'Europe/Warsaw', '2030-07-08', '14:00'],
    ['2030-01-01T02:00:00Z', 'America/New_York', '2029-12-31', '21:00'],
    ['2030-01-07T12:00:00+02:00', 'UTC', '2030-01-07', '10:00'],
  ])('%s in %s is %s, %s', (instant, zone, day, time) => {
    expect(dayOf(instant, zone)).toBe(day)
    expect(timeOfDay(instant, zone)).toBe(time)
  })
})

describe('when clocks go forward', () => {
  test.each([
    ['2030-03-31T00:00:00Z', 'Europe/Warsaw', '01:00'],
    ['2030-03-31T01:00:00Z', 'Europe/Warsaw', '03:00'],
    ['2030-03-10T06:00:00Z', 'America/New_York', '01:00'],
    ['2030-03-10T07:00:00Z', 'America/New_York', '03:00'],
    ['2030-10-05T15:00:00Z', 'Australia/Sydney', '01:00'],
    ['2030-10-05T16:00:00Z', 'Australia/Sydney', '03:00'],
  ])('%s in %s is %s, without a doubt', (instant, zone, time) => {
    expect(timeOfDay(instant, zone)).toBe(time)
  })
})

describe('when clocks go back, the hour that comes twice is told apart', () => {
  test.each([
    ['2030-10-26T23:00:00Z', 'Europe/Warsaw', '01:00'],
    ['2030-10-27T00:00:00Z', 'Europe/Warsaw', '02:00 (GMT+2)'],
    ['2030-10-27T01:00:00Z', 'Europe/Warsaw', '02:00 (GMT+1)'],
    ['2030-10-27T02:00:00Z', 'Europe/Warsaw', '03:00'],
    ['2030-11-03T05:00:00Z', 'America/New_York', '01:00 (GMT−4)'],
    ['2030-11-03T06:00:00Z', 'America/New_York', '01:00 (GMT−5)'],
    ['2030-04-06T15:00:00Z', 'Australia/Sydney', '02:00 (GMT+11)'],
    ['2030-04-06T16:00:00Z', 'Australia/Sydney', '02:00 (GMT+10)'],
    ['2030-04-06T14:45:00Z', 'Australia/Lord_Howe', '01:45 (GMT+11)'],
    ['2030-04-06T15:15:00Z', 'Australia/Lord_Howe', '01:45 (GMT+10:30)'],
  ])('%s in %s is %s', (instant, zone, time) => {
    expect(timeOfDay(instant, zone)).toBe(time)
  })
})

describe('zones', () => {
  it('are named as people say them', () => {
    expect([zoneName('America/New_York'), zoneName('America/Argentina/Buenos_Aires'), zoneName('UTC')]).toEqual([
      'New York',
      'Buenos Aires',
      'UTC',
    ])
  })

  it('have an offset that depends on the time of the year', () => {
    expect(offset('2030-01-07T12:00:00Z', 'Europe/Warsaw')).toBe('GMT+1')
    expect(offset('2030-07-07T12:00:00Z', 'Europe/Warsaw')).toBe('GMT+2')
    expect(offset('2030-01-07T12:00:00Z', 'Asia/Kolkata')).toBe('GMT+5:30')
    expect(offset('2030-01-07T12:00:00Z', 'UTC')).toBe('GMT+0')
  })

  it('show the same in winter and something else in summer, as London and UTC do', () => {
    expect(showTheSame('2030-01-07T12:00:00Z', 'Europe/London', 'UTC')).toBe(true)
    expect(showTheSame('2030-07-07T12:00:00Z', 'Europe/London', 'UTC')).toBe(false)
  })
})

describe('days of the calendar', () => {
  it('are counted over months, years and days of 23 hours', () => {
    expect(addDays('2030-02-28', 1)).toBe('2030-03-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2030-01-01', -1)).toBe('2029-12-31')
    expect(daysFrom('2030-03-30', 3)).toEqual(['2030-03-30', '2030-03-31', '2030-04-01'])
    expect(daysBetween('2030-03-30', '2030-04-01')).toBe(2)
    expect(firstOfNextMonth('2030-12-31')).toBe('2031-01-01')
  })

  test.each([
    ['2030-01-07', '2030-01-07'],
    ['2030-01-13', '2030-01-07'],
    ['2030-01-06', '2029-12-31'],
  ])('%s is in the week that begins on Monday %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday)
  })

  it('are said in words, with the year when it is another one', () => {
    expect(dayInWords('2030-01-07')).toBe('Monday 7 January')
    expect(dayInWords('2030-01-07', 'medium')).toBe('Mon 7 Jan')
    expect(datedInWords('2030-01-07', '2030-12-01')).toBe('Monday 7 January')
    expect(datedInWords('2030-01-07', '2029-12-31')).toBe('Monday 7 January 2030')
  })
})
