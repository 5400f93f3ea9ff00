import type { RouteRecordRaw } from 'vue-router'
import type { Role } from './api/contract'

declare module 'vue-router' {
  interface RouteMeta {
    /** For everybody, signed in or not. */
    open?: boolean
    /** For this role only; without it, for every role. */
    role?: Role
  }
}

/** Each page is loaded when it is first looked at. */
export const ROUTES: RouteRecordRaw[] = [
  { path: '/', redirect: '/trainings' },
  { path: '/sign-in', component: () => import('./pages/SignInPage.vue'), meta: { open: true } },
  { path: '/trainings', component: () => import('./pages/TrainingsPage.vue') },
  { path: '/trainings/:uuid', component: () => import('./pages/TrainingPage.vue'), props: true },
  { path: '/trainings/:uuid/move', component: () => import('./pages/MovePage.vue'), props: true },
  { path: '/calendar', component: () => import('./pages/CalendarPage.vue') },
  { path: '/book', component: () => import('./pages/BookPage.vue'), meta: { role: 'attendee' } },
  { path: '/schedule', component: () => import('./pages/SchedulePage.vue'), meta: { role: 'trainer' } },
  { path: '/credits', component: () => import('./pages/CreditsPage.vue'), meta: { role: 'attendee' } },
  { path: '/:rest(.*)*', component: () => import('./pages/NotFoundPage.vue'), meta: { open: true } },
]
