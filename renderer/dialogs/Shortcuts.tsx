import { useEffect, useRef, useState } from 'react';
import { type Command, commands } from '../../core/command-table';
import { Keys } from '../parts/Keys';
import { Modal } from '../parts/Modal';
import { closeDialog } from '../session/say';
import { useSession } from '../state';

const places: readonly (readonly [key: string, code: string])[] = [
  ['[', 'BracketLeft'],
  [']', 'BracketRight'],
];

interface KeyboardLayout {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/** What the person's keyboard shows on the keys that are bound by place. */
function useCaps(): ReadonlyMap<string, string> {
  const [caps, setCaps] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const { keyboard } = navigator as { keyboard?: KeyboardLayout };
    void keyboard
      ?.getLayoutMap()
      .then((map) => setCaps(new Map(places.map(([key, code]) => [key, map.get(code) ?? key]))));
  }, []);
  return caps;
}

/** ?: every key. */
export function Shortcuts() {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const caps = useCaps();
  const close = useRef<HTMLButtonElement>(null);
  return (
    <Modal title="Keyboard shortcuts" width="wide" first={close}>
      <div className="shortcuts">
        {sections.map(([title, belongs]) => (
          <section key={title}>
            <h3>{title}</h3>
            {commands
              .filter((row) => row.keys.length > 0 && belongs(row))
              .map((row) => (
                <p key={row.id}>
                  <span>{row.title}</span>
                  <Keys keys={row.keys[0] as string} caps={caps} />
                </p>
              ))}
          </section>
        ))}
        <section>
          <h3>Labels</h3>
          {labels
            .filter((label) => label.key)
            .map((label) => (
              <p key={label.id}>
                <span className="clip">{label.name}</span>
                <Keys keys={(label.key as string).toUpperCase()} />
              </p>
            ))}
        </section>
      </div>
      <div className="actions">
        <button ref={close} type="button" className="button primary" onClick={closeDialog}>
          Close
        </button>
      </div>
    </Modal>
  );
}

const sections: readonly (readonly [string, (row: Command) => boolean])[] = [
  ['Annotate', (row) => row.scope === 'annotate'],
  ['Everywhere', (row) => row.scope === 'window'],
  // With Shift each motion selects: saying it once is enough.
  ['Move (with Shift: select)', (row) => row.scope === 'text' && !/^select\.(?!widen|narrow)/.test(row.id)],
];
