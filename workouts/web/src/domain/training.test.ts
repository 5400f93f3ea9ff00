import { describe, expect, it, test } from 'vitest'
import { LATE, PROPOSED_BY_ATTENDEE, PROPOSED_BY_TRAINER, training } from '../testing/trainings'
import { actionsOf, nowInWords, proposerOf, standingOf } from './training'

const NOW = Date.parse('2030-01-07T10:00:00Z')
const AT = (time: string) => Date.parse(time)

describe('what can be done with a training', () => {
  test.each([
    // training, attendee can, trainer can
    ['24 hours ahead or more', {}, ['move', 'cancel'], ['move', 'cancel']],
    ['less than 24 hours ahead', LATE, ['propose', 'cancel'], ['propose', 'cancel']],
    [
      'with a proposal of the trainer',
      PROPOSED_BY_TRAINER,
      ['approve', 'reject', 'move', 'cancel'],
      ['withdraw', 'move', 'cancel'],
    ],
    [
      'with a proposal of the attendee, late',
      { ...LATE, ...PROPOSED_BY_ATTENDEE },
      ['withdraw', 'propose', 'cancel'],
      ['approve', 'reject', 'propose', 'cancel'],
    ],
    ['while a change is in progress', { ...PROPOSED_BY_TRAINER, changeInProgress: true }, [], []],
    ['cancelled', { canceled: true }, [], []],
  ])('%s', (_, but, attendee, trainer) => {
    expect(actionsOf(training(but), 'attendee', NOW)).toEqual(attendee)
    expect(actionsOf(training(but), 'trainer', NOW)).toEqual(trainer)
  })

  it('is nothing from its beginning on', () => {
    expect(actionsOf(training(), 'attendee', AT('2030-01-09T11:59:59Z'))).not.toEqual([])
    expect(actionsOf(training(), 'attendee', AT('2030-01-09T12:00:00Z'))).toEqual([])
  })

  it('follows what the gym says about the 24 hours, not the clock of the browser', () => {
    const clockThatIsWrong = AT('2030-01-09T11:00:00Z')
    expect(actionsOf(training(), 'attendee', clockThatIsWrong)).toContain('move')
  })
})

describe('how a training stands', () => {
  test.each([
    ['2030-01-09T11:59:59Z', {}, 'ahead'],
    ['2030-01-09T11:59:59Z', { changeInProgress: true }, 'changing'],
    ['2030-01-09T12:00:00Z', {}, 'under way'],
    ['2030-01-09T12:59:59Z', {}, 'under way'],
    ['2030-01-09T13:00:00Z', {}, 'over'],
    ['2030-01-09T13:00:00Z', { canceled: true }, 'cancelled'],
  ])('at %s %o: %s', (now, but, standing) => {
    expect(standingOf(training(but), AT(now))).toBe(standing)
  })
})

test.each([
  [{}, 'Now it is on 2030-01-09T12:00:00Z, and no other time is proposed.'],
  [PROPOSED_BY_TRAINER, 'Now it is on 2030-01-09T12:00:00Z, and 2030-01-10T12:00:00Z is proposed by the trainer.'],
  [{ canceled: true }, 'It has been cancelled.'],
])('what has become of it is said: %o', (but, words) => {
  expect(nowInWords(training(but), 'attendee', (time) => time)).toBe(words)
})

test('who proposed is said from where one stands', () => {
  expect(proposerOf(training(PROPOSED_BY_TRAINER), 'trainer')).toBe('you')
  expect(proposerOf(training(PROPOSED_BY_TRAINER), 'attendee')).toBe('the trainer')
  expect(proposerOf(training(PROPOSED_BY_ATTENDEE), 'trainer')).toBe('Ada Attendee')
})
