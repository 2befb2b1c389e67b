import { ArrowRight, X } from 'lucide-react';
import { t } from '../../core/locale/t';
import { Swatch } from '../parts/Swatch';
import { labelName, labelOf, shortQuote } from '../session/pick';
import { leaveRelation, relatingNow } from '../session/relations';
import { useSession } from '../state';
import { EndField } from './EndField';
import { TypeField } from './TypeField';

/** Above the text while a relation is made: what is joined so far, and what to do next. */
export function RelationBar() {
  const relating = useSession(relatingNow);
  const picked = useSession((state) => state.picked);
  if (!relating) return null;
  const { from, to } = relating;
  const other = to ?? (picked === from ? null : picked);
  return (
    <section className="relation-bar" aria-label={t('relations.new')} data-relation-bar>
      <div className="relation-ends">
        <End id={from} />
        <ArrowRight size={15} aria-hidden="true" />
        {other === null ? <span className="end is-open">{t('relations.which')}</span> : <End id={other} />}
        <span className="grow" />
        <span className="muted relation-help">
          {to === null ? t('relations.help-end') : t('relations.help-type')}
        </span>
        <button
          type="button"
          className="icon-button"
          aria-label={t('relations.leave')}
          title={t('relations.leave-hint')}
          onClick={leaveRelation}
        >
          <X size={16} />
        </button>
      </div>
      {to === null ? <EndField key={from} from={from} /> : <TypeField key={to} from={from} to={to} />}
    </section>
  );
}

function End({ id }: { id: string }) {
  const annotation = useSession((state) => state.document?.annotations.get(id));
  if (!annotation) return null;
  return (
    <span className="end">
      <Swatch color={labelOf(annotation)?.color ?? '#888888'} />
      <strong>{labelName(annotation)}</strong>
      <span className="clip" dir="auto">
        {shortQuote(annotation)}
      </span>
    </span>
  );
}
