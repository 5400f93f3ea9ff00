import type { Fetch } from '../api/client'
import type { Clock } from '../time/clock'
import { HOUR_MILLIS, instantOf } from '../time/time'
import { ADA, BEN, GymInMemory, WANDA } from './gymInMemory'
import { Server } from './server'

const ANSWER_MILLIS = 250

/** A gym to look at while working on the page, without any service; it is forgotten with the page. */
export function dreamtGym(clock: Clock): Fetch {
  const gym = new GymInMemory(clock, { zone: 'Europe/Warsaw', firstHour: 8, lastHour: 19 })
  const server = new Server(gym, clock)
  const nextHour = Math.ceil(clock.now() / HOUR_MILLIS) * HOUR_MILLIS
  const hours = Array.from({ length: 24 * 14 }, (_, index) => instantOf(nextHour + index * HOUR_MILLIS)).filter((hour) => {
    const local = (new Date(hour).getUTCHours() + 1) % 24
    return local >= 8 && local <= 18 && local % 2 === 0
  })
  gym.openHours(...hours)
  gym.grant(ADA, 7)
  const [soon, later, other] = [hours[1], hours[9], hours[12]]
  if (soon && later && other) {
    gym.propose(WANDA, gym.booked(ADA, soon, 'Mind my left knee, please.'), other, undefined)
    gym.booked(ADA, later)
    gym.booked(BEN, other, 'First time here')
  }
  return async (input, init) => {
    await clock.pause(ANSWER_MILLIS)
    return server.fetch(input, init)
  }
}
