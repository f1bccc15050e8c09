/** So that the button beside a field has a name that no field has. */
export const VISIBILITY = { visibilityToggleButtonProps: { 'aria-label': 'Show what is typed' } } as const;
