/** The thread that reads rich documents (documents/rich/thread.ts starts it). */
import { parentPort } from 'node:worker_threads';
import { setLanguage } from '../core/locale/current';
import { type Asked, readHere } from './documents/rich/job';

// pdf.js leaves some promises of damaged files to nobody; the reading itself is told by its own promise, or runs out of time.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', ({ language, ...job }: Asked) => {
  setLanguage(language);
  void readHere(job).then((answer) => parentPort?.postMessage(answer));
});
