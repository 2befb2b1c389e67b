import { FileWarning, Info, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../core/locale/t';
import { type OpenDocument, useSession } from '../state';

/** What one should know about the open document before annotating: it is read-only, was guessed, has changed. */
export function Banners() {
  const document = useSession((state) => state.document);
  const locked = useSession((state) => state.project?.readOnly ?? null);
  if (!document) return null;
  const readOnly = locked ?? document.readOnly;
  return (
    <>
      {readOnly && (
        <Banner icon={<Lock size={15} />}>
          {t('documents.read-only', { reason: readOnly.message })} {changes(document)}
        </Banner>
      )}
      {document.guessed && (
        <Banner icon={<Info size={15} />}>{t('documents.guessed', { encoding: document.encoding })}</Banner>
      )}
      {[...document.notices, ...(document.rich?.notices ?? [])].map((notice) => (
        <Banner key={notice} icon={<FileWarning size={15} />}>
          {notice}
        </Banner>
      ))}
    </>
  );
}

function changes({ changed, readOnly }: OpenDocument): string {
  if (!changed || !readOnly) return '';
  const { standing, moved, gone } = changed;
  return t('documents.changed', { standing, moved, gone });
}

function Banner({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="banner">
      {icon}
      <span>{children}</span>
    </p>
  );
}
