export const reading = {
  'given-up': 'Reading “{{name}}” was given up.',
} as const;
