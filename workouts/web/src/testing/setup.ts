import '@testing-library/jest-dom/vitest'

// jsdom has the element, and nothing that it can do.
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement): void {
  this.open = true
}
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement): void {
  this.open = false
}
window.scrollTo = () => undefined
