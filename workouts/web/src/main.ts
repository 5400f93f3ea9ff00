import { createWebHistory } from 'vue-router'
import './style/tokens.css'
import './style/base.css'
import './style/parts.css'
import { systemClock } from './time/clock'
import { workouts } from './workouts'

const surroundings = {
  fetch: (input: string, init: RequestInit) => fetch(input, init),
  clock: systemClock,
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  storage: sessionStorage,
}

const { app, router } = workouts(surroundings, createWebHistory())
await router.isReady()
app.mount('#app')
