import { createWebHistory } from 'vue-router'
import './style/tokens.css'
import './style/base.css'
import './style/parts.css'
import { systemClock } from './time/clock'
import type { Surroundings } from './gym'
import { workouts } from './workouts'

const surroundings: Surroundings = {
  fetch: (input, init) => fetch(input, init),
  clock: systemClock,
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  storage: sessionStorage,
}

// Only `npm run dev:fake` has this: in every other build it is left out.
if (import.meta.env.MODE === 'fake') {
  surroundings.fetch = (await import('./testing/dreamt')).dreamtGym(systemClock)
}

const { app, router } = workouts(surroundings, createWebHistory())
await router.isReady()
app.mount('#app')
