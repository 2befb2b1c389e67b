/** What goes wrong with the files of a project: what happened, what is safe, what to do. */
export const storage = {
  failed: '{{happened}}. {{safe}} {{todo}}',
  'failed-at': '{{happened}} ({{file}}). {{safe}} {{todo}}',
  'failed-otherwise': 'Saving failed: {{cause}}. {{safe}} {{todo}}',
  'failed-otherwise-at': 'Saving failed ({{file}}): {{cause}}. {{safe}} {{todo}}',
  safe: 'Nothing is lost: your changes are kept in memory, and what was saved before is untouched.',
  full: 'The disk is full',
  'full-todo': 'Free some space; then it is saved with the next change, or when you choose Save again.',
  quota: 'Your quota on this disk is used up',
  'file-size': 'The disk does not take a file of this size',
  'file-size-todo': 'Move the project to another disk.',
  'disk-locked': 'The disk is read-only',
  'disk-locked-todo':
    'Make it writable; then it is saved with the next change, or when you choose Save again.',
  'no-permission': 'You have no permission to write there',
  'not-allowed': 'The system does not allow writing there',
  'permission-todo':
    'Change the folder’s permissions; then it is saved with the next change, or when you choose Save again.',
  'folder-gone': 'The project’s folder is no longer there',
  'folder-gone-todo':
    'Bring it back (is a disk unplugged?); then it is saved with the next change, or when you choose Save again.',
  'file-for-folder': 'A file stands where a folder is needed',
  'other-for-file': 'Something else stands where the file belongs',
  'folder-for-file': 'A folder stands where the file belongs',
  'in-the-way-todo': 'Move it away; then it is saved with the next change, or when you choose Save again.',
  busy: 'Another program holds the file',
  'busy-todo': 'Close it there; then it is saved with the next change, or when you choose Save again.',
  'long-name': 'The name is too long for this disk',
  'long-name-todo': 'Move the project to a folder with a shorter path.',
  'disk-error': 'The disk reported an error',
  'disk-error-todo':
    'Check the disk, and copy the project to another one; then it is saved with the next change, or when you choose Save again.',
  'cause-todo': 'Find the cause; then it is saved with the next change, or when you choose Save again.',
  'why.disk-full': 'the disk is full',
  'why.read-only': 'the disk is read-only',
  'why.no-permission': 'you have no permission to write there',
  'why.folder-gone': 'the project’s folder is no longer there',
  'why.in-the-way': 'something else stands where a file belongs',
  'why.no-folder': 'its folder is not there',
  'why.is-folder': 'it is a folder',
  'lock-failed':
    'Postil could not make sure that it is the only one writing here ({{cause}}, in {{folder}}). It is shown read-only; make that folder writable and open the project again.',
  'lock-taken': 'Another Postil is opening the same annotations. Try again in a moment.',
  locked:
    'These annotations are open in another Postil (process {{pid}}, since {{since}}). They are shown read-only; close them there and open the document again.',
  'locked-elsewhere':
    'These annotations are open in another Postil (process {{pid}} on {{host}}, since {{since}}). They are shown read-only; close them there and open the document again.',
  'about-file': '“{{file}}”: {{reason}}',
  'and-unchanged': '{{reason}} Nothing was changed.',
  'backup-shown':
    'The backup of {{time}} is shown instead, with {{annotations}} annotations; what was done after it is missing.',
  'no-backup': 'There is no backup, so the document is shown without annotations.',
  'set-aside': 'With your next change the damaged file is renamed to “{{file}}” and kept.',
  'source-changed':
    '“{{path}}” has changed since it was annotated: {{standing}} annotations still stand, {{moved}} moved, {{gone}} are no longer found. They are shown read-only and their file is left as it is; bring the old text back to go on.',
  'read-anew':
    'This version of Postil reads “{{path}}” by other rules than the one it was annotated with, so its text is another. Of its annotations {{standing}} still stand, {{moved}} moved, {{gone}} are no longer found. They are shown read-only and their file is left as it is; to go on with them, open the project in the version that they were made with.',
  'manifest-unusable': 'postil.json can’t be used. {{reason}}',
  'who-first': 'Say who annotates first; then this is saved.',
  'not-among-sources': '“{{path}}” is not among the sources of this project, so it can’t be shown.',
  'folder-locked':
    'The project’s folder can’t be written to, so it is shown read-only. Copy it to another place, or change its permissions, and open it again.',
  'not-lost': '“{{path}}” is not a lost document.',
  'search-over': 'This search is over. Search again.',
  'document-gone': 'The document is missing.',
  'no-annotations': 'There are no annotations of “{{path}}”.',
  'not-same': '“{{to}}” is not the text that “{{from}}” was. Nothing was changed.',
  'path-leads-out':
    '“{{path}}” leads out of the project through a link. Nothing was written; remove the link to go on.',
  'link-leads-out':
    '“{{path}}” is a link that leaves the project. It was not read; remove the link to go on.',
  'too-large': '“{{path}}” is too large to be read.',
  'step-no-place': '“{{path}}” is no place for an imported document. Nothing was changed.',
  'step-unread': '“{{path}}” can’t be read. {{reason}}',
  'step-nobody': 'Say who annotates first. Nothing was changed.',
  'step-annotated': '“{{path}}” was annotated since it was imported, so it stays. Nothing was changed.',
  'step-changed':
    '“{{path}}” is no longer the text that was imported, so it is not taken away. Nothing was changed.',
  'step-annotated-by-others':
    '“{{path}}” is annotated by somebody else too, so it stays. Nothing was changed.',
  'step-failed': 'It could not be written: {{why}}. Nothing was changed; everything is as it was before.',
  'step-in-the-way': '“{{path}}” exists already. Nothing was changed; move it away and try again.',
  'not-kept':
    'The documents of this import are no longer kept in the project’s .postil folder. Nothing was changed; import the file again.',
  'export.no-writer': 'Postil can’t write this format yet.',
  'export.over': 'This export is over. Export again.',
  'export.folder': 'This export is a folder of files, so it can’t be copied. Export it to a folder.',
  'export.no-text': 'This format is not text, so it can’t be copied. Export it as a file.',
  'export.too-much':
    'This is more than 20 million characters: too much for the clipboard. Nothing was copied; export it as a file.',
  'export.clipboard': 'the clipboard',
  'export.own-file': '“{{file}}” belongs to the project itself. Nothing was written; choose another name.',
  'export.exists':
    '“{{file}}” exists already. Nothing was written; choose another name, or allow it to be overwritten.',
  'export.is-folder':
    '“{{file}}” is a folder, and a file is to be written. Nothing was written; choose another name.',
  'export.is-file':
    '“{{file}}” is a file, and a folder is to be written. Nothing was written; choose another name.',
  'export.no-export':
    'The folder “{{file}}” was not made by an export, so it is not replaced. Nothing was written; choose another name.',
  'export.failed':
    'The export could not be written to “{{file}}”: {{why}}. The project is untouched, and so is a file that stood there.',
  'export.nothing': 'There is no document to export. Nothing was written.',
  'export.document-unread': 'Its document can’t be read.',
  'export.document-gone': 'Its document “{{path}}” is missing.',
  'export.too-large': 'It is too large to be written as one text.',
  'export.moved':
    '{{annotations}} of its annotations were left out: their words no longer stand where they stood.',
  'import.over': 'This import is over. Import the file again. Nothing was changed.',
  'import.nothing': 'Everything in it is there already, or was left out. Nothing was changed.',
  'import.failed': 'The documents could not be written: {{why}}. Nothing was changed.',
  'import.unknown':
    'Postil does not know what this is. It imports: {{formats}}. Nothing was changed; say which format it is.',
  'import.no-reader': 'Postil does not import {{format}}. Nothing was changed.',
  'import.one-piece': 'It is too large to be read in one piece. Nothing was changed; split it into parts.',
  'import.no-document': 'The project has no such document.',
  'import.no-document-text': 'The project has no such document, and the file does not hold its text.',
  'import.too-large': 'It is too large.',
  'import.no-new': 'It can’t become a document. {{reason}}',
  'import.changed': 'The document has changed since {{annotator}} annotated it.',
  'import.files-large':
    'It is too large: {{size}}. Postil imports up to {{most}} at once; split it into parts. Nothing was changed.',
  'import.files-many': 'It holds more than {{most}} files. Nothing was changed; import a part of it.',
  'import.no-file': 'There is no file in it. Nothing was changed.',
  'import.unread-gone': '“{{file}}” could not be read: it is no longer there. Nothing was changed.',
  'import.unread': '“{{file}}” could not be read: the system says {{cause}}. Nothing was changed.',
} as const;
