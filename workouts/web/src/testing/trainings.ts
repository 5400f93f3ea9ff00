import type { Training } from '../api/contract'

/** Ada's, tomorrow and a bit, with nothing special about it. */
export function training(but: Partial<Training> = {}): Training {
  return {
    uuid: '5b7c2f0e-0000-4000-8000-000000000001',
    version: '1',
    user: 'Ada Attendee',
    userUuid: 'c0ffee00-0000-4000-8000-000000000002',
    trainerUuid: 'c0ffee00-0000-4000-8000-000000000001',
    notes: '',
    time: '2030-01-09T12:00:00Z',
    canceled: false,
    changeInProgress: false,
    canBeCancelled: true,
    moveRequiresAccept: false,
    ...but,
  }
}

export const PROPOSED_BY_TRAINER = { proposedTime: '2030-01-10T12:00:00Z', moveProposedBy: 'trainer' } as const
export const PROPOSED_BY_ATTENDEE = { proposedTime: '2030-01-10T12:00:00Z', moveProposedBy: 'attendee' } as const
export const LATE = { canBeCancelled: false, moveRequiresAccept: true } as const
