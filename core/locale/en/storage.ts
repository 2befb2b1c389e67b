export const storage = {
  'read-anew':
    'This version of Postil reads “{{path}}” by other rules than the one it was annotated with, so its text is another. Of its annotations {{standing}} still stand, {{moved}} moved, {{gone}} are no longer found. They are shown read-only and their file is left as it is; to go on with them, open the project in the version that they were made with.',
} as const;
