/** Why something was not done. */
export type Problem =
  | { kind: 'refused'; status: number; slug: string; message: string }
  /** No answer came: whether it was done is not known. */
  | { kind: 'unreachable' }

/** A refusal is an answer, too. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

export function done<Value>(value: Value): Answer<Value> {
  return { ok: true, value }
}

export function failed<Value>(problem: Problem): Answer<Value> {
  return { ok: false, problem }
}

export function isRefusedWith(problem: Problem, ...slugs: string[]): boolean {
  return problem.kind === 'refused' && slugs.includes(problem.slug)
}

/** What the page shows is not how things are any more: it has to be loaded anew. */
export function isStale(problem: Problem): boolean {
  return problem.kind === 'refused' && [404, 409, 412].includes(problem.status)
}

/** It was not done and will not be: whatever is asked next is another question. */
export function isFinal(problem: Problem): boolean {
  return problem.kind === 'refused' && problem.status < 500 && !isRefusedWith(problem, 'change-in-progress')
}
