export const imports = {
  offer: 'Import {{file}}?',
  'offer-several': 'Import {{file}} and {{more}} more?',
  'offer-detail': 'Postil does not open it as a document. You see what it holds before anything is changed.',
  'offer-accept': 'Import…',
} as const;
