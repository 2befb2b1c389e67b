import { useMemo, useState } from 'react';
import { t } from '../../core/locale/t';
import type { Annotation } from '../../core/model';
import { Swatch } from '../parts/Swatch';
import { labelName, labelOf, pick, shortQuote } from '../session/pick';
import { chooseEnd, choosePicked, leaveRelation } from '../session/relations';
import { useSession } from '../state';
import { OptionField } from './OptionField';

/** So many of what was found are listed, around the one where one is. */
const LISTED = 6;

/** Those of ALL that say QUERY, in their words, their label or their note; WITHOUT is left out. */
function matching(all: readonly Annotation[], query: string, without: string | null): readonly Annotation[] {
  const wanted = query.trim().toLowerCase();
  const others = without === null ? all : all.filter((it) => it.id !== without);
  if (wanted === '') return others;
  return others.filter(
    (it) =>
      labelName(it).toLowerCase().includes(wanted) ||
      it.note.toLowerCase().includes(wanted) ||
      it.spans.some((span) => span.exact.toLowerCase().includes(wanted)),
  );
}

/** Looks for the other end: walking through the text, or typing what it says. What one is at is picked. */
export function EndField({ from }: { from: string }) {
  const annotations = useSession((state) => state.document?.annotations);
  const revision = useSession((state) => state.revision);
  const picked = useSession((state) => state.picked);
  const loops = useSession((state) => state.project?.schema.relationTypes.some((type) => type.loops));
  const without = loops ? null : from;
  const [query, setQuery] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the set changes in place; the revision tells
  const found = useMemo(
    () => matching(annotations?.inOrder() ?? [], query, without),
    [annotations, query, without, revision],
  );
  const at = found.findIndex((it) => it.id === picked);
  /** Where the first end stands among what was found. */
  const placeOf = (id: string) => {
    const first = annotations?.get(id);
    const rank = first && annotations ? annotations.rankOf(first) : 0;
    const after = found.findIndex((it) => (annotations?.rankOf(it) ?? 0) > rank);
    return after < 0 ? found.length : after;
  };
  const walk = (step: -1 | 1) => {
    if (found.length === 0) return;
    const start = at >= 0 ? at : placeOf(from) - (step > 0 ? 1 : 0);
    const next = found[(start + step + found.length * 2) % found.length];
    if (next) pick(next.id);
  };
  const search = (text: string) => {
    setQuery(text);
    const rows = matching(annotations?.inOrder() ?? [], text, from);
    const held = rows.find((it) => it.id === picked);
    const first = held ?? rows[0];
    if (text.trim() !== '' && first) pick(first.id);
  };
  const top = Math.max(0, Math.min(at - 2, found.length - LISTED));
  const listed = query.trim() === '' ? [] : found.slice(top, top + LISTED);
  return (
    <>
      <OptionField
        name={t('relations.other-end')}
        placeholder={t('relations.search-or-walk')}
        query={query}
        onQuery={search}
        options={listed.map((it) => ({ id: it.id, body: <EndRow annotation={it} /> }))}
        active={at >= 0 ? picked : null}
        onWalk={walk}
        onChoose={(id) => (id === null ? choosePicked() : chooseEnd(id))}
        onLeave={leaveRelation}
      />
      {found.length === 0 && <p className="muted">{t('relations.none-found')}</p>}
      {found.length > listed.length && listed.length > 0 && (
        <p className="muted">{t('relations.at-of', { at: at + 1, total: found.length })}</p>
      )}
    </>
  );
}

function EndRow({ annotation }: { annotation: Annotation }) {
  return (
    <>
      <Swatch color={labelOf(annotation)?.color ?? '#888888'} />
      <span className="option-label">{labelName(annotation)}</span>
      <span className="clip" dir="auto">
        {shortQuote(annotation, 90)}
      </span>
    </>
  );
}
