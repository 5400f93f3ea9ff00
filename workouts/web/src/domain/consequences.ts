import type { Role, Training } from '../api/contract'
import { proposerOf, type Action } from './training'

/** What a change will do, to be read before it is made. */
export interface Consequence {
  question: string
  what: string
  /** A loss is shown as one. */
  isLoss: boolean
  confirm: string
  refrain: string
  /** Said when it is done. */
  done: string
}

/** The changes that are asked about in a dialog; a new time has a page of its own. */
export type Asked = Exclude<Action, 'move' | 'propose'>

/** @param inWords the times, as this user sees them */
export function consequenceOf(
  action: Asked,
  training: Training,
  role: Role,
  inWords: (time: string) => string,
): Consequence {
  switch (action) {
    case 'cancel':
      return role === 'trainer' ? cancelledByTrainer(training) : cancelledByAttendee(training)
    case 'approve':
      return {
        question: 'Move to the proposed time?',
        what: `The training moves to ${inWords(training.proposedTime ?? training.time)}. It costs nothing.`,
        isLoss: false,
        confirm: 'Approve the new time',
        refrain: 'Not now',
        done: 'Approved. The training has moved.',
      }
    case 'reject':
      return {
        question: 'Reject the proposed time?',
        what: `The training stays at ${inWords(training.time)}, and ${proposerOf(training, role)} can propose another time.`,
        isLoss: false,
        confirm: 'Reject the proposal',
        refrain: 'Not now',
        done: 'Rejected. The training stays where it was.',
      }
    case 'withdraw':
      return {
        question: 'Take your proposal back?',
        what: `The training stays at ${inWords(training.time)}.`,
        isLoss: false,
        confirm: 'Withdraw the proposal',
        refrain: 'Leave it open',
        done: 'Withdrawn. The training stays where it was.',
      }
  }
}

const CANCEL = { question: 'Cancel this training?', confirm: 'Cancel the training', refrain: 'Keep it' }

function cancelledByAttendee(training: Training): Consequence {
  return training.canBeCancelled
    ? {
        ...CANCEL,
        what: '24 hours or more are left: your credit comes back.',
        isLoss: false,
        done: 'Cancelled. Your credit is back.',
      }
    : {
        ...CANCEL,
        what: 'Less than 24 hours are left: the credit you paid is lost.',
        isLoss: true,
        done: 'Cancelled. The credit was not returned.',
      }
}

function cancelledByTrainer(training: Training): Consequence {
  return training.canBeCancelled
    ? {
        ...CANCEL,
        what: `24 hours or more are left: ${training.user} gets 1 credit back.`,
        isLoss: false,
        done: `Cancelled. ${training.user} got 1 credit back.`,
      }
    : {
        ...CANCEL,
        what: `Less than 24 hours are left: ${training.user} gets 2 credits, the one paid and one for the short notice.`,
        isLoss: true,
        done: `Cancelled. ${training.user} got 2 credits.`,
      }
}
