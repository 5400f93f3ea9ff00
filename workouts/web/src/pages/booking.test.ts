import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { ADA, BEN, WANDA } from '../testing/gymInMemory'
import { trainingAt, visit } from '../testing/visit'

const TUESDAY = '2030-01-08T12:00:00Z'
const WEDNESDAY = '2030-01-09T14:00:00Z'

const book = () => screen.findByRole('button', { name: 'Book for 1 credit' })
const hour = (name: string | RegExp) => screen.findByRole('radio', { name })

/** Ada has these credits, these hours are open, and she comes to this address. */
const adaWith = (credits: number, hours: string[], at: string) =>
  visit({
    as: ADA,
    at,
    arrange: (gym) => {
      gym.grant(ADA, credits)
      gym.openHours(...hours)
    },
  })

describe('booking', () => {
  it('takes a day, an hour and a note, and says what it costs before', async () => {
    const { user, gym, router } = await adaWith(3, [TUESDAY, WEDNESDAY], '/book')
    expect(await book()).toBeDisabled()
    await user.click(await screen.findByRole('radio', { name: /Wednesday 9 January/ }))
    await user.click(await hour('14:00'))
    const summary = within(screen.getByRole('region', { name: 'Your booking' }))
    expect(summary.getByText(/2 credits will be left/)).toBeVisible()
    expect(summary.getByText('Tuesday 8 January, 14:00')).toBeVisible()
    await user.type(screen.getByLabelText(/Note/), 'mind my knee')
    await user.click(await book())

    expect(await screen.findByText('Booked: Wednesday 9 January, 14:00.')).toBeVisible()
    const training = await trainingAt(/Wednesday 9 January, 14:00/)
    expect(router.currentRoute.value.path).toBe('/trainings')
    expect(training.getByText('mind my knee')).toBeVisible()
    expect(gym.balance(ADA)).toBe(2)
  })

  it.each([
    ['UTC', 'Tuesday 8 January', '12:00'],
    ['America/New_York', 'Tuesday 8 January', '07:00 12:00 UTC'],
    ['Asia/Kolkata', 'Tuesday 8 January', '17:30 12:00 UTC'],
    ['Australia/Sydney', 'Tuesday 8 January', '23:00 12:00 UTC'],
    ['Europe/Warsaw', 'Tuesday 8 January', '13:00 12:00 UTC'],
  ])('from %s picks the hour that is shown: %s, %s', async (zone, day, time) => {
    const { user, server } = await visit({
      as: ADA,
      at: '/book',
      zone,
      arrange: (gym) => {
        gym.grant(ADA, 1)
        gym.openHours(TUESDAY)
      },
    })
    await user.click(await screen.findByRole('radio', { name: new RegExp(day) }))
    await user.click(await hour(time))
    await user.click(await book())
    await screen.findByText(/^Booked/)
    expect(server.received.find(({ method, path }) => method === 'POST' && path === '/api/trainings')?.body).toEqual({ time: TUESDAY })
  })

  it('begins with the hour that was chosen in the calendar', async () => {
    await adaWith(1, [TUESDAY, WEDNESDAY], `/book?hour=${WEDNESDAY}`)
    expect(await hour('14:00')).toBeChecked()
    expect(await book()).toBeEnabled()
  })

  it('says so when that hour is gone', async () => {
    await adaWith(1, [TUESDAY], `/book?hour=${WEDNESDAY}`)
    expect(await screen.findByRole('alert')).toHaveTextContent('has just been taken or closed')
  })

  it('less than 24 hours ahead warns that the credit is lost', async () => {
    await adaWith(1, ['2030-01-07T20:00:00Z'], '/book?hour=2030-01-07T20:00:00Z')
    expect(await screen.findByText(/cancelling will lose the credit/)).toBeVisible()
  })

  it('without a credit explains instead of failing', async () => {
    await visit({ as: ADA, at: '/book', arrange: (gym) => gym.openHours(TUESDAY) })
    expect(await screen.findByText('You have no credit left,')).toBeVisible()
    expect(screen.queryByRole('button', { name: /Book/ })).not.toBeInTheDocument()
  })

  it('says when no hour is free', async () => {
    await visit({ as: ADA, at: '/book', arrange: (gym) => gym.grant(ADA, 1) })
    expect(await screen.findByText('No hour is free at the moment.')).toBeVisible()
  })

  it('of an hour that somebody else took says so, keeps the note and shows what is left', async () => {
    const { user, gym } = await adaWith(2, [TUESDAY, WEDNESDAY], `/book?hour=${TUESDAY}`)
    await user.type(await screen.findByLabelText(/Note/), 'mind my knee')
    gym.booked(BEN, TUESDAY)
    await user.click(await book())

    expect(await screen.findByRole('alert')).toHaveTextContent('This hour has just been taken or closed.')
    expect(screen.getByLabelText(/Note/)).toHaveValue('mind my knee')
    await waitFor(() => expect(screen.queryByRole('radio', { name: /Tuesday/ })).not.toBeInTheDocument())
    expect(gym.balance(ADA)).toBe(2)

    await user.click(await hour('14:00'))
    await user.click(await book())
    expect(await screen.findByText(/^Booked: Wednesday/)).toBeVisible()
  })

  it('that got no answer is repeated with the same key, and books once', async () => {
    const { user, gym, server } = await adaWith(2, [TUESDAY], `/book?hour=${TUESDAY}`)
    await book()
    server.failNext('POST', 'unreachable')
    await user.click(await book())
    expect(await screen.findByRole('alert')).toHaveTextContent('No answer came from the gym.')
    await user.click(await book())
    await screen.findByText(/^Booked/)
    const keys = server.received.filter(({ path, method }) => method === 'POST' && path === '/api/trainings').map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
    expect(gym.balance(ADA)).toBe(1)
  })

  it('shows that it waits while a part of the gym is away', async () => {
    const { user, server, clock } = await adaWith(2, [TUESDAY], `/book?hour=${TUESDAY}`)
    await book()
    server.failNext('POST', 'away')
    await user.click(await book())
    expect(await screen.findByText(/Trying again in 2 s \(2 of 5\)/)).toBeVisible()
    clock.advance(2000)
    expect(await screen.findByText(/^Booked/)).toBeVisible()
  })

  it('does not take a note of more than 1000 characters', async () => {
    const { user } = await adaWith(2, [TUESDAY], `/book?hour=${TUESDAY}`)
    await user.click(await screen.findByLabelText(/Note/))
    await user.paste('ą'.repeat(1000))
    expect(await book()).toBeEnabled()
    await user.paste('!')
    expect(screen.getByText(/1001 of 1000/)).toBeVisible()
    expect(await book()).toBeDisabled()
  })

  it('is not for trainers', async () => {
    await visit({ as: WANDA, at: '/book' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Not for your role' })).toBeVisible()
  })
})
