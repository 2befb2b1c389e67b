/** Status, memo and fields of a document, and the project's memo, as steps that can be undone. */

import { setFacts } from '../../core/edit';
import { answered } from '../../core/edit-attributes';
import { t } from '../../core/locale/t';
import type { AttributeType, AttributeValue, DocumentFacts, Status } from '../../core/model';
import { commit, commitParts } from '../session/commit';
import { say } from '../session/say';
import { get } from '../state';

export const statuses: readonly Status[] = ['todo', 'in-progress', 'done', 'skipped'];

export const statusName = (status: Status): string => t(`status.${status}`);

/** Changes PARTS of the facts of the document at PATH, which may have been left meanwhile. */
function write(path: string, before: DocumentFacts, parts: Partial<DocumentFacts>, title: string): void {
  const { document } = get();
  const held = document?.path === path ? document.facts : before;
  commitParts([{ document: path, patch: setFacts(held, parts) }], title);
}

export function setStatus(status: Status): void {
  const { document } = get();
  if (!document) say(t('facts.open-first'));
  else if (document.facts.status === status) say(t('facts.marked', { status: statusName(status) }));
  else
    write(
      document.path,
      document.facts,
      { status },
      t('facts.step.mark', { status: statusName(status).toLowerCase() }),
    );
}

export function writeMemo(path: string, before: DocumentFacts, memo: string): void {
  write(path, before, { memo }, t('facts.document-memo'));
}

export function answerField(
  path: string,
  before: DocumentFacts,
  type: AttributeType,
  value: AttributeValue | null,
): void {
  const { document } = get();
  const held = document?.path === path ? document.facts : before;
  const fields = answered(held.fields, type, value);
  if (fields.ok) write(path, held, { fields: fields.value }, t('facts.step.answer', { name: type.name }));
  else if (fields.failure.code !== 'unchanged') say(fields.failure.message);
}

export function writeProjectMemo(memo: string): void {
  const { project } = get();
  if (project && project.memo !== memo)
    commit({ projectMemo: [project.memo, memo] }, t('facts.project-memo'));
}
