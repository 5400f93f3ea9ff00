import type { CreditChange } from '../api/contract'

const KINDS: Readonly<Record<CreditChange['kind'], string>> = {
  granted: 'Credits received',
  taken: 'Credits taken back',
  booked: 'Training booked',
  released: 'Booking not completed, credit released',
  refunded: 'Training cancelled, credit back',
  fined: 'Extra credit for a late cancellation by the trainer',
}

export function kindInWords(change: CreditChange): string {
  return KINDS[change.kind]
}

/** The reason that was given, unless the kind says it already. */
export function reasonBesideKind(change: CreditChange): string | undefined {
  return kindInWords(change).toLowerCase().startsWith(change.reason.toLowerCase()) ? undefined : change.reason
}

/** `+2` or `−1`, with a real minus. */
export function amountInWords(amount: number): string {
  return amount > 0 ? `+${amount}` : String(amount).replace('-', '−')
}
