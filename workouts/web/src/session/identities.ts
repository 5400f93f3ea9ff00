import type { Role } from '../api/contract'
import type { Fetch } from '../api/client'
import { done, failed, type Answer } from '../api/answer'

/** Somebody whom the development profile lets one be. */
export interface Identity {
  userUuid: string
  name: string
  email: string
  role: Role
}

/** Whom the server offers to sign in as; none, where no such way is set up. */
export async function identities(fetch: Fetch): Promise<Answer<Identity[]>> {
  let response: Response
  try {
    response = await fetch('/config.json', { headers: { Accept: 'application/json' }, cache: 'no-store' })
  } catch {
    return failed({ kind: 'unreachable' })
  }
  const config: unknown = await response.json().catch(() => undefined)
  if (!response.ok || typeof config !== 'object' || config === null) {
    return failed({ kind: 'refused', status: response.status, slug: '', message: '' })
  }
  const offered: unknown = 'identities' in config ? config.identities : []
  return done(Array.isArray(offered) ? offered.filter(isIdentity) : [])
}

export function isIdentity(candidate: unknown): candidate is Identity {
  if (typeof candidate !== 'object' || candidate === null) {
    return false
  }
  const { userUuid, name, email, role } = candidate as Partial<Record<keyof Identity, unknown>>
  return (
    typeof userUuid === 'string' &&
    typeof name === 'string' &&
    typeof email === 'string' &&
    (role === 'trainer' || role === 'attendee')
  )
}
