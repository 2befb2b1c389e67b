/** The thread that reads rich documents (documents/rich/thread.ts starts it). */
import { parentPort } from 'node:worker_threads';
import { type Job, readHere } from './documents/rich/job';

parentPort?.on('message', (job: Job) => {
  void readHere(job).then((answer) => parentPort?.postMessage(answer));
});
