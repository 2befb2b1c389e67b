import { t } from '../../core/locale/t';
import { NoteField } from '../inspector/NoteField';
import { Questions } from '../inspector/Questions';
import { type OpenDocument, useSession } from '../state';
import { Progress } from './Progress';
import { StatusChoice } from './StatusChoice';
import { answerField, writeMemo, writeProjectMemo } from './write';

/** What is said of the document as a whole, and of the project. */
export function FactsPane() {
  const document = useSession((state) => state.document);
  const folder = useSession((state) => state.project?.folder);
  const memo = useSession((state) => state.project?.memo) ?? '';
  return (
    <div className="scroll side-body facts-pane">
      {document?.loaded && <DocumentFacts key={`${folder} ${document.path}`} document={document} />}
      {!document && <p className="muted">{t('facts.none-open')}</p>}
      <section aria-label={t('facts.project')}>
        <h3>{t('facts.project')}</h3>
        <Progress />
        <NoteField
          key={folder}
          name={t('facts.project-memo')}
          value={memo}
          placeholder={t('facts.project-memo-hint')}
          field="project-memo"
          rows={3}
          onSave={writeProjectMemo}
        />
      </section>
    </div>
  );
}

function DocumentFacts({ document }: { document: OpenDocument }) {
  const questions = useSession((state) => state.project?.schema.documentFields) ?? [];
  const { path, facts, readOnly } = document;
  return (
    <section aria-label={t('facts.document')}>
      <h3 className="clip" title={path}>
        {path}
      </h3>
      <fieldset className="plain" disabled={readOnly !== null}>
        <StatusChoice status={facts.status} />
        <Questions
          questions={questions}
          given={facts.fields}
          owner="document "
          onAnswer={(type, value) => answerField(path, facts, type, value)}
        />
        <NoteField
          name={t('facts.document-memo')}
          value={facts.memo}
          placeholder={t('facts.document-memo-hint')}
          field="memo"
          rows={3}
          onSave={(memo) => writeMemo(path, facts, memo)}
        />
      </fieldset>
    </section>
  );
}
