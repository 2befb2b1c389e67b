import { expect, test } from 'vitest';
import { parseArguments } from './arguments';

const nothing = { path: null, sample: false, annotator: null };

test.each([
  [[], nothing],
  [['docs'], { ...nothing, path: '/home/anna/docs' }],
  [['--no-sandbox', '/texts/postil.json', 'later'], { ...nothing, path: '/texts/postil.json' }],
  [['file:///my%20docs/a.txt'], { ...nothing, path: '/my docs/a.txt' }],
  [['file://elsewhere/a.txt'], { ...nothing, path: '/home/anna/file:/elsewhere/a.txt' }],
  [['--sample'], { ...nothing, sample: true }],
  [['--annotator=Anna B', 'docs'], { path: '/home/anna/docs', sample: false, annotator: 'Anna B' }],
  [['--annotator', 'Anna', 'docs'], { path: '/home/anna/docs', sample: false, annotator: 'Anna' }],
  [['--annotator='], nothing],
  [['--annotator'], nothing],
  [['--user-data-dir=/tmp/x', ''], nothing],
])('installed: postil %j', (args, expected) => {
  expect(parseArguments(['/usr/bin/postil', ...args], null, '/home/anna')).toEqual(expected);
});

test.each([
  [['/repo'], nothing],
  [['--no-sandbox', '/repo', '--sample'], { ...nothing, sample: true }],
  [['/repo', '/repo'], { ...nothing, path: '/repo' }],
  [['/repo', 'docs'], { ...nothing, path: '/repo/docs' }],
  [['.', 'docs'], { ...nothing, path: '/repo/docs' }],
])('from the repository: electron %j', (args, expected) => {
  expect(parseArguments(['/electron', ...args], '/repo', '/repo')).toEqual(expected);
});
