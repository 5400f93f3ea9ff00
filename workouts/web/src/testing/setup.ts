import { configure } from '@testing-library/dom'
import '@testing-library/jest-dom/vitest'

// Only what fails waits so long: a machine with other work is no reason to fail.
configure({ asyncUtilTimeout: 10_000 })

// jsdom has the element, and nothing that it can do.
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement): void {
  this.open = true
}
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement): void {
  this.open = false
}
window.scrollTo = () => undefined
