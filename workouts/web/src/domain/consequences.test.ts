import { describe, expect, it, test } from 'vitest'
import { LATE, PROPOSED_BY_TRAINER, training } from '../testing/trainings'
import { consequenceOf } from './consequences'

const same = (time: string) => time

describe('what cancelling does', () => {
  test.each([
    ['attendee', {}, 'your credit comes back', false],
    ['attendee', LATE, 'the credit you paid is lost', true],
    ['trainer', {}, 'Ada Attendee gets 1 credit back', false],
    ['trainer', LATE, 'Ada Attendee gets 2 credits', true],
  ] as const)('by the %s %o: %s', (role, but, words, isLoss) => {
    const consequence = consequenceOf('cancel', training(but), role, same)
    expect(consequence.what).toContain(words)
    expect(consequence.isLoss).toBe(isLoss)
  })
})

describe('what an answer to a proposal does', () => {
  const proposed = training(PROPOSED_BY_TRAINER)

  it('approving moves it', () => {
    expect(consequenceOf('approve', proposed, 'attendee', same).what).toContain('moves to 2030-01-10T12:00:00Z')
  })

  it('rejecting and withdrawing leave it where it is', () => {
    expect(consequenceOf('reject', proposed, 'attendee', same).what).toContain('stays at 2030-01-09T12:00:00Z')
    expect(consequenceOf('withdraw', proposed, 'trainer', same).what).toContain('stays at 2030-01-09T12:00:00Z')
  })
})
