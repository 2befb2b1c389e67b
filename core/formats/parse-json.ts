/** JSON out of other people's files: a value, or where it stops being JSON. */

import { t } from '../locale/t';
import { NotReadable } from './imported';
import { atLine, inFile } from './where';

/** What TEXT says. Throws NotReadable, whose message begins with WHERE. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const at = /position (\d+)/.exec(message)?.[1];
    throw new NotReadable(
      t('problems.json-broken', {
        where: at === undefined ? where : inFile(where, atLine(text.slice(0, Number(at)).split('\n').length)),
        why: message,
      }),
    );
  }
}
