import { FolderOpen, Sparkles } from 'lucide-react';
import { t } from '../../core/locale/t';
import { chooseFolder, openProject, openSample } from '../session/project';
import { useSession } from '../state';

/** Before anything is open: a folder, the sample, or what was open before. */
export function Welcome() {
  const recent = useSession((state) => state.info?.recent) ?? [];
  return (
    <div className="welcome">
      <h1>Postil</h1>
      <p className="welcome-lead">{t('welcome.lead')}</p>
      <div className="welcome-actions">
        <button type="button" className="button primary" onClick={() => void chooseFolder()}>
          <FolderOpen size={16} /> {t('welcome.open')}
        </button>
        <button type="button" className="button" onClick={() => void openSample()}>
          <Sparkles size={16} /> {t('welcome.sample')}
        </button>
      </div>
      <p className="muted">{t('welcome.drop')}</p>
      {recent.length > 0 && (
        <section aria-label={t('welcome.recent-projects')} className="recent">
          <h2>{t('welcome.recent')}</h2>
          {recent.map((folder) => (
            <button
              key={folder}
              type="button"
              className="recent-row"
              onClick={() => void openProject(folder)}
            >
              <span>{folder.split(/[\\/]/).at(-1)}</span>
              <span className="muted clip">{folder}</span>
            </button>
          ))}
        </section>
      )}
    </div>
  );
}
