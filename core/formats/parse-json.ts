/** JSON out of other people's files: a value, or where it stops being JSON. */
import { NotReadable } from './imported';

/** What TEXT says. Throws NotReadable, whose message begins with WHERE. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const at = /position (\d+)/.exec(message)?.[1];
    const line = at === undefined ? '' : `, line ${text.slice(0, Number(at)).split('\n').length}`;
    throw new NotReadable(`${where}${line}: it is not JSON (${message}).`);
  }
}
