import type { Role, Training } from '../api/contract'
import { HOUR_MILLIS, millis } from '../time/time'

/** A training takes an hour. */
export const TRAINING_MILLIS = HOUR_MILLIS

export type Action = 'cancel' | 'move' | 'propose' | 'approve' | 'reject' | 'withdraw'

/** What a training is, as seen now. */
export type Standing = 'ahead' | 'changing' | 'under way' | 'over' | 'cancelled'

export function standingOf(training: Training, now: number): Standing {
  const begun = now - millis(training.time)
  if (training.canceled) {
    return 'cancelled'
  }
  if (begun >= TRAINING_MILLIS) {
    return 'over'
  }
  if (begun >= 0) {
    return 'under way'
  }
  return training.changeInProgress ? 'changing' : 'ahead'
}

/** What this role can do with it now, the most likely first. */
export function actionsOf(training: Training, role: Role, now: number): Action[] {
  if (standingOf(training, now) !== 'ahead') {
    return []
  }
  return [...answersToProposal(training, role), training.moveRequiresAccept ? 'propose' : 'move', 'cancel']
}

function answersToProposal(training: Training, role: Role): Action[] {
  if (!training.moveProposedBy) {
    return []
  }
  return training.moveProposedBy === role ? ['withdraw'] : ['approve', 'reject']
}

/** How it is, for somebody who has seen it otherwise. */
export function nowInWords(training: Training, role: Role, inWords: (time: string) => string): string {
  if (training.canceled) {
    return 'It has been cancelled.'
  }
  const proposal = training.proposedTime
    ? `${inWords(training.proposedTime)} is proposed by ${proposerOf(training, role)}`
    : 'no other time is proposed'
  return `Now it is on ${inWords(training.time)}, and ${proposal}.`
}

/** Who made the proposal, as this role says it. */
export function proposerOf(training: Training, role: Role): string {
  if (training.moveProposedBy === role) {
    return 'you'
  }
  return training.moveProposedBy === 'trainer' ? 'the trainer' : training.user
}
