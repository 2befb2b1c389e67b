import { type FormEvent, useRef, useState } from 'react';
import { Modal } from '../parts/Modal';
import { giveName } from '../session/annotator';
import { useSession } from '../state';

/** Asked once, with the first edit: whose annotations are these? Enter and Esc take the system's user name. */
export function Name() {
  const offered = useSession((state) => state.info?.userName) ?? '';
  const [name, setName] = useState(offered);
  const field = useRef<HTMLInputElement>(null);
  const accept = (event?: FormEvent) => {
    event?.preventDefault();
    void giveName(name.trim() || offered || 'Annotator');
  };
  return (
    <Modal title="Who annotates?" first={field} onClose={accept}>
      <form onSubmit={accept} className="stack">
        <p>Your annotations are kept in files of your own, under this name. You are asked only once.</p>
        <label className="field">
          Your name
          <input
            ref={field}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
        </label>
        <div className="actions">
          <button type="submit" className="button primary">
            Go on
          </button>
        </div>
      </form>
    </Modal>
  );
}
