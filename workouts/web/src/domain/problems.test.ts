import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { explain, WORDS } from './problems'

/** Said by the documents in words: they belong to no operation. */
const OF_NO_OPERATION = ['not-found', 'method-not-allowed']

function slugsOfTheContracts(): string[] {
  const slugs = new Set(OF_NO_OPERATION)
  for (const service of ['trainer', 'trainings', 'users']) {
    const file = resolve(__dirname, `../../../contracts/src/main/resources/openapi/${service}.yml`)
    collect(parse(readFileSync(file, 'utf8')), slugs)
  }
  return [...slugs].sort()
}

function collect(node: unknown, slugs: Set<string>): void {
  if (typeof node !== 'object' || node === null) {
    return
  }
  for (const [name, value] of Object.entries(node)) {
    if (name === 'slug' && typeof value === 'object' && value !== null && 'enum' in value) {
      ;(value.enum as string[]).forEach((slug) => slugs.add(slug))
    }
    collect(value, slugs)
  }
}

describe('the words for refusals', () => {
  it('know every slug of the contracts, and no other', () => {
    expect(slugsOfTheContracts().length).toBeGreaterThan(20)
    expect(Object.keys(WORDS).sort()).toEqual(slugsOfTheContracts())
  })

  it('say what happened and what to do next, in whole sentences', () => {
    for (const { what, next } of Object.values(WORDS)) {
      expect(what).toMatch(/^[A-Z].+[.!]$/)
      expect(next).toMatch(/^[A-Z].+[.!]$/)
    }
  })

  it('show what the gym says where a slug is unknown', () => {
    const problem = { kind: 'refused', status: 409, slug: 'gym-on-fire', message: 'the gym is on fire' } as const
    expect(explain(problem).what).toBe('The gym is on fire.')
  })

  it('have something to say about an answer that is none of the gym', () => {
    const problem = { kind: 'refused', status: 502, slug: '', message: '' } as const
    expect(explain(problem).what).toBe('Something went wrong on the way to the gym.')
  })

  it('tell a missing answer from a refusal', () => {
    expect(explain({ kind: 'unreachable' }).next).toContain('Check your connection')
  })
})
