import { useEffect, useMemo, useRef } from 'react';
import { t } from '../../core/locale/t';
import { Swatch } from '../parts/Swatch';
import { targetAnnotation } from '../session/pick';
import { useSession } from '../state';
import { Markdown } from './Markdown';
import { anchorOf, parse } from './parse';
import { useGuidelines } from './read';

/** guidelines.md beside the text; the section of the label at hand comes into view by itself. */
export default function GuidelinesPane() {
  const guidelines = useGuidelines();
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  useSession((state) => state.revision);
  const at = useSession(
    (state) => state.sticky ?? (state.document?.loaded ? targetAnnotation()?.label : null),
  );
  const label = labels.find((it) => it.id === at);
  const scroller = useRef<HTMLDivElement>(null);
  const tree = useMemo(() => (guidelines.text === null ? null : parse(guidelines.text)), [guidelines.text]);
  const anchor = label ? anchorOf(label.name) : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other places
  useEffect(() => {
    const headings = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-anchor]') ?? [])];
    for (const it of headings) it.classList.toggle('at-hand', anchor !== '' && it.dataset.anchor === anchor);
    headings.find((it) => it.dataset.anchor === anchor)?.scrollIntoView({ block: 'start' });
  }, [anchor, tree]);
  return (
    <>
      {label && (
        <div className="label-at-hand" aria-live="polite">
          <p>
            <Swatch color={label.color} /> <strong>{label.name}</strong>
          </p>
          <p className={label.description ? undefined : 'muted'}>
            {label.description || t('guidelines.no-description')}
          </p>
          {label.memo && <p className="muted">{label.memo}</p>}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: to be scrolled by keys */}
      <div ref={scroller} className="scroll side-body guidelines" tabIndex={0} data-side-landing>
        {guidelines.failure && <p className="error">{guidelines.failure}</p>}
        {tree && <Markdown tree={tree} />}
        {guidelines.isRead && guidelines.text === null && !guidelines.failure && (
          <p className="muted">{t('guidelines.none')}</p>
        )}
      </div>
    </>
  );
}
