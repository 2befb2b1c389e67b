import { ContextMenu as Base } from '@base-ui/react/context-menu';
import { ChevronRight } from 'lucide-react';
import { type MouseEvent, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { useTable } from '../keys/table';
import { Keys } from './Keys';
import { Swatch } from './Swatch';

/** One choice of a menu; a group ends before the one that STARTS the next. */
export interface Choice {
  readonly title: string;
  /** The command whose key does the same. */
  readonly command?: string;
  /** A key that does the same and is no command's. */
  readonly keys?: string;
  /** Of the label it is about. */
  readonly color?: string;
  readonly starts?: boolean;
  readonly run: () => void;
}

/** Choices behind a choice. */
export interface Group {
  readonly title: string;
  readonly starts?: boolean;
  readonly choices: readonly Choice[];
}

export interface Offer {
  /** What the menu is for, read out. */
  readonly name: string;
  readonly choices: readonly (Choice | Group)[];
}

interface Props {
  /** The element that is right-clicked, or has the focus when the menu's key is pressed. */
  readonly area: ReactElement;
  /** What to offer where the event happened; null for nothing. */
  readonly offerAt: (event: MouseEvent) => Offer | null;
  readonly children?: ReactNode;
}

/** A menu at the pointer, or at what has the focus: right-click, Shift+F10 or the menu key. */
export function ContextMenu({ area, offerAt, children }: Props) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const chosen = useRef<(() => void) | null>(null);
  const keysOf = new Map<string, string | undefined>(useTable().map((row) => [row.id, row.keys[0]]));
  const itemFor = ({ title, command, keys = command && keysOf.get(command), color, starts, run }: Choice) => (
    <Base.Item
      key={title}
      className={classOf(starts)}
      onClick={() => {
        chosen.current = run;
      }}
    >
      {color && <Swatch color={color} />}
      <span className="clip grow">{title}</span>
      {keys && <Keys keys={keys} />}
    </Base.Item>
  );
  return (
    <Base.Root
      // The focus is back where it was before the choice runs: it may open a dialog, or go elsewhere.
      onOpenChangeComplete={(open) => {
        if (open) return;
        chosen.current?.();
        chosen.current = null;
      }}
    >
      <Base.Trigger
        render={area}
        onContextMenu={(event) => {
          const next = offerAt(event);
          if (next) return setOffer(next);
          event.preventDefault();
          event.preventBaseUIHandler();
        }}
      >
        {children}
      </Base.Trigger>
      {/* In a landmark, where a screen reader finds it. */}
      <Base.Portal container={document.querySelector<HTMLElement>('main')}>
        <Base.Positioner className="menu-place">
          <Base.Popup className="menu" aria-label={offer?.name}>
            {offer?.choices.map((choice) =>
              'choices' in choice ? (
                <Base.SubmenuRoot key={choice.title}>
                  <Base.SubmenuTrigger className={classOf(choice.starts)}>
                    <span className="clip grow">{choice.title}</span>
                    <ChevronRight size={14} aria-hidden="true" />
                  </Base.SubmenuTrigger>
                  <Base.Portal>
                    <Base.Positioner className="menu-place" sideOffset={2} alignOffset={-5}>
                      <Base.Popup className="menu" aria-label={choice.title}>
                        {choice.choices.map(itemFor)}
                      </Base.Popup>
                    </Base.Positioner>
                  </Base.Portal>
                </Base.SubmenuRoot>
              ) : (
                itemFor(choice)
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const classOf = (starts = false) => (starts ? 'menu-item starts' : 'menu-item');
