import type { Problem } from '../api/answer'
import type { Slug } from '../api/contract'

/** What happened, and what to do next. */
export interface Words {
  what: string
  next: string
}

const OWN_MISTAKE = 'Please load the page again. If it happens once more, tell the gym: it is a mistake of this page.'

/** Every refusal of the gym, as a person understands it. */
export const WORDS: Readonly<Record<Slug, Words>> = {
  // About an hour.
  'hour-not-available': { what: 'This hour has just been taken or closed.', next: 'Please choose another one.' },
  'hour-booked': {
    what: 'A training holds this hour, so it cannot be changed here.',
    next: 'Cancel or move the training first.',
  },
  'past-hour': { what: 'This hour has already begun.', next: 'Please choose a later one.' },
  'too-distant': { what: 'This hour is too far ahead.', next: 'Please choose an earlier one.' },
  'not-a-full-hour': { what: 'Trainings begin on the full hour.', next: 'Please choose one of the hours shown.' },
  'outside-working-hours': {
    what: 'The gym is closed at this hour.',
    next: 'Please choose one of the hours shown.',
  },

  // About a booking.
  'not-enough-credits': {
    what: 'You have no credit left, and a training costs one.',
    next: 'Ask the gym for more, or cancel another training in time.',
  },
  'idempotency-key-reused': {
    what: 'The hour that you chose before may have been booked already.',
    next: 'Look at your trainings first. To book this hour, too, press the button again.',
  },
  'note-too-long': { what: 'The note is longer than 1000 characters.', next: 'Please shorten it.' },

  // About a training.
  'training-not-found': {
    what: 'There is no such training, or it is not yours.',
    next: 'Go back to your trainings and choose from there.',
  },
  'already-canceled': { what: 'This training has been cancelled already.', next: 'There is nothing left to do.' },
  'changed-meanwhile': {
    what: 'This training was changed meanwhile, so nothing was done.',
    next: 'Look at how it is now, then decide anew.',
  },
  'training-in-the-past': {
    what: 'This training has begun, so it stays as it is.',
    next: 'For anything that comes after it, talk to the other side.',
  },
  'change-in-progress': {
    what: 'Another change of this is still under way.',
    next: 'Wait a moment, then try again.',
  },
  'too-late-to-reschedule': {
    what: 'Less than 24 hours are left, so the training cannot simply be moved any more.',
    next: 'Propose another time; the other side has to agree.',
  },
  'no-reschedule-requested': {
    what: 'There is no proposal any more: it was answered or taken back.',
    next: 'Look at the training as it is now.',
  },
  'own-proposal': { what: 'This proposal is your own.', next: 'The other side has to approve it.' },

  // About who asks.
  'empty-bearer-token': { what: 'You are not signed in.', next: 'Please sign in again.' },
  'unable-to-verify-jwt': { what: 'Your sign-in is not valid any more.', next: 'Please sign in again.' },
  'invalid-role': { what: 'Your role may not do this.', next: 'Sign in as somebody who may.' },

  // About the gym's services.
  'still-in-progress': {
    what: 'A part of the gym is away. Your change goes on by itself and will be finished.',
    next: 'Look again in a minute to see how it ended. Nothing happens twice.',
  },
  unavailable: {
    what: 'A part of the gym cannot be reached, so nothing was done.',
    next: 'Wait a moment, then try again.',
  },
  'internal-server-error': {
    what: 'Something went wrong at the gym. Somebody was told.',
    next: 'Try again a little later.',
  },

  // About what this page asked: none of it is the fault of who reads it.
  'invalid-request': { what: 'The gym did not understand this page.', next: OWN_MISTAKE },
  'not-found': { what: 'The gym does not know what this page asked for.', next: OWN_MISTAKE },
  'method-not-allowed': { what: 'The gym does not do what this page asked for.', next: OWN_MISTAKE },
  'request-too-large': { what: 'That was more text than the gym takes at once.', next: 'Please send less of it.' },
  'unsupported-media-type': { what: 'The gym could not read what this page sent.', next: OWN_MISTAKE },
  'date-from-after-date-to': { what: 'This page asked for days in the wrong order.', next: OWN_MISTAKE },
  'range-too-long': { what: 'This page asked for more days than the gym shows at once.', next: OWN_MISTAKE },
}

const UNREACHABLE: Words = {
  what: 'No answer came from the gym.',
  next: 'Check your connection, then try again.',
}

const NAMELESS: Words = {
  what: 'Something went wrong on the way to the gym.',
  next: 'Try again a little later.',
}

export function explain(problem: Problem): Words {
  if (problem.kind === 'unreachable') {
    return UNREACHABLE
  }
  const known = (WORDS as Readonly<Record<string, Words | undefined>>)[problem.slug]
  if (known) {
    return known
  }
  return problem.message === '' ? NAMELESS : { what: sentence(problem.message), next: 'Try again a little later.' }
}

function sentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1)
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}
