import type { CreditChange } from '../api/contract'

const KINDS: Readonly<Record<CreditChange['kind'], string>> = {
  granted: 'Credits received',
  taken: 'Credits taken back',
  booked: 'Training booked',
  released: 'Booking given up, credit back',
  refunded: 'Training cancelled, credit back',
  fined: 'Training cancelled late by the gym, extra credit',
}

export function kindInWords(change: CreditChange): string {
  return KINDS[change.kind]
}

/** The reason that was given, unless the kind says it already. */
export function reasonBesideKind(change: CreditChange): string | undefined {
  return kindInWords(change).toLowerCase().startsWith(change.reason.toLowerCase()) ? undefined : change.reason
}

/** A booking that was given up never became a training: there is nothing to show. */
export function trainingsThatNeverWere(changes: CreditChange[]): Set<string | undefined> {
  return new Set(changes.filter(({ kind }) => kind === 'released').map(({ trainingUuid }) => trainingUuid))
}

/** `+2` or `−1`, with a real minus. */
export function amountInWords(amount: number): string {
  return amount > 0 ? `+${amount}` : String(amount).replace('-', '−')
}
