import { type FormEvent, useEffect, useRef } from 'react';
import type { ImportView } from '../../../core/exchange/report';
import { isEmptyImport } from '../../../core/exchange/report-words';
import type { Failure } from '../../../core/failure';
import type { FormatId } from '../../../core/formats/catalog';
import { t } from '../../../core/locale/t';
import type { Importing } from '../../session/importing';
import { Foot } from '../Foot';
import { type Choices, isNameless } from './choices';
import { Holds } from './Holds';
import { Names } from './Names';
import { Outlook } from './Outlook';
import { Places } from './Places';
import { type Step, StepBar } from './StepBar';
import { Target } from './Target';
import { usePlan } from './use-plan';

interface Props {
  readonly view: ImportView;
  readonly importing: Importing | null;
  readonly format: FormatId | 'auto';
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly onFormat: (format: FormatId | 'auto') => void;
  /** Its rows can become documents; null when it is no table. */
  readonly onRows: (() => void) | null;
  readonly onOther: () => void;
  readonly onClose: () => void;
  readonly onSubmit: (event: FormEvent) => void;
  readonly failure: Failure | null;
  readonly writing: { readonly step: Step | null } | null;
}

/** What the file holds, where it goes, and what would become of it. */
export function Look(props: Props) {
  const { view, importing, choices, onChoose, failure, writing } = props;
  const plan = usePlan(importing, choices, writing !== null);
  const report = plan.result?.ok ? plan.result.value : null;
  const isReady = report !== null && plan.isCurrent && !isEmptyImport(report) && !isNameless(choices);
  const form = useRef<HTMLFormElement>(null);
  // What was focused before is gone with the file's choosing; from here Enter imports.
  useEffect(() => form.current?.querySelector<HTMLElement>('input[name=target]:checked')?.focus(), []);
  return (
    <form ref={form} onSubmit={props.onSubmit} className="dialog-form import">
      <div className="dialog-column stack">
        <Holds
          view={view}
          format={props.format}
          onFormat={props.onFormat}
          onRows={props.onRows}
          onOther={props.onOther}
        />
        <Target view={view} choices={choices} onChoose={onChoose} />
        <Places view={view} choices={choices} onChoose={onChoose} report={report} />
      </div>
      <div className="dialog-column stack">
        <Outlook plan={plan} problems={view.problems} />
        <Names
          view={view}
          options={choices.options}
          onChoose={(options) => onChoose({ ...choices, options })}
        />
      </div>
      <Foot
        failure={failure}
        actions={
          <>
            <button type="button" className="button" onClick={props.onClose}>
              {writing ? t('common.stop') : t('common.cancel')}
            </button>
            <button type="submit" className="button primary" disabled={!isReady || writing !== null}>
              {writing ? t('import.importing') : t('import.go')}
            </button>
          </>
        }
      >
        {writing && <StepBar step={writing.step ?? [t('common.is-writing'), 0, 0]} />}
      </Foot>
    </form>
  );
}
