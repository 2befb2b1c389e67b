/** Fields in which something is typed: taken with Enter, or when they are left. */
import { type RefObject, useState } from 'react';
import { t } from '../../core/locale/t';
import { clamped, ranges } from '../../core/preferences';
import { rename } from '../session/annotator';
import { prefer } from '../session/view';

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly onTake: (value: string) => void;
  readonly first?: RefObject<HTMLInputElement | null>;
  readonly list?: string;
  readonly inputMode?: 'numeric';
}

/** Escape brings back what was there; what is refused comes back, too. */
export function Typed({ label, value, onTake, first, list, inputMode }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    if (typed !== null && typed.trim() !== value) onTake(typed.trim());
    setTyped(null);
  };
  return (
    <label className="field">
      {label}
      <input
        ref={first}
        list={list}
        inputMode={inputMode}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key !== 'Escape' || typed === null) return;
          event.stopPropagation();
          setTyped(null);
        }}
      />
    </label>
  );
}

export function NameField({ name, first }: { name: string; first: RefObject<HTMLInputElement | null> }) {
  return (
    <Typed
      label={t('settings.name')}
      value={name}
      first={first}
      onTake={(value) => value && void rename(value)}
    />
  );
}

export function BackupsField({ count }: { count: number }) {
  return (
    <Typed
      label={t('settings.backups')}
      value={String(count)}
      inputMode="numeric"
      onTake={(value) => /^\d+$/.test(value) && prefer({ backups: clamped(Number(value), ranges.backups) })}
    />
  );
}
