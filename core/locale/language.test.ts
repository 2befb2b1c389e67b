import { expect, test } from 'vitest';
import { languageFor } from './language';

test.each([
  [['zh-CN'], 'zh-CN'],
  [['zh-Hans-CN', 'en-US'], 'zh-CN'],
  [['zh-SG'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['zh_CN.UTF-8'], 'zh-CN'],
  [['fr-FR', 'zh-Hans', 'en'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['zh-TW', 'en-US'], 'en'],
  [['zh-Hant-HK', 'zh-Hans-CN'], 'zh-CN'],
  [['zh-Hans-HK'], 'zh-CN'],
  [['', 'C', 'de-DE'], 'en'],
  [[], 'en'],
] as const)(
  '[LN1] of the languages %j the system prefers, the first that we speak is %s',
  (preferred, language) => {
    expect(languageFor('system', preferred)).toBe(language);
  },
);

test('[LN1] a chosen language does not ask the system', () => {
  expect(languageFor('en', ['zh-CN'])).toBe('en');
  expect(languageFor('zh-CN', ['en-US'])).toBe('zh-CN');
});
