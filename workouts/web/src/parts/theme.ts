import { ref, type Ref } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORED_AS = 'theme'

/** The colours: as the system has them, or as was chosen here and is kept. The file theme.js puts them on first. */
export function useTheme(): { theme: Ref<Theme>; next(): void } {
  const theme = ref<Theme>(stored())

  function next(): void {
    const index = THEMES.indexOf(theme.value)
    theme.value = THEMES[(index + 1) % THEMES.length] ?? 'system'
    apply(theme.value)
  }

  return { theme, next }
}

function stored(): Theme {
  const chosen = document.documentElement.dataset['theme']
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

function apply(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset['theme']
  } else {
    document.documentElement.dataset['theme'] = theme
  }
  try {
    localStorage.setItem(STORED_AS, theme)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
