import { FolderOpen, Sparkles } from 'lucide-react';
import { chooseFolder, openProject, openSample } from '../session/project';
import { useSession } from '../state';

/** Before anything is open: a folder, the sample, or what was open before. */
export function Welcome() {
  const recent = useSession((state) => state.info?.recent) ?? [];
  return (
    <div className="welcome">
      <h1>Postil</h1>
      <p className="welcome-lead">
        Annotate documents by hand. Everything stays in the folder on your own machine.
      </p>
      <div className="welcome-actions">
        <button type="button" className="button primary" onClick={() => void chooseFolder()}>
          <FolderOpen size={16} /> Open a folder…
        </button>
        <button type="button" className="button" onClick={() => void openSample()}>
          <Sparkles size={16} /> Try the sample
        </button>
      </div>
      <p className="muted">…or drop a folder or a text file anywhere on this window.</p>
      {recent.length > 0 && (
        <section aria-label="Recent projects" className="recent">
          <h2>Recent</h2>
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
