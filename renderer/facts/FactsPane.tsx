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
      {!document && <p className="muted">Open a document to say something about it.</p>}
      <section aria-label="The whole project">
        <h3>The whole project</h3>
        <Progress />
        <NoteField
          key={folder}
          name="Memo on the project"
          value={memo}
          placeholder="Questions, decisions, ideas"
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
    <section aria-label="This document">
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
          name="Memo on the document"
          value={facts.memo}
          placeholder="What you think about it as a whole"
          field="memo"
          rows={3}
          onSave={(memo) => writeMemo(path, facts, memo)}
        />
      </fieldset>
    </section>
  );
}
