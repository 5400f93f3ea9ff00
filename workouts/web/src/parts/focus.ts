/** Whoever cannot see the page learns from the focus that it is another one, or that it has changed. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}
