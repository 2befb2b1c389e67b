import { expect, test } from 'vitest';
import { safeAddress } from './address';

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['HTTP://Example.org', 'http://example.org/'],
  ['mailto:anna@example.org', 'mailto:anna@example.org'],
  ['https://ex\u0430mple.org', 'https://xn--exmple-4nf.org/'],
  ['https://good.example@evil.example/', 'https://good.example@evil.example/'],
  ['javascript:alert(1)', null],
  [' javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['data:text/html,<script>', null],
  ['app://postil/', null],
  ['smb://host/share', null],
  ['chapter-2.html', null],
  ['#note', null],
  ['', null],
])('[Y10] %s is opened as %s', (address, opened) => {
  expect(safeAddress(address)).toBe(opened);
});
