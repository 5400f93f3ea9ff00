import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'

/** Whether the page is as narrow as on a phone; false where nobody knows. */
export function useNarrow(): ShallowRef<boolean> {
  const narrow = shallowRef(false)
  const query = typeof matchMedia === 'function' ? matchMedia('(width < 52rem)') : undefined
  const follow = () => {
    narrow.value = query?.matches ?? false
  }
  follow()
  query?.addEventListener('change', follow)
  onBeforeUnmount(() => query?.removeEventListener('change', follow))
  return narrow
}
