import { useMemo } from 'react';
import { number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import { isFamily, type Preferences, ranges } from '../../core/preferences';
import { prefer } from '../session/view';
import { Segments, Slider } from './fields';
import { installedFonts, isInstalled } from './fonts';
import { Typed } from './Typed';

/** Family, size, measure and line height of the text. */
export function ReadingFields({ preferences }: { preferences: Preferences }) {
  const { font, family, size, measure, leading } = preferences;
  const offered = useMemo(installedFonts, []);
  return (
    <section aria-label={t('settings.reading')}>
      <h3>{t('settings.reading')}</h3>
      <Segments
        label={t('settings.font')}
        value={font}
        choices={[
          ['serif', t('settings.serif')],
          ['sans', t('settings.sans')],
          ['mono', t('settings.mono')],
          ['own', t('settings.own')],
        ]}
        onChoose={(chosen) => prefer({ font: chosen })}
      />
      {font === 'own' && (
        <>
          <Typed
            label={t('settings.family')}
            value={family}
            list="installed-fonts"
            onTake={(name) => isFamily(name) && prefer({ family: name })}
          />
          <datalist id="installed-fonts">
            {offered.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          {family !== '' && !isInstalled(family) && (
            <p className="muted" role="status">
              {t('settings.notInstalled', { family })}
            </p>
          )}
        </>
      )}
      <Slider
        label={t('settings.size')}
        value={size}
        said={t('settings.pixels', { size })}
        range={ranges.size}
        onChange={(value) => prefer({ size: value })}
      />
      <Slider
        label={t('settings.measure')}
        value={measure}
        said={t('settings.characters', { measure })}
        range={ranges.measure}
        onChange={(value) => prefer({ measure: value })}
      />
      <Slider
        label={t('settings.leading')}
        value={leading}
        said={number(leading)}
        range={ranges.leading}
        onChange={(value) => prefer({ leading: value })}
      />
    </section>
  );
}
