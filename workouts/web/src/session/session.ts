import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { done, type Answer } from '../api/answer'
import type { Client, Credentials } from '../api/client'
import type { Role, Token } from '../api/contract'
import type { Clock } from '../time/clock'
import { isIdentity, type Identity } from './identities'

/** A token that ends sooner than this is not used any more. */
const RENEWAL_MILLIS = 5 * 60_000

const STORED_AS = 'session'

interface Stored {
  identity: Identity
  token: string
  expiresAt: string
}

/** Who is signed in, in this tab, with a token that is renewed before its end. */
export class Session implements Credentials {
  readonly identity: ComputedRef<Identity | undefined>
  readonly role: ComputedRef<Role | undefined>
  /** It ended by itself: who was signed in did not leave. */
  readonly isLost: ShallowRef<boolean> = shallowRef(false)
  readonly #stored = shallowRef<Stored | undefined>()
  readonly #issuer: Client
  readonly #clock: Clock
  readonly #storage: Storage
  #renewal: Promise<Answer<string>> | undefined

  /** @param issuer asks without a token */
  constructor(issuer: Client, clock: Clock, storage: Storage) {
    this.#issuer = issuer
    this.#clock = clock
    this.#storage = storage
    this.#stored.value = read(storage)
    this.identity = computed(() => this.#stored.value?.identity)
    this.role = computed(() => this.identity.value?.role)
  }

  async signIn(identity: Identity): Promise<Answer<Identity>> {
    const answer = await this.#issue(identity)
    if (!answer.ok) {
      return answer
    }
    this.isLost.value = false
    this.#keep({ identity, ...answer.value })
    return done(identity)
  }

  signOut(): void {
    this.#stored.value = undefined
    this.#storage.removeItem(STORED_AS)
  }

  async token(): Promise<string | undefined> {
    const stored = this.#stored.value
    if (!stored) {
      return undefined
    }
    if (Date.parse(stored.expiresAt) - this.#clock.now() > RENEWAL_MILLIS) {
      return stored.token
    }
    const renewed = await this.#renew(stored)
    return renewed.ok ? renewed.value : stored.token
  }

  async another(refused: string): Promise<string | undefined> {
    const stored = this.#stored.value
    if (!stored) {
      return undefined
    }
    // Somebody else was faster.
    if (stored.token !== refused) {
      return stored.token
    }
    const renewed = await this.#renew(stored)
    if (!renewed.ok && renewed.problem.kind === 'refused' && this.#stored.value === stored) {
      this.isLost.value = true
      this.signOut()
    }
    return renewed.ok ? renewed.value : undefined
  }

  /** One renewal at a time, whoever waits for it. */
  #renew(stored: Stored): Promise<Answer<string>> {
    this.#renewal ??= this.#issue(stored.identity).then((answer) => {
      this.#renewal = undefined
      if (!answer.ok) {
        return answer
      }
      // Whoever signed out meanwhile stays so.
      if (this.#stored.value === stored) {
        this.#keep({ identity: stored.identity, ...answer.value })
      }
      return done(answer.value.token)
    })
    return this.#renewal
  }

  #issue({ userUuid, name, email, role }: Identity): Promise<Answer<Token>> {
    return this.#issuer.ask('post', '/dev/token', { body: { userUuid, name, email, role } })
  }

  #keep(stored: Stored): void {
    this.#stored.value = stored
    this.#storage.setItem(STORED_AS, JSON.stringify(stored))
  }
}

function read(storage: Storage): Stored | undefined {
  try {
    const stored = JSON.parse(storage.getItem(STORED_AS) ?? '') as Partial<Stored>
    return isIdentity(stored.identity) && typeof stored.token === 'string' && typeof stored.expiresAt === 'string'
      ? { identity: stored.identity, token: stored.token, expiresAt: stored.expiresAt }
      : undefined
  } catch {
    return undefined
  }
}
