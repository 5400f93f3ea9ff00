import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { ADA, BEN, WANDA } from '../testing/gymInMemory'
import { dialog, trainingAt, visit } from '../testing/visit'
import { DAY_MILLIS } from '../time/time'

const SOON = '2030-01-07T20:00:00Z'
const FAR = '2030-01-09T14:00:00Z'
const OTHER = '2030-01-10T15:00:00Z'
const LATER = '2030-01-11T16:00:00Z'

describe('the list', () => {
  it('shows an attendee the own trainings, in order, with their notes', async () => {
    await visit({
      as: ADA,
      at: '/trainings',
      arrange: (gym) => {
        gym.booked(ADA, FAR, 'second')
        gym.booked(ADA, SOON, 'first')
        gym.booked(BEN, OTHER)
      },
    })
    await trainingAt(/Wednesday 9 January, 14:00/)
    expect(screen.getAllByRole('article').map((card) => card.textContent)).toEqual([
      expect.stringContaining('first'),
      expect.stringContaining('second'),
    ])
  })

  it('shows the trainer who comes', async () => {
    await visit({ as: WANDA, at: '/trainings', arrange: (gym) => gym.booked(BEN, FAR) })
    await trainingAt('Wednesday 9 January, 14:00 with Ben Attendee')
  })

  it('shows the gym’s time beside that of the user', async () => {
    await visit({ as: ADA, at: '/trainings', zone: 'Asia/Kolkata', gymZone: 'Europe/Warsaw', arrange: (gym) => gym.booked(ADA, FAR) })
    const training = await trainingAt('Wednesday 9 January, 19:30')
    await waitFor(() => expect(training.getByText('15:00 in Warsaw')).toBeVisible())
    expect(screen.getByText(/Times are in Asia\/Kolkata \(GMT\+5:30\)/)).toBeVisible()
  })

  it('invites to book when there is nothing', async () => {
    await visit({ as: ADA, at: '/trainings' })
    expect(await screen.findByRole('link', { name: 'Book your first training' })).toHaveAttribute('href', '/book')
  })

  it('keeps past and cancelled trainings apart, the latest first', async () => {
    const { user, clock } = await visit({
      as: ADA,
      at: '/trainings',
      arrange: (gym) => {
        gym.booked(ADA, SOON, 'older')
        gym.booked(ADA, FAR, 'newer')
        gym.cancel(ADA, gym.booked(ADA, OTHER, 'not any more'))
      },
    })
    clock.advance(5 * DAY_MILLIS)
    await user.click(await screen.findByRole('link', { name: 'Past' }))
    await waitFor(() =>
      expect(screen.getAllByRole('article').map((card) => card.textContent)).toEqual([
        expect.stringContaining('newer'),
        expect.stringContaining('older'),
      ]),
    )
    expect(screen.queryByRole('button', { name: /Cancel/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('link', { name: 'Cancelled' }))
    expect((await trainingAt(/Thursday 10 January/)).getByText('Cancelled')).toBeVisible()
  })

  it('has another page when there are many', async () => {
    const { user } = await visit({
      as: ADA,
      at: '/trainings',
      arrange: (gym) => {
        for (let day = 8; day <= 31; day++) {
          gym.booked(ADA, `2030-01-${String(day).padStart(2, '0')}T12:00:00Z`)
        }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Show more' }))
    await trainingAt(/Thursday 31 January/)
    expect(screen.getAllByRole('article')).toHaveLength(24)
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
  })

  it('says what went wrong, and tries again', async () => {
    const { user } = await visit({
      as: ADA,
      at: '/past',
      arrange: (gym, server) => {
        gym.booked(ADA, FAR)
        server.failNext('GET', 'unreachable', 'unreachable', 'unreachable')
      },
    })
    await user.click(await screen.findByRole('link', { name: 'Go to your trainings' }))
    const again = await screen.findByRole('button', { name: 'Try again' })
    expect(screen.getByRole('alert')).toHaveTextContent('No answer came from the gym.')
    await user.click(again)
    await trainingAt(/Wednesday 9 January/)
  })

  it('shows a change that is in progress, and lets nobody begin another', async () => {
    const { user, gym } = await visit({
      as: ADA,
      at: '/trainings',
      arrange: (gym) => gym.mark(gym.booked(ADA, FAR), true),
    })
    const training = await trainingAt(/Wednesday 9 January/)
    expect(training.getByText('A change is in progress')).toBeVisible()
    expect(training.queryByRole('button', { name: /Cancel/ })).not.toBeInTheDocument()
    gym.mark(gym.trainings(ADA, '1970-01-01T00:00:00Z', undefined, 'all')[0]?.uuid ?? '', false)
    await user.click(training.getByRole('button', { name: 'Look again' }))
    expect(await screen.findByRole('button', { name: /Cancel/ })).toBeVisible()
  })
})

describe('cancelling', () => {
  it.each([
    ['the attendee, in time', ADA, FAR, 'your credit comes back', 1],
    ['the attendee, late', ADA, SOON, 'the credit you paid is lost', 0],
    ['the trainer, in time', WANDA, FAR, 'Ada Attendee gets 1 credit back', 1],
    ['the trainer, late', WANDA, SOON, 'Ada Attendee gets 2 credits', 2],
  ])('by %s says what it does, then does it', async (_, who, time, words, balance) => {
    const { user, gym } = await visit({ as: who, at: '/trainings', arrange: (gym) => gym.booked(ADA, time) })
    await user.click(await screen.findByRole('button', { name: /^Cancel the training on/ }))
    const question = await dialog()
    expect(await question.findByText(new RegExp(words))).toBeVisible()
    await user.click(question.getByRole('button', { name: 'Cancel the training' }))
    expect(await screen.findByText(/^Cancelled\./)).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('article')).not.toBeInTheDocument())
    expect(screen.getByRole('heading', { level: 1, name: 'Trainings' })).toHaveFocus()
    expect(gym.balance(ADA)).toBe(balance)
  })

  it('is only a question until it is confirmed', async () => {
    const { user, server } = await visit({ as: ADA, at: '/trainings', arrange: (gym) => gym.booked(ADA, FAR) })
    await user.click(await screen.findByRole('button', { name: /^Cancel/ }))
    await user.click((await dialog()).getByRole('button', { name: 'Keep it' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(server.count('DELETE', /./)).toBe(0)
  })

  it('says what it costs at the moment of the question, however old the list is', async () => {
    const { user, clock } = await visit({ as: ADA, at: '/trainings', arrange: (gym) => gym.booked(ADA, FAR) })
    const button = await screen.findByRole('button', { name: /^Cancel/ })
    clock.advance(2 * DAY_MILLIS)
    await user.click(button)
    expect(await (await dialog()).findByText(/the credit you paid is lost/)).toBeVisible()
  })

  it('of what the other side has cancelled says so and shows how it is', async () => {
    const { user, gym } = await visit({ as: ADA, at: '/trainings', arrange: (gym) => gym.booked(ADA, FAR) })
    await user.click(await screen.findByRole('button', { name: /^Cancel/ }))
    const question = await dialog()
    await question.findByText(/your credit comes back/)
    gym.cancel(WANDA, gym.trainings(ADA, FAR, undefined, 'all')[0]?.uuid ?? '')
    await user.click(question.getByRole('button', { name: 'Cancel the training' }))
    expect(await question.findByRole('alert')).toHaveTextContent(/was changed meanwhile.*It has been cancelled\./)
    expect(question.queryByRole('button', { name: 'Cancel the training' })).not.toBeInTheDocument()
    await user.click(question.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('article')).not.toBeInTheDocument())
  })

  it('keeps the question open when no answer came', async () => {
    const { user, server, gym } = await visit({ as: ADA, at: '/trainings', arrange: (gym) => gym.booked(ADA, FAR) })
    await user.click(await screen.findByRole('button', { name: /^Cancel/ }))
    const question = await dialog()
    const confirm = await question.findByRole('button', { name: 'Cancel the training' })
    server.failNext('DELETE', 'unreachable')
    await user.click(confirm)
    expect(await question.findByRole('alert')).toHaveTextContent('No answer came')
    await user.click(confirm)
    await screen.findByText(/^Cancelled\./)
    expect(gym.balance(ADA)).toBe(1)
  })

  it('that was done without an answer has the same key when it is confirmed again, and is done once', async () => {
    const { user, server, gym } = await visit({ as: ADA, at: '/trainings', arrange: (gym) => gym.booked(ADA, FAR) })
    await user.click(await screen.findByRole('button', { name: /^Cancel/ }))
    const question = await dialog()
    const confirm = await question.findByRole('button', { name: 'Cancel the training' })
    server.failNext('DELETE', 'cut off')
    await user.click(confirm)
    await question.findByRole('alert')
    await user.click(confirm)
    await screen.findByText(/^Cancelled\./)
    const keys = server.received.filter(({ method }) => method === 'DELETE').map(({ key }) => key)
    expect(keys).toEqual([expect.any(String), keys[0]])
    expect(gym.balance(ADA)).toBe(1)
  })

  it('has another key when it is another question', async () => {
    const { user, server } = await visit({ as: ADA, at: '/trainings', arrange: (gym) => gym.booked(ADA, FAR) })
    for (const _ of ['once', 'twice']) {
      await user.click(await screen.findByRole('button', { name: /^Cancel/ }))
      const question = await dialog()
      server.failNext('DELETE', 'unreachable')
      await user.click(await question.findByRole('button', { name: 'Cancel the training' }))
      await question.findByRole('alert')
      await user.click(question.getByRole('button', { name: 'Keep it' }))
      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    }
    const keys = server.received.filter(({ method }) => method === 'DELETE').map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(2)
  })
})

describe('a proposal', () => {
  const proposed = (by: typeof ADA) => ({
    arrange: (gym: Awaited<ReturnType<typeof visit>>['gym']) => {
      const uuid = gym.booked(ADA, SOON)
      gym.openHours(OTHER)
      gym.propose(by, uuid, OTHER, undefined)
    },
  })

  it('stands beside the old time, with who made it', async () => {
    await visit({ as: ADA, at: '/trainings', ...proposed(WANDA) })
    const training = await trainingAt(/Monday 7 January, 20:00/)
    expect(training.getByRole('link', { name: 'Monday 7 January, 20:00' }).closest('s')).not.toBeNull()
    expect(training.getByText('Thursday 10 January, 15:00').parentElement).toHaveTextContent('proposed by the trainer')
  })

  it('is approved by the other side', async () => {
    const { user } = await visit({ as: ADA, at: '/trainings', ...proposed(WANDA) })
    await user.click(await screen.findByRole('button', { name: /^Approve/ }))
    const question = await dialog()
    expect(await question.findByText(/moves to Thursday 10 January, 15:00/)).toBeVisible()
    await user.click(question.getByRole('button', { name: 'Approve the new time' }))
    await trainingAt(/^Thursday 10 January, 15:00/)
  })

  it('is rejected by the other side', async () => {
    const { user } = await visit({ as: WANDA, at: '/trainings', ...proposed(ADA) })
    await user.click(await screen.findByRole('button', { name: /^Reject/ }))
    await user.click(await (await dialog()).findByRole('button', { name: 'Reject the proposal' }))
    expect(await screen.findByText(/^Rejected/)).toBeVisible()
    await waitFor(() => expect(screen.queryByText(/proposed by/)).not.toBeInTheDocument())
  })

  it('is taken back by who made it, and only that', async () => {
    const { user } = await visit({ as: ADA, at: '/trainings', ...proposed(ADA) })
    await user.click(await screen.findByRole('button', { name: /^Withdraw/ }))
    expect(screen.queryByRole('button', { name: /Approve/ })).not.toBeInTheDocument()
    await user.click(await (await dialog()).findByRole('button', { name: 'Withdraw the proposal' }))
    expect(await screen.findByText(/^Withdrawn/)).toBeVisible()
  })

  it.each([
    ['approved', ADA, /^Approve/, 'Approve the new time'],
    ['rejected', ADA, /^Reject/, 'Reject the proposal'],
    ['taken back', WANDA, /^Withdraw/, 'Withdraw the proposal'],
  ])('that is another one meanwhile is not %s: the new one is shown, and asked about anew', async (_, who, action, confirm) => {
    const { user, gym, server } = await visit({ as: who, at: '/trainings', ...proposed(WANDA) })
    await user.click(await screen.findByRole('button', { name: action }))
    const question = await dialog()
    await question.findByRole('button', { name: confirm })
    const shown = gym.trainings(ADA, SOON, undefined, 'all')[0]
    gym.openHours(LATER)
    gym.propose(WANDA, shown?.uuid ?? '', LATER, undefined)
    await user.click(question.getByRole('button', { name: confirm }))

    const alert = await question.findByRole('alert')
    expect(alert).toHaveTextContent('This training was changed meanwhile, so nothing was done.')
    expect(alert).toHaveTextContent(/Now it is on Monday 7 January, 20:00, and Friday 11 January, 16:00 is proposed by/)
    expect(question.queryByRole('button', { name: confirm })).not.toBeInTheDocument()
    expect(gym.training(ADA, shown?.uuid ?? '')).toMatchObject({ time: SOON, proposedTime: LATER })
    expect(server.received.findLast(({ method }) => method === 'PUT')?.match).toBe(`"${shown?.version}"`)

    await user.click(question.getByRole('button', { name: 'Close' }))
    const training = await trainingAt(/Monday 7 January, 20:00/)
    expect(await training.findByText('Friday 11 January, 16:00')).toBeVisible()
    await user.click(training.getByRole('button', { name: action }))
    await user.click(await (await dialog()).findByRole('button', { name: confirm }))
    await waitFor(() => expect(screen.queryByText(/proposed by/)).not.toBeInTheDocument())
  })

  it('that changed before the question was asked is told as it is', async () => {
    const { user, gym } = await visit({ as: ADA, at: '/trainings', ...proposed(WANDA) })
    const button = await screen.findByRole('button', { name: /^Approve/ })
    gym.openHours(LATER)
    gym.propose(WANDA, gym.trainings(ADA, SOON, undefined, 'all')[0]?.uuid ?? '', LATER, undefined)
    await user.click(button)
    const question = await dialog()
    expect(await question.findByText(/moves to Friday 11 January, 16:00/)).toBeVisible()
    await user.click(question.getByRole('button', { name: 'Approve the new time' }))
    await trainingAt(/^Friday 11 January, 16:00/)
  })

  it('that was rejected without an answer is so when it is confirmed again', async () => {
    const { user, server } = await visit({ as: WANDA, at: '/trainings', ...proposed(ADA) })
    await user.click(await screen.findByRole('button', { name: /^Reject/ }))
    const question = await dialog()
    const confirm = await question.findByRole('button', { name: 'Reject the proposal' })
    server.failNext('PUT', 'cut off')
    await user.click(confirm)
    await question.findByRole('alert')
    await user.click(confirm)
    expect(await screen.findByText(/^Rejected/)).toBeVisible()
  })
})
