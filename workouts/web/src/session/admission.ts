import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router'

/** Whoever is not signed in is asked to, and comes back afterwards. */
export function admit(to: RouteLocationNormalized, isSignedIn: boolean): true | RouteLocationRaw {
  if (isSignedIn || to.meta.open) {
    return true
  }
  return { path: '/sign-in', query: to.path === '/trainings' ? {} : { then: to.fullPath } }
}

/** Where to go after signing in: a path of this page, and nowhere else. */
export function destination(then: unknown): string {
  return typeof then === 'string' && /^\/(?![/\\])/.test(then) ? then : '/trainings'
}
