/** The schema a new project starts with: it suits news pages and interviews. */
import type { Schema } from './model';
import { partsOf } from './template-parts';

/** In the language of the moment. */
export const starterSchema = ({ labels } = partsOf('starter')): Schema => ({
  labels: labels(
    ['person', '1'],
    ['organisation', '2'],
    ['place', '3'],
    ['date', '4'],
    ['quantity', '5'],
    ['quote', '6'],
    ['claim', '7'],
    ['boilerplate', '8'],
    ['caption', '9'],
    ['translation-error', 'e'],
  ),
  attributes: [],
  relationTypes: [],
  documentFields: [],
});
