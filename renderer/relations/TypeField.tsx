import { useState } from 'react';
import { t } from '../../core/locale/t';
import { Swatch } from '../parts/Swatch';
import { leaveRelation, relateAs, relateAsNew, typesBetween } from '../session/relations';
import { say } from '../session/say';
import { useSession } from '../state';
import { type Option, OptionField } from './OptionField';

const NEW = 'new type';

/** Chooses the type: those that may stand here first, the reason beside the others; a new name makes a type. */
export function TypeField({ from, to }: { from: string; to: string }) {
  const none = useSession((state) => state.project?.schema.relationTypes.length === 0);
  useSession((state) => state.revision);
  const [query, setQuery] = useState('');
  const [walked, setWalked] = useState<string | null>(null);
  const name = query.trim();
  const all = typesBetween(from, to);
  const offers = all.filter(({ type }) => type.name.toLowerCase().includes(name.toLowerCase()));
  const isNew = name !== '' && !all.some(({ type }) => type.name.toLowerCase() === name.toLowerCase());
  const ids = [...offers.map(({ type }) => type.id), ...(isNew ? [NEW] : [])];
  const active = walked !== null && ids.includes(walked) ? walked : (ids[0] ?? null);
  const options: Option[] = [
    ...offers.map(({ type, refusal }) => ({
      id: type.id,
      disabled: refusal !== null,
      body: (
        <>
          <Swatch color={type.color} />
          <span className="option-label">{type.name}</span>
          <span className="clip muted">{refusal ?? type.description}</span>
        </>
      ),
    })),
    ...(isNew ? [{ id: NEW, body: <span className="clip">{t('relations.new-type', { name })}</span> }] : []),
  ];
  const choose = (id: string | null) => {
    const offer = offers.find(({ type }) => type.id === id);
    if (id === NEW) relateAsNew(name);
    else if (offer?.refusal) say(offer.refusal);
    else if (offer) relateAs(offer.type);
    else say(t('relations.type-a-name'));
  };
  return (
    <OptionField
      name={t('relations.type')}
      placeholder={none ? t('relations.first-type') : t('relations.choose-type')}
      query={query}
      onQuery={setQuery}
      options={options}
      active={active}
      onWalk={(step) => {
        const at = active === null ? -1 : ids.indexOf(active);
        setWalked(ids[(at + step + ids.length) % Math.max(1, ids.length)] ?? null);
      }}
      onChoose={choose}
      onLeave={leaveRelation}
    />
  );
}
