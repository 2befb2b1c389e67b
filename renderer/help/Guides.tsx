import { useEffect, useMemo, useState } from 'react';
import { t } from '../../core/locale/t';
import type { Guide } from '../../core/views';
import { call } from '../api';
import { Markdown } from '../guidelines/Markdown';
import { parse } from '../guidelines/parse';
import { Modal } from '../parts/Modal';
import './help.css';

/** The guides that come with the app: one at a time, the others named beside it. */
export function Guides() {
  const [guides, setGuides] = useState<readonly Guide[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  useEffect(() => {
    void call('app.guides', null).then((answer) =>
      answer.ok
        ? setGuides(answer.value)
        : setProblem(t('desktop.no-guides', { reason: answer.failure.message })),
    );
  }, []);
  const { text = '', path = '' } = guides[at] ?? {};
  const tree = useMemo(() => parse(text), [text]);
  /** The guide to which a link of this one leads. */
  const leads = (url: string) => {
    // The scheme must be one that Chromium 114 knows: of others it resolves no path.
    const target = new URL(url, `file:///${path}`).pathname.slice(1);
    const found = guides.findIndex((guide) => guide.path === target);
    return found < 0 ? null : () => setAt(found);
  };
  // The focus goes to what is there first: to the list, which must be there by then.
  if (guides.length === 0 && !problem) return null;
  return (
    <Modal title={t('desktop.guides')} width="large">
      {problem && <p className="error">{problem}</p>}
      <div className="help-guides">
        <nav aria-label={t('desktop.guides')}>
          {guides.map(({ title, path }, index) => (
            <button
              key={path}
              type="button"
              className="help-guide"
              aria-current={index === at || undefined}
              onClick={() => setAt(index)}
            >
              {title}
            </button>
          ))}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys */}
        <article className="help-text" tabIndex={0} key={at}>
          <Markdown tree={tree} leads={leads} />
        </article>
      </div>
    </Modal>
  );
}
