export function creditsInWords(count: number): string {
  return count === 1 ? '1 credit' : `${count} credits`
}
