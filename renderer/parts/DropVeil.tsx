import { FolderInput } from 'lucide-react';
import { t } from '../../core/locale/t';
import { useSession } from '../state';

/** While files are held over the window: that, and what for, letting go of them is good. */
export function DropVeil() {
  const dropping = useSession((state) => state.dropping);
  if (!dropping) return null;
  return (
    <div className="drop-veil">
      <p>
        <FolderInput size={20} aria-hidden="true" /> {t('desktop.drop')}
      </p>
    </div>
  );
}
