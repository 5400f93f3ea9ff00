import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { ADA, WANDA } from '../testing/gymInMemory'
import { visit } from '../testing/visit'

const today = () => screen.findByRole('region', { name: 'Monday 7 Jan' }).then(within)
const hour = (name: string) => screen.findByRole('button', { name })

describe('the schedule', () => {
  it('opens an hour, and closes it', async () => {
    const { user, gym } = await visit({ as: WANDA, at: '/schedule' })
    const toggle = await hour('Open Monday 7 January, 14:00')
    expect(toggle).toHaveAttribute('aria-pressed', 'false')
    await user.click(toggle)
    await waitFor(() => expect(gym.calendar('2030-01-07', '2030-01-07')[0]?.hasFreeHours).toBe(true))
    expect(toggle).toHaveAttribute('aria-pressed', 'true')
    await waitFor(() => expect(toggle).toHaveAttribute('aria-disabled', 'false'))
    await user.click(toggle)
    await waitFor(() => expect(gym.calendar('2030-01-07', '2030-01-07')[0]?.hasFreeHours).toBe(false))
    expect(toggle).toHaveAttribute('aria-pressed', 'false')
  })

  it('opens all hours of a day that can be opened, and no past or booked one', async () => {
    const { user, server } = await visit({
      as: WANDA,
      at: '/schedule',
      now: '2030-01-07T13:30:00Z',
      arrange: (gym) => gym.booked(ADA, '2030-01-07T15:00:00Z'),
    })
    await user.click((await today()).getByRole('button', { name: /^Open all/ }))
    await waitFor(() => expect(server.count('PUT', /make-hour-available/)).toBe(1))
    const sent = server.received.find(({ method }) => method === 'PUT')?.body as { hours: string[] }
    expect(sent.hours.map((start) => start.slice(11, 13))).toEqual(['14', '16', '17', '18', '19', '20'])
    await waitFor(async () => expect((await today()).getByRole('button', { name: /^Open all/ })).toBeDisabled())
  })

  it('shows a booked hour with who comes, and nothing to press', async () => {
    await visit({ as: WANDA, at: '/schedule', arrange: (gym) => gym.booked(ADA, '2030-01-07T15:00:00Z') })
    const day = await today()
    expect(day.getByText('Ada Attendee')).toBeVisible()
    expect(day.queryByRole('button', { name: /15:00/ })).not.toBeInTheDocument()
  })

  it('takes back what the gym refused, and says why', async () => {
    const { user, gym } = await visit({
      as: WANDA,
      at: '/schedule',
      arrange: (gym) => gym.openHours('2030-01-07T15:00:00Z'),
    })
    const toggle = await hour('Open Monday 7 January, 15:00')
    gym.booked(ADA, '2030-01-07T15:00:00Z')
    await user.click(toggle)
    expect(await screen.findByRole('alert')).toHaveTextContent('A training holds this hour')
    expect(await (await today()).findByText('Ada Attendee')).toBeVisible()
  })

  it('does not believe in a change without an answer', async () => {
    const { user, server } = await visit({ as: WANDA, at: '/schedule' })
    const toggle = await hour('Open Monday 7 January, 14:00')
    server.failNext('PUT', 'unreachable')
    await user.click(toggle)
    expect(await screen.findByRole('alert')).toHaveTextContent('No answer came from the gym.')
    await waitFor(() => expect(toggle).toHaveAttribute('aria-pressed', 'false'))
  })

  it('goes by the gym’s days and shows the user’s time beside', async () => {
    await visit({ as: WANDA, at: '/schedule', zone: 'Australia/Sydney' })
    expect(await screen.findByText('Days and hours are the gym’s (UTC)')).toBeInTheDocument()
    await hour('Open Monday 7 January, 12:00 23:00 for you')
    await hour('Open Monday 7 January, 13:00 Tue 00:00 for you')
  })

  it('reaches six weeks', async () => {
    const { user } = await visit({ as: WANDA, at: '/schedule' })
    const weeks = within(await screen.findByRole('navigation', { name: 'Week' })).getAllByRole('link')
    expect(weeks).toHaveLength(7)
    await user.click(screen.getByRole('link', { name: 'Week of 18 Feb' }))
    expect(await screen.findByRole('region', { name: 'Monday 18 Feb' })).toHaveTextContent('too far ahead')
  })

  it('is not for attendees', async () => {
    await visit({ as: ADA, at: '/schedule' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Not for your role' })).toBeVisible()
  })
})
