/** The caps of a shortcut, as the person's keyboard shows them. */
import { capsOf } from '../../core/key-caps';
import { useSession } from '../state';

export function Keys({ keys, caps }: { keys: string; caps?: ReadonlyMap<string, string> }) {
  const isMac = useSession((state) => state.info?.platform === 'darwin');
  return (
    <span className="keys">
      {capsOf(keys, isMac, caps).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
