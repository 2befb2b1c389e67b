export const guidelines = {
  'no-description': 'This label has no description yet. F2 on its chip adds one.',
  none: 'Put a file guidelines.md into the project’s folder: it is shown here. A heading with a label’s name comes into view when that label is at hand.',
  image: 'image',
  'rest-left-out': 'the rest is left out',
} as const;
