import { Rows3 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isTable } from '../../core/exchange/table';
import { number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import { speakersOf } from '../../core/transcript';
import { countWords } from '../../core/word-count';
import { knownTurns } from '../hand/turns';
import { Facts } from '../parts/Facts';
import { Modal } from '../parts/Modal';
import { openRows } from '../session/rows';
import { useSession } from '../state';
import './about.css';

/** How long one slice of counting may take, in ms. */
const SLICE = 8;

/** What the file is, how its text was made, and what the text leaves out. */
export function About() {
  const document = useSession((state) => state.document);
  const words = useWordCount(document?.text ?? '');
  if (!document) return null;
  const { path, text, rich, size, encoding, guessed, projection } = document;
  const rows: readonly (readonly [string, string])[] = [
    [t('dialogs.about.file'), path],
    [t('dialogs.about.size'), t('dialogs.about.bytes', { count: size })],
    [t('dialogs.about.read-as'), guessed ? t('dialogs.about.guessed', { encoding }) : encoding],
    [t('dialogs.about.projection'), projection],
    [t('dialogs.about.characters'), number(text.length)],
    [t('dialogs.about.words'), words === null ? t('dialogs.about.counting') : number(words)],
    ...(rich
      ? contents(
          rich.blocks.map(({ kind }) => kind),
          rich.tables.length,
          rich.images.length,
        )
      : []),
    ...speakers(text),
  ];
  return (
    <Modal title={t('dialogs.about.title')}>
      <Facts rows={rows} />
      {rich?.notices.map((notice) => (
        <p key={notice} className="about-notice">
          {notice}
        </p>
      ))}
      {isTable(path) && (
        <p className="about-notice">
          <button type="button" className="button" onClick={openRows}>
            <Rows3 size={15} aria-hidden="true" /> {t('rows.open')}
          </button>
        </p>
      )}
      <h3 className="about-title">{t('dialogs.about.left-out')}</h3>
      {rich && rich.omissions.length > 0 ? (
        <ul className="about-omissions">
          {rich.omissions.map(({ what, count, example }) => (
            <li key={what}>
              {t('dialogs.about.omission', { number: count, what })}
              {example && <q>{example}</q>}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t(rich ? 'dialogs.about.all-shown' : 'dialogs.about.is-file')}</p>
      )}
    </Modal>
  );
}

/** Who speaks in a transcript, and how often; nothing for another text. */
function speakers(text: string): readonly (readonly [string, string])[] {
  const turns = knownTurns(text);
  if (turns === null) return [];
  const told = speakersOf(turns).map((it) => t('reading.turns', { name: it.name, count: it.turns }));
  return [[t('reading.speakers'), told.join(' · ')]];
}

/** Only what there is. */
function contents(kinds: readonly string[], tables: number, images: number): [string, string][] {
  const headings = kinds.filter((kind) => kind === 'heading').length;
  const counts: [string, number][] = [
    [t('dialogs.about.headings'), headings],
    [t('dialogs.about.tables'), tables],
    [t('dialogs.about.images'), images],
  ];
  return counts.flatMap(([name, count]): [string, string][] => (count > 0 ? [[name, number(count)]] : []));
}

/** Null until all are counted. */
function useWordCount(text: string): number | null {
  const [words, setWords] = useState<number | null>(null);
  useEffect(() => {
    setWords(null);
    const counting = countWords(text);
    let timer = 0;
    let count = 0;
    const step = () => {
      const until = performance.now() + SLICE;
      while (performance.now() < until) {
        const next = counting.next();
        if (next.done) {
          setWords(count);
          return;
        }
        count = next.value;
      }
      timer = window.setTimeout(step);
    };
    timer = window.setTimeout(step);
    return () => clearTimeout(timer);
  }, [text]);
  return words;
}
