import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { ADA, BEN, WANDA } from '../testing/gymInMemory'
import { visit } from '../testing/visit'

const FAR = '2030-01-09T14:00:00Z'

describe('signing in', () => {
  it('offers who there is, and leads to where one wanted to go', async () => {
    const { user, router } = await visit({ at: '/credits' })
    expect(router.currentRoute.value.fullPath).toBe('/sign-in?then=/credits')
    expect(await screen.findByText('development profile')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /Ada Attendee attendee/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Credits' })).toHaveFocus()
  })

  it('says that no way is set up where nobody is offered', async () => {
    await visit({ arrange: (_, server) => (server.identities = []) })
    expect(await screen.findByText(/No way to sign in is set up here/)).toBeVisible()
  })

  it('says why it did not work', async () => {
    const { user, server } = await visit({})
    server.failNext('POST', 'not-found')
    await user.click(await screen.findByRole('button', { name: /Ada/ }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The gym does not know')
  })

  it('ends with signing out', async () => {
    const { user } = await visit({ as: ADA, at: '/trainings' })
    await user.click(await screen.findByRole('button', { name: 'Sign out' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Who is training today?' })).toBeVisible()
    expect(screen.queryByRole('navigation', { name: 'Main' })).not.toBeInTheDocument()
  })

  it('is asked for again when the gym does not know one any more', async () => {
    const { user, server } = await visit({ as: ADA, at: '/trainings' })
    await screen.findByRole('link', { name: 'Book your first training' })
    server.revokeTokens()
    server.failNext('POST', 'not-found')
    await user.click(screen.getByRole('link', { name: 'Cancelled' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Who is training today?' })).toBeVisible()
  })
})

describe('the menu', () => {
  const names = async () =>
    within(await screen.findByRole('navigation', { name: 'Main' }))
      .getAllByRole('link')
      .map((link) => link.textContent)

  it('has what is for an attendee', async () => {
    await visit({ as: ADA })
    expect(await names()).toEqual(['Trainings', 'Calendar', 'Book', 'Credits'])
  })

  it('has what is for a trainer', async () => {
    await visit({ as: WANDA })
    expect(await names()).toEqual(['Trainings', 'Calendar', 'Schedule'])
  })

  it('leads to a page whose heading has the focus and whose title says what it is', async () => {
    const { user } = await visit({ as: ADA })
    await user.click(await screen.findByRole('link', { name: 'Calendar' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Calendar' })).toHaveFocus()
    expect(document.title).toBe('Calendar · Wild Workouts')
  })

  it('says when there is nothing at an address', async () => {
    await visit({ as: ADA, at: '/nowhere' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing here' })).toBeVisible()
  })
})

describe('the calendar', () => {
  const arrange = (gym: Awaited<ReturnType<typeof visit>>['gym']) => {
    gym.booked(ADA, FAR)
    gym.booked(BEN, '2030-01-09T15:00:00Z')
    gym.openHours('2030-01-10T16:00:00Z')
  }

  it('shows a week with own trainings, hours that are taken, and free ones that lead to a booking', async () => {
    await visit({ as: ADA, at: '/calendar', arrange })
    const week = within(await screen.findByRole('table', { name: '7 – 13 Jan 2030' }))
    expect(week.getByRole('link', { name: 'Your training on Wednesday 9 January, 14:00' })).toBeVisible()
    expect(week.getByText('Taken')).toBeVisible()
    expect(week.getByRole('link', { name: 'Free to book: Thursday 10 January, 16:00' })).toHaveAttribute(
      'href',
      '/book?hour=2030-01-10T16:00:00Z',
    )
  })

  it('shows a trainer who comes, and open hours that are not to be booked', async () => {
    await visit({ as: WANDA, at: '/calendar', arrange })
    expect(await screen.findByRole('link', { name: 'Ben Attendee on Wednesday 9 January, 15:00' })).toBeVisible()
    expect(screen.getByText('Open')).toBeVisible()
    expect(screen.queryByRole('link', { name: /to book/ })).not.toBeInTheDocument()
  })

  it('shows a month, whose days lead to their weeks', async () => {
    const { user } = await visit({ as: ADA, at: '/calendar?view=month', arrange })
    const month = within(await screen.findByRole('table', { name: 'January 2030' }))
    await user.click(month.getByRole('link', { name: 'Wednesday 9 January: 1 training' }))
    await screen.findByRole('table', { name: '7 – 13 Jan 2030' })
  })

  it('shows the gym’s time beside that of the user in a month, too', async () => {
    await visit({ as: ADA, at: '/calendar?view=month', zone: 'Australia/Sydney', gymZone: 'Europe/Warsaw', arrange })
    const training = await screen.findByRole('link', { name: /^01:00 Training on Thursday 10 January, 01:00/ })
    await waitFor(() => expect(within(training).getByText('Wed 9 Jan 15:00 in Warsaw')).toBeVisible())
  })

  it('shows a list of the days on which there is something', async () => {
    await visit({ as: ADA, at: '/calendar?view=list', arrange })
    await screen.findByRole('region', { name: 'Wednesday 9 January' })
    expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-labelledby'))).toEqual([
      'list-2030-01-09',
      'list-2030-01-10',
    ])
  })

  it('goes back and forth as far as there is anything, and to today', async () => {
    const { user } = await visit({ as: ADA, at: '/calendar?day=2030-02-11', arrange })
    await user.click(await screen.findByRole('link', { name: 'Next' }))
    expect(await screen.findByText('18 – 24 Feb 2030')).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Next' })).not.toBeInTheDocument())
    await user.click(screen.getByRole('link', { name: 'Today' }))
    await screen.findByRole('table', { name: '7 – 13 Jan 2030' })
  })

  it('asks for the gym’s days around those of the user', async () => {
    const { server } = await visit({ as: ADA, at: '/calendar', zone: 'Australia/Sydney', arrange })
    await screen.findByRole('link', { name: 'Your training on Thursday 10 January, 01:00' })
    expect(server.count('GET', /dateFrom=2030-01-06&dateTo=2030-01-14/)).toBe(1)
  })
})

describe('the statement', () => {
  it('has every change with its time, its kind, the amount and the balance, the newest first', async () => {
    await visit({
      as: ADA,
      at: '/credits',
      arrange: (gym) => {
        gym.grant(ADA, 3, 'welcome')
        gym.cancel(WANDA, gym.booked(ADA, '2030-01-07T20:00:00Z'))
      },
    })
    const rows = within(await screen.findByRole('table', { name: 'Changes of your credits' })).getAllByRole('row').slice(1)
    expect(rows.map((row) => within(row).getAllByRole('cell').slice(2).map((cell) => cell.textContent))).toEqual([
      ['+1', '5'],
      ['+1', '4'],
      ['−1', '3'],
      ['+1', '4'],
      ['+3', '3'],
    ])
    expect(rows.at(-1)).toHaveTextContent('Mon 7 Jan, 10:00Credits receivedwelcome')
    expect(rows[0]).toHaveTextContent('Training cancelled late by the gym, extra credit')
    expect(within(rows[0] as HTMLElement).getByRole('link')).toHaveAttribute('href', expect.stringMatching(/^\/trainings\/5b7c/))
  })

  it('goes on where there is more', async () => {
    const { user } = await visit({
      as: ADA,
      at: '/credits',
      arrange: (gym) => {
        for (let grant = 0; grant < 25; grant++) {
          gym.grant(ADA, 1)
        }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Show earlier changes' }))
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(26))
    expect(screen.queryByRole('button', { name: 'Show earlier changes' })).not.toBeInTheDocument()
  })

  it('says when there never was a credit', async () => {
    await visit({ as: ADA, at: '/credits' })
    expect(await screen.findByText('You never had a credit.')).toBeVisible()
  })
})

describe('one training', () => {
  it('has a page of its own, from which it can be cancelled', async () => {
    let uuid = ''
    const { user, router } = await visit({ as: ADA, arrange: (gym) => (uuid = gym.booked(ADA, FAR)) })
    await router.push(`/trainings/${uuid}`)
    await user.click(await screen.findByRole('button', { name: /^Cancel the training/ }))
    const question = within(await screen.findByRole('dialog'))
    await user.click(await question.findByRole('button', { name: 'Cancel the training' }))
    expect(await screen.findByText('Cancelled', { selector: '.chip' })).toBeVisible()
  })
})
