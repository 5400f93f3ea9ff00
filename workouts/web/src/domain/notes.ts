export const NOTE_CHARACTERS_MAX = 1000

/** As the gym counts: an emoji is one character, whatever it takes to store it. */
export function charactersOf(note: string): number {
  return Array.from(note).length
}

export function isTooLong(note: string): boolean {
  return charactersOf(note) > NOTE_CHARACTERS_MAX
}
