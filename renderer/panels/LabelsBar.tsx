import { ChevronDown, ChevronUp, ListTree, Plus } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { inkProperties } from '../../core/ink';
import { fullName, treeOf } from '../../core/label-tree';
import { t } from '../../core/locale/t';
import type { Label } from '../../core/model';
import { labelOffer } from '../menus/label-offer';
import { ContextMenu } from '../parts/ContextMenu';
import { showPassagesOf } from '../passages/act';
import { applyLabel } from '../session/annotate';
import { openDialog } from '../session/say';
import { set, useSession } from '../state';

/** True while the chips in BOX need more rows than it shows. */
function useOverflow(box: RefObject<HTMLElement | null>, labels: readonly Label[]): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element || labels.length === 0) return;
    const measure = () => setOverflows(element.scrollHeight > element.clientHeight + 2);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box, labels]);
  return overflows;
}

/** One chip per label: its name, colour and key. A click does what the key does and leaves the selection alone. */
export function LabelsBar() {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const tree = useMemo(() => treeOf(labels), [labels]);
  const sticky = useSession((state) => labels.find((label) => label.id === state.sticky));
  const chips = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(chips, labels);
  const [wantsAll, setWantsAll] = useState(false);
  return (
    <div className={wantsAll ? 'labels-bar open' : 'labels-bar'} data-pane="labels">
      <ContextMenu
        area={<div ref={chips} role="toolbar" aria-label={t('labels.title')} className="chips" />}
        offerAt={({ target }) => {
          const id = target instanceof Element && target.closest('[data-label]')?.getAttribute('data-label');
          return id ? labelOffer(id) : null;
        }}
      >
        {tree.length === 0 && <p className="muted">{t('desktop.no-labels')}</p>}
        {tree.map((branch, index) => (
          <Chip
            key={branch.label.id}
            label={branch.label}
            name={fullName(branch)}
            landing={index === 0}
            pressed={branch.label.id === sticky?.id}
          />
        ))}
      </ContextMenu>
      {(overflows || wantsAll) && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('labels.all')}
          aria-expanded={wantsAll}
          title={t(wantsAll ? 'labels.fewer' : 'labels.all')}
          // As with the chips: the selection stays in the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setWantsAll(!wantsAll)}
        >
          {wantsAll ? <ChevronUp size={16} /> : <ChevronDown size={16} />}
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={t('labels.new')}
        title={t('labels.new')}
        onClick={() => openDialog({ kind: 'edit-label', label: null })}
      >
        <Plus size={16} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('labels.schema')}
        title={t('labels.schema-hint')}
        onClick={() => openDialog({ kind: 'schema', label: null })}
      >
        <ListTree size={16} />
      </button>
      {sticky && (
        <button type="button" className="button" onClick={() => set({ sticky: null })}>
          {t('labels.sticky', { label: sticky.name })}
        </button>
      )}
    </div>
  );
}

interface ChipProps {
  readonly label: Label;
  /** With the labels above it. */
  readonly name: string;
  readonly landing: boolean;
  readonly pressed: boolean;
}

function Chip({ label, name, landing, pressed }: ChipProps) {
  const edit = () => openDialog({ kind: 'edit-label', label: label.id });
  const hint = label.description
    ? t('labels.described', { label: name, description: label.description })
    : name;
  return (
    <button
      type="button"
      className={`inked chip${pressed ? ' pressed' : ''}`}
      aria-label={label.name}
      aria-keyshortcuts={label.key ?? undefined}
      title={t('labels.chip', { label: hint })}
      style={inkProperties(label.color)}
      data-landing={landing || undefined}
      data-label={label.id}
      // Keeps the focus, and so the painted selection, in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => (event.altKey ? showPassagesOf(label.id) : applyLabel(label.id, event.shiftKey))}
      onKeyDown={(event) => {
        if (event.key === 'F2') edit();
        if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') walk(event.currentTarget, event.key);
      }}
    >
      <span className="chip-name">{label.name}</span>
      {label.key && <kbd>{label.key.toUpperCase()}</kbd>}
    </button>
  );
}

function walk(from: Element, key: string): void {
  const next = key === 'ArrowRight' ? from.nextElementSibling : from.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}
