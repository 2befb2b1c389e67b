export const failures = {
  gone: '{{path}} is not there any more.',
  'unknown-call': 'Postil has no call named {{name}}.',
  'bad-call': '{{name}} was called with what it does not take: {{cause}}',
  'call-failed': 'Something went wrong inside Postil ({{cause}}). Your files are as they were last saved.',
  'open-project-first': 'Open a project first.',
  'bad-change': 'A change was sent that is none: {{cause}}',
  internal: 'Something went wrong inside Postil ({{cause}}). What was shown as saved is safe.',
  'worker-stopped':
    'The part of Postil that reads and writes files stopped unexpectedly ({{cause}}). Everything that was shown as saved is safe.',
  'worker-ended': 'it ended',
  'worker-several-times': 'several times',
  'worker-restarted': 'It was started again.',
  'worker-reopen': 'Please close Postil and open it again.',
} as const;
