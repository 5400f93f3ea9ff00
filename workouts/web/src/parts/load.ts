import { shallowRef, type ShallowRef } from 'vue'
import type { Answer, Problem } from '../api/answer'

/** Something that is loaded: nothing yet, the value, or why there is none. The last value stays while it is loaded anew. */
export interface Load<Value> {
  value: ShallowRef<Value | undefined>
  problem: ShallowRef<Problem | undefined>
  loading: ShallowRef<boolean>
  reload(): Promise<void>
}

export function useLoad<Value>(load: () => Promise<Answer<Value>>): Load<Value> {
  const value = shallowRef<Value>()
  const problem = shallowRef<Problem>()
  const loading = shallowRef(false)
  let last = 0

  async function reload(): Promise<void> {
    last += 1
    const mine = last
    loading.value = true
    const answer = await load()
    // An answer that was overtaken by a later question is nobody's any more.
    if (mine !== last) {
      return
    }
    loading.value = false
    value.value = answer.ok ? answer.value : value.value
    problem.value = answer.ok ? undefined : answer.problem
  }

  return { value, problem, loading, reload }
}
