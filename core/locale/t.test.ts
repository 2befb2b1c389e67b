import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { setLanguage } from './current';
import { languages } from './language';
import { enumerated, number, time } from './numbers';
import { t } from './t';

afterEach(() => setLanguage('en'));

test('[LN2] what is said follows the language at once, there and back', () => {
  expect(t('common.cancel')).toBe('Cancel');
  setLanguage('zh-CN');
  expect(t('common.cancel')).toBe('取消');
  setLanguage('en');
  expect(t('common.cancel')).toBe('Cancel');
});

test('[LN3] one and many are told apart where the language does, and numbers are written its way', () => {
  expect(t('app.unsaved', { count: 1 })).toBe('One change could not be saved');
  expect(t('app.unsaved', { count: 0 })).toBe('0 changes could not be saved');
  expect(t('app.unsaved', { count: 12_345 })).toBe('12,345 changes could not be saved');
  setLanguage('zh-CN');
  expect(t('app.unsaved', { count: 1 })).toBe('有 1 处更改未能保存');
  expect(t('app.unsaved', { count: 12_345 })).toBe('有 12,345 处更改未能保存');
});

test('[LN3] numbers, times and enumerations are the language’s own', () => {
  const noon = new Date(2026, 2, 5, 12, 30);
  expect([number(1_234.5), enumerated(['a', 'b'])]).toEqual(['1,234.5', 'a, b']);
  setLanguage('zh-CN');
  expect([number(1_234.5), enumerated(['甲', '乙'])]).toEqual(['1,234.5', '甲、乙']);
  expect(time(noon, { dateStyle: 'long' })).toBe('2026年3月5日');
});

test('[LN4] a value is shown as it is, whatever it looks like', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '$t(common.cancel)',
      '{{name}}',
      '{{count}}',
      '$&',
      '$1',
      '&lt;b&gt;',
      '<i>',
      'a, {{x}}',
      '\\',
    ),
  );
  fc.assert(
    fc.property(hostile, fc.constantFrom(...languages), (name, language) => {
      setLanguage(language);
      expect(t('import.offer', { file: name })).toBe(
        language === 'en' ? `Import ${name}?` : `导入“${name}”？`,
      );
    }),
  );
});
