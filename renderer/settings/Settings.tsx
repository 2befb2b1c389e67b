import { useRef } from 'react';
import { t } from '../../core/locale/t';
import { usualPreferences } from '../../core/preferences';
import { toggleHints } from '../hints/now';
import { Modal } from '../parts/Modal';
import { chooseLanguage } from '../session/language';
import { closeDialog, openDialog } from '../session/say';
import { prefer, setTheme } from '../session/view';
import { useSession } from '../state';
import { Segments } from './fields';
import { ReadingFields } from './ReadingFields';
import { BackupsField, NameField } from './Typed';

/** Ctrl+,: what a person sets to their liking. All of it is seen at once in the text beside it. */
export function Settings() {
  const info = useSession((state) => state.info);
  const top = useRef<HTMLInputElement>(null);
  if (!info) return null;
  const { preferences, theme, language, annotator } = info;
  const reset = () => {
    prefer(usualPreferences);
    setTheme('system');
    if (!info.hints.on) toggleHints();
    void chooseLanguage('system');
  };
  return (
    <Modal title={t('settings.title')} width="beside" first={top}>
      <div className="settings">
        <section aria-label={t('settings.appearance')}>
          <NameField first={top} key={annotator?.id} name={annotator?.name ?? ''} />
          <Segments
            label={t('settings.theme')}
            value={theme}
            choices={[
              ['system', t('settings.system')],
              ['light', t('settings.light')],
              ['dark', t('settings.dark')],
              ['contrast', t('settings.contrast')],
            ]}
            onChoose={setTheme}
          />
          <Segments
            label={t('settings.language')}
            value={language}
            choices={[
              ['system', t('settings.system')],
              ['en', t('settings.english')],
              ['zh-CN', t('settings.chinese')],
            ]}
            onChoose={(choice) => void chooseLanguage(choice)}
          />
        </section>
        <ReadingFields preferences={preferences} />
        <section aria-label={t('settings.work')}>
          <h3>{t('settings.work')}</h3>
          <label className="choice">
            <input type="checkbox" checked={info.hints.on} onChange={toggleHints} />
            {t('settings.hints')}
          </label>
          <label className="field">
            {t('settings.unit')}
            <select
              value={preferences.unit}
              onChange={(event) => prefer({ unit: event.target.value as typeof preferences.unit })}
            >
              <option value="code-point">{t('settings.codePoints')}</option>
              <option value="utf-16">{t('settings.utf16')}</option>
              <option value="byte">{t('settings.bytes')}</option>
            </select>
          </label>
          <BackupsField count={preferences.backups} />
        </section>
        <div className="actions">
          <button type="button" className="button" onClick={() => openDialog({ kind: 'shortcuts' })}>
            {t('settings.keys')}
          </button>
          <button type="button" className="button" onClick={reset}>
            {t('settings.reset')}
          </button>
          <button type="button" className="button primary" onClick={closeDialog}>
            {t('settings.close')}
          </button>
        </div>
      </div>
    </Modal>
  );
}
