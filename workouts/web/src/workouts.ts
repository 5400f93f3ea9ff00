import { createApp, nextTick, watch, type App as VueApp } from 'vue'
import { createRouter, type Router, type RouterHistory } from 'vue-router'
import App from './App.vue'
import { Gym, GYM, type Surroundings } from './gym'
import { focusHeading } from './parts/focus'
import { ROUTES } from './routes'
import { admit } from './session/admission'

export interface Workouts {
  app: VueApp
  router: Router
  gym: Gym
}

/** The whole page, made of what it is given. */
export function workouts(surroundings: Surroundings, history: RouterHistory): Workouts {
  const gym = new Gym(surroundings)
  const router = createRouter({
    history,
    routes: ROUTES,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  })
  router.beforeEach((to) => admit(to, gym.session.identity.value !== undefined))
  router.afterEach((to, from, failure) => {
    if (!failure && from.matched.length > 0 && to.path !== from.path) {
      void nextTick(focusHeading)
    }
  })
  watch(gym.session.identity, (identity) => {
    const here = router.currentRoute.value
    if (!identity && !here.meta['open']) {
      void router.push({ path: '/sign-in', query: gym.session.isLost.value ? { then: here.fullPath } : {} })
    }
    void gym.refreshCredits()
  })
  const app = createApp(App).use(router).provide(GYM, gym)
  return { app, router, gym }
}
