import { describe, expect, it, test } from 'vitest'
import type { CreditChange } from '../api/contract'
import { creditsInWords } from './credits'
import { charactersOf, isTooLong } from './notes'
import { amountInWords, kindInWords, reasonBesideKind, trainingsThatNeverWere } from './statement'

function change(but: Partial<CreditChange>): CreditChange {
  return { time: '2030-01-06T09:30:00Z', kind: 'booked', amount: -1, balance: 6, reason: 'training booked', ...but }
}

describe('a note', () => {
  it('is counted in characters, whatever they take', () => {
    expect(charactersOf('knees 🏋')).toBe(7)
    expect(isTooLong('ą'.repeat(1000))).toBe(false)
    expect(isTooLong('🏋'.repeat(1000))).toBe(false)
    expect(isTooLong('🏋'.repeat(1001))).toBe(true)
  })
})

describe('a statement', () => {
  test.each([
    [2, '+2'],
    [-1, '−1'],
    [0, '0'],
  ])('shows %i as %s', (amount, words) => {
    expect(amountInWords(amount)).toBe(words)
  })

  it('says a reason that the kind does not say', () => {
    expect(reasonBesideKind(change({}))).toBeUndefined()
    expect(reasonBesideKind(change({ kind: 'granted', reason: 'welcome' }))).toBe('welcome')
  })

  it('knows which bookings never became a training', () => {
    const lost = change({ kind: 'released', amount: 1, trainingUuid: 'lost' })
    expect(trainingsThatNeverWere([lost, change({ trainingUuid: 'lost' }), change({ trainingUuid: 'kept' })])).toEqual(
      new Set(['lost']),
    )
  })

  it('has words for every kind', () => {
    const kinds = ['granted', 'taken', 'booked', 'released', 'refunded', 'fined'] as const
    expect(new Set(kinds.map((kind) => kindInWords(change({ kind })))).size).toBe(kinds.length)
  })
})

test('one credit is not many', () => {
  expect([0, 1, 2].map(creditsInWords)).toEqual(['0 credits', '1 credit', '2 credits'])
})
