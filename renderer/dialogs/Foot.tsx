import type { ReactNode } from 'react';
import type { Failure } from '../../core/failure';

interface Props {
  readonly failure: Failure | null;
  /** What goes on, or should be known. */
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** Below a large dialog, always in sight. */
export function Foot({ failure, children, actions }: Props) {
  return (
    <div className="dialog-foot">
      <div className="grow">
        {failure && (
          <p className="error" role="alert">
            {failure.message}
          </p>
        )}
        {children}
      </div>
      <div className="actions">{actions}</div>
    </div>
  );
}
