export const viewer = {
  text: 'Document text',
  suggested: '{{label}}, suggested',
  link: '{{address}}\nCtrl+click opens it',
  image: 'Image',
  'unknown-label': 'Unknown label',
} as const;
