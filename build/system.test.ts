import { describe, expect, test } from 'vitest';
import { missingIn, nameIn, packagesFor } from './system.mjs';

test('missing libraries are read from the output of ldd', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibnss3.so => not found',
  ];
  expect(missingIn(output.join('\n'))).toEqual(['libgtk-3.so.0', 'libnss3.so']);
});

describe('packages to install', () => {
  test('a bare system needs four, which bring the others along', () => {
    const missing = [
      'libgtk-3.so.0',
      'libnss3.so',
      'libasound.so.2',
      'libgbm.so.1',
      'libX11.so.6',
      'libcups.so.2',
    ];
    expect(packagesFor(missing)).toEqual(['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']);
  });

  test('a single library is named alone', () => {
    expect(packagesFor(['libxkbcommon.so.0'])).toEqual(['libxkbcommon0']);
    expect(packagesFor([])).toEqual([]);
  });
});

test.each([
  ['ID=debian\nVERSION_ID="12"\n', 'libasound2', 'libasound2'],
  ['ID=debian\nVERSION_ID="13"\n', 'libasound2', 'libasound2t64'],
  ['ID=debian\n', 'libgtk-3-0', 'libgtk-3-0t64'],
  ['ID=ubuntu\nVERSION_ID="22.04"\n', 'libgtk-3-0', 'libgtk-3-0'],
  ['ID=ubuntu\nVERSION_ID="24.04"\n', 'libgtk-3-0', 'libgtk-3-0t64'],
  ['ID=ubuntu\nVERSION_ID="24.04"\n', 'libnss3', 'libnss3'],
])('on %j %s is called %s', (osRelease, name, there) => {
  expect(nameIn(osRelease, name)).toBe(there);
});
