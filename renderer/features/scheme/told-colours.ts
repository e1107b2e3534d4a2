// Text that says how things stand, dark enough on white and light enough in the dark (WCAG AA, 4.5:1).

export const FAULT_COLOUR = 'var(--mantine-color-error)'
export const WHOLE_COLOUR = 'light-dark(var(--mantine-color-teal-9), var(--mantine-color-teal-4))'
