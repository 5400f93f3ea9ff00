import type { components as Trainer, paths as TrainerPaths } from './generated/trainer'
import type { components as Trainings, paths as TrainingsPaths } from './generated/trainings'
import type { components as Users, paths as UsersPaths } from './generated/users'

/** Everything that can be asked, from the three documents. */
export interface Paths extends TrainerPaths, TrainingsPaths, UsersPaths {}

export type Training = Trainings['schemas']['Training']
export type TrainingsPage = Trainings['schemas']['Trainings']
export type CalendarDay = Trainer['schemas']['Date']
export type CalendarHour = Trainer['schemas']['Hour']
export type CalendarRules = Trainer['schemas']['CalendarRules']
export type User = Users['schemas']['User']
export type Role = User['role']
export type Statement = Users['schemas']['Statement']
export type CreditChange = Users['schemas']['CreditChange']
export type Token = Users['schemas']['Token']

type SlugOf<Response> = Response extends { content: { 'application/json': { slug: infer Slug } } } ? Slug : never

type SlugsOf<Responses> = { [Name in keyof Responses]: SlugOf<Responses[Name]> }[keyof Responses]

/** Every slug that an operation can be refused with, and the two that belong to no operation. */
export type Slug =
  | SlugsOf<Trainer['responses']>
  | SlugsOf<Trainings['responses']>
  | SlugsOf<Users['responses']>
  | 'not-found'
  | 'method-not-allowed'
