import { useState } from 'react';
import { t } from '../../core/locale/t';
import type { Annotation } from '../../core/model';
import { Keys } from '../parts/Keys';
import { startRelation } from '../session/relations';
import { useSession } from '../state';
import { RelationRow } from './RelationRow';

/** So many are shown at first: a name that is mentioned everywhere may have hundreds. */
const FEW = 20;

/** Every relation of the annotation, in view or not. */
export function Relations({ annotation: { id } }: { annotation: Annotation }) {
  const relations = useSession((state) => state.document?.relations) ?? [];
  const [wanted, setAll] = useState(false);
  const pointed = useSession((state) => state.pointedLink);
  const own = relations.filter((relation) => relation.from === id || relation.to === id);
  const all = wanted || own.findIndex((relation) => relation.id === pointed) >= FEW;
  return (
    <section className="relations" aria-label={t('relations.title')}>
      <div className="inspector-head">
        <h4>{t('relations.title')}</h4>
        <button type="button" className="button quiet" onClick={startRelation}>
          {t('relations.relate')} <Keys keys="R" />
        </button>
      </div>
      {own.length === 0 && <p className="muted">{t('desktop.no-relations')}</p>}
      {own.length > 0 && (
        <ul aria-label={t('relations.of-this')}>
          {own.slice(0, all ? own.length : FEW).map((relation) => (
            <RelationRow key={relation.id} relation={relation} from={id} pointed={relation.id === pointed} />
          ))}
        </ul>
      )}
      {own.length > FEW && !all && (
        <button type="button" className="button quiet" onClick={() => setAll(true)}>
          {t('relations.show-all', { total: own.length })}
        </button>
      )}
    </section>
  );
}
