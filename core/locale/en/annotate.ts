export const annotate = {
  inside: 'Inside {{labels}}',
  'inside-more': 'Inside {{labels}} and {{more}} more',
} as const;
