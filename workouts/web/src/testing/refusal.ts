import type { Slug } from '../api/contract'

/** What the doubled gym answers when it does not do something. */
export class Refusal extends Error {
  readonly status: number
  readonly slug: Slug

  constructor(status: number, slug: Slug, message: string) {
    super(message)
    this.status = status
    this.slug = slug
  }
}

export function conflict(slug: Slug): Refusal {
  return new Refusal(409, slug, `refused: ${slug}`)
}

export function against(slug: Slug): Refusal {
  return new Refusal(422, slug, `against the rules: ${slug}`)
}
