import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { GymInMemory } from '../testing/gymInMemory'
import { ADA, BEN, WANDA } from '../testing/gymInMemory'
import { visit, type Visit } from '../testing/visit'
import type { Identity } from '../session/identities'

const SOON = '2030-01-07T20:00:00Z'
const FAR = '2030-01-09T14:00:00Z'
const OTHER = '2030-01-10T15:00:00Z'

async function move(as: Identity, time: string, arrange: (gym: GymInMemory, uuid: string) => void = () => undefined): Promise<Visit> {
  let uuid = ''
  const opened = await visit({
    as,
    at: '/trainings',
    arrange: (gym) => {
      uuid = gym.booked(ADA, time, 'mind my knee')
      gym.openHours(OTHER)
      arrange(gym, uuid)
    },
  })
  await opened.router.push(`/trainings/${uuid}/move`)
  return opened
}

const sent = ({ server }: Visit) => server.received.findLast(({ method }) => method === 'PUT')
const shown = ({ gym }: Visit) => gym.trainings(WANDA, '1970-01-01T00:00:00Z', undefined, 'all')[0]

describe('a move, 24 hours ahead or more', () => {
  it('happens at once and keeps the notes', async () => {
    const opened = await move(ADA, FAR)
    expect(await screen.findByRole('heading', { level: 1, name: 'Move Wednesday 9 January, 14:00' })).toBeVisible()
    expect(screen.getByText('moves at once')).toBeVisible()
    expect(screen.getByLabelText('Note')).toHaveValue('mind my knee')
    await opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    await opened.user.click(screen.getByRole('button', { name: 'Move the training' }))
    expect(await screen.findByText('Moved to Thursday 10 January, 15:00.')).toBeVisible()
    expect(sent(opened)?.body).toEqual({ time: OTHER })
    expect(shown(opened)).toMatchObject({ time: OTHER, notes: 'mind my knee' })
  })

  it('sends notes that were edited, also when nothing is left of them', async () => {
    const opened = await move(ADA, FAR)
    await opened.user.clear(await screen.findByLabelText('Note'))
    await opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    await opened.user.click(screen.getByRole('button', { name: 'Move the training' }))
    await screen.findByText(/^Moved/)
    expect(sent(opened)?.body).toEqual({ time: OTHER, notes: '' })
  })

  it('names the attendee to the trainer', async () => {
    await move(WANDA, FAR)
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Move Wednesday 9 January, 14:00 with Ada Attendee' }),
    ).toBeVisible()
  })

  it('to an hour that was taken meanwhile says so and keeps what was written', async () => {
    const opened = await move(ADA, FAR, (gym) => gym.openHours('2030-01-11T15:00:00Z'))
    await opened.user.type(await screen.findByLabelText('Note'), ', please')
    await opened.user.click(screen.getByRole('radio', { name: /Thursday 10 January/ }))
    await opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    opened.gym.booked(BEN, OTHER)
    await opened.user.click(screen.getByRole('button', { name: 'Move the training' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('has just been taken or closed')
    expect(screen.getByLabelText('Note')).toHaveValue('mind my knee, please')
    await waitFor(() => expect(screen.queryByRole('radio', { name: /Thursday 10 January/ })).not.toBeInTheDocument())
  })
})

describe('less than 24 hours ahead', () => {
  it('another time is proposed, and the other side has to agree', async () => {
    const opened = await move(ADA, SOON)
    expect(await screen.findByText(/so the trainer has to agree/)).toBeVisible()
    await opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    await opened.user.click(screen.getByRole('button', { name: 'Propose this time' }))
    expect(await screen.findByText(/^Proposed: Thursday 10 January, 15:00\. Now the trainer/)).toBeVisible()
    expect(shown(opened)).toMatchObject({ time: SOON, proposedTime: OTHER, moveProposedBy: 'attendee', notes: 'mind my knee' })
  })

  it('a move that came too late becomes a proposal', async () => {
    const opened = await move(ADA, FAR)
    await opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    opened.clock.advance(36 * 3_600_000)
    await opened.user.click(screen.getByRole('button', { name: 'Move the training' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Propose another time')
    await opened.user.click(await screen.findByRole('button', { name: 'Propose this time' }))
    expect(await screen.findByText(/^Proposed/)).toBeVisible()
  })
})

describe('what was changed meanwhile', () => {
  const OTHERS = '2030-01-11T15:00:00Z'
  const uuidOf = (opened: Visit) => shown(opened)?.uuid ?? ''

  it.each([
    ['moved', FAR, 'Move the training', 'The open proposal is dropped: Friday 11 January, 15:00, by the trainer.'],
    ['proposed for', SOON, 'Propose this time', 'This replaces the open proposal: Friday 11 January, 15:00, by the trainer.'],
  ])('is not %s until an hour is chosen anew, for what it is now', async (_, time, button, words) => {
    const opened = await move(ADA, time)
    await opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    opened.gym.propose(WANDA, uuidOf(opened), OTHERS, undefined)
    await opened.user.click(screen.getByRole('button', { name: button }))
    expect(await screen.findByRole('alert')).toHaveTextContent('This training was changed meanwhile, so nothing was done.')
    expect(await screen.findByText(words)).toBeVisible()
    expect(shown(opened)).toMatchObject({ time, proposedTime: OTHERS })
    expect(screen.getByRole('button', { name: button })).toBeDisabled()

    await opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    await opened.user.click(screen.getByRole('button', { name: button }))
    await screen.findByText(/^(Moved|Proposed)/)
  })

  it('keeps a note that the other side has edited, and the one that was edited here', async () => {
    const opened = await move(ADA, FAR)
    const choose = async () => opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    const submit = () => opened.user.click(screen.getByRole('button', { name: 'Move the training' }))
    await choose()
    opened.gym.propose(WANDA, uuidOf(opened), OTHERS, 'mind the other knee')
    await submit()
    await waitFor(() => expect(screen.getByLabelText('Note')).toHaveValue('mind the other knee'))

    await opened.user.type(screen.getByLabelText('Note'), ', please')
    await choose()
    opened.gym.propose(WANDA, uuidOf(opened), OTHERS, 'no knees')
    await submit()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Move the training' })).toBeDisabled())
    expect(screen.getByLabelText('Note')).toHaveValue('mind the other knee, please')
  })
})

describe('a wish', () => {
  const keys = ({ server }: Visit) => server.received.filter(({ method }) => method === 'PUT').map(({ key }) => key)
  const submit = (opened: Visit, name = 'Move the training') => opened.user.click(screen.getByRole('button', { name }))

  it('keeps its key while a part of the gym is away, and when it is sent again without an answer', async () => {
    const opened = await move(ADA, FAR)
    await opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    opened.server.failNext('PUT', 'away', 'cut off')
    await submit(opened)
    await screen.findByText(/Trying again in 2 s/)
    opened.clock.advance(2000)
    expect(await screen.findByRole('alert')).toHaveTextContent('No answer came')
    await submit(opened)
    await screen.findByText(/^Moved to Thursday/)
    expect(keys(opened)).toEqual([expect.any(String), keys(opened)[0], keys(opened)[0]])
  })

  it('has another key when it is for another hour, has another note, or was refused', async () => {
    const opened = await move(ADA, FAR, (gym) => gym.openHours('2030-01-10T16:00:00Z'))
    const choose = async (name: string) => opened.user.click(await screen.findByRole('radio', { name }))
    await choose('15:00')
    for (const change of [() => choose('16:00'), () => opened.user.type(screen.getByLabelText('Note'), '!'), async () => undefined]) {
      opened.server.failNext('PUT', 'unreachable')
      await submit(opened)
      await screen.findByRole('alert')
      await change()
    }
    opened.server.failNext('PUT', 'hour-not-available')
    await submit(opened)
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('has just been taken'))
    await submit(opened)
    await screen.findByText(/^Moved to Thursday 10 January, 16:00/)
    expect(keys(opened)).toHaveLength(5)
    expect(keys(opened)[3]).toBe(keys(opened)[2])
    expect(new Set(keys(opened)).size).toBe(4)
  })

  it('that was proposed without an answer is proposed when it is sent again, and only when it is the same', async () => {
    const opened = await move(ADA, SOON)
    await opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    opened.server.failNext('PUT', 'cut off')
    await submit(opened, 'Propose this time')
    await screen.findByRole('alert')
    await opened.user.type(screen.getByLabelText('Note'), '!')
    await submit(opened, 'Propose this time')
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('was changed meanwhile'))
    expect(await screen.findByText(/Thursday 10 January, 15:00, by you/)).toBeVisible()

    await opened.user.click(await screen.findByRole('radio', { name: '15:00' }))
    opened.server.failNext('PUT', 'cut off')
    await submit(opened, 'Propose this time')
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('No answer came'))
    await submit(opened, 'Propose this time')
    expect(await screen.findByText(/^Proposed/)).toBeVisible()
  })
})

describe('what cannot be moved', () => {
  it('says why', async () => {
    await move(ADA, FAR, (gym, uuid) => gym.cancel(ADA, uuid))
    expect(await screen.findByText('This training has been cancelled.')).toBeVisible()
  })

  it('is as good as not there when it is somebody else’s', async () => {
    await move(BEN, FAR)
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no such training, or it is not yours.')
  })
})
