export const hand = {
  'no-label-yet': 'No label has been given yet. Press a label’s key first.',
  'no-unlabelled-below': 'There is no unlabelled paragraph below.',
  'no-unlabelled-above': 'There is no unlabelled paragraph above.',
  'none-with-label-below': 'There is no annotation with {{label}} below.',
  'none-with-label-above': 'There is no annotation with {{label}} above.',
  'no-note-below': 'There is no note below.',
  'no-note-above': 'There is no note above.',
  'pick-first': 'Pick an annotation first: then this goes to the next one with its label.',
  'no-labels': 'There are no labels yet.',
  'no-name-below': 'There is no name or number without a label below.',
  'no-other-name-below':
    'There is no other name or number without a label below. The ones you passed over are found again now.',
  'no-quotation-below': 'There is no quotation below.',
  'no-quotation-above': 'There is no quotation above.',
  'no-transcript':
    'This is no transcript: turns are found where names stand before what is said, as in “ANNA: Yes.” or “[00:01:02] Speaker 1: Yes.”',
  'no-turn-below': 'There is no other turn of this speaker below.',
  'no-turn-above': 'There is no other turn of this speaker above.',
} as const;
