// Before the first paint: the colours that were chosen the last time.
try {
  var theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme
  }
} catch {
  // Without storage the system's choice stands.
}
