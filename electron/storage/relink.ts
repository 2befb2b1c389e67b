/** Moves a layer's file from a document that is gone to the one that has its bytes now. */

import { link, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '../../core/failure';
import { layerText } from '../../core/file-text';
import { t } from '../../core/locale/t';
import { readLayer } from '../../core/migrate';
import type { DocumentRef } from '../../core/model';
import { makeFolder, syncFolder, writeDurably } from './durable-write';
import { asFailure } from './failures';
import { layerPath, writable } from './places';
import { readInside } from './read-inside';
import type { Session } from './session';

/**
 * Gives LAYER's annotations of the document FROM to the document TO. Never writes over a file. Codes:
 * `not-found`, `not-same`, `in-the-way`, those of reading a layer, those of failures.ts.
 */
export async function relink(
  session: Session,
  layer: string,
  from: string,
  to: DocumentRef,
): Promise<Result<null>> {
  const [old, next] = [layerPath(layer, from), layerPath(layer, to.path)];
  try {
    const text = await readInside(session.root, old);
    if (text === null) return fail('not-found', t('storage.no-annotations', { path: from }));
    const read = readLayer(text);
    if (!read.ok) return read;
    if (read.value.document.sha256 !== to.sha256)
      return fail('not-same', t('storage.not-same', { to: to.path, from }));
    const target = writable(session.root, next);
    await makeFolder(dirname(target), session.root);
    await session.backUpOnce(old);
    await writeDurably(target, layerText({ ...read.value, document: to }), putNew);
    const source = writable(session.root, old);
    await rm(source);
    await syncFolder(dirname(source));
    return ok(null);
  } catch (error) {
    return { ok: false, failure: asFailure(error, next) };
  }
}

/** Puts a file in place only when the name is free: a link fails where a rename would overwrite. */
export async function putNew(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
    // No hard links here: the check comes before, with a moment in between.
    if (await stat(file).catch(() => null)) throw Object.assign(new Error('it exists'), { code: 'EEXIST' });
    await rename(temporary, file);
    return;
  }
  await rm(temporary);
}
