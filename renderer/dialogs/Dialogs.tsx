import { assertNever } from '../../core/failure';
import { AboutPostil } from '../help/AboutPostil';
import { Guides } from '../help/Guides';
import { Shortcuts } from '../keys/Shortcuts';
import { ChooseLabel } from '../passages/ChooseLabel';
import { Schema } from '../schema/Schema';
import { Settings } from '../settings/Settings';
import { useSession } from '../state';
import { About } from './About';
import { AnnotateAll } from './AnnotateAll';
import { EditLabel } from './EditLabel';
import { Export } from './export/Export';
import { Import } from './import/Import';
import { LabelByName } from './LabelByName';
import { Name } from './Name';
import { Palette } from './Palette';
import { Print } from './Print';
import { Repeats } from './Repeats';
import { Rows } from './rows/Rows';

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useSession((state) => state.dialog);
  if (!dialog) return null;
  switch (dialog.kind) {
    case 'name':
      return <Name />;
    case 'label-by-name':
      return <LabelByName sticky={dialog.sticky} />;
    case 'edit-label':
      return <EditLabel id={dialog.label} />;
    case 'annotate-all':
      return <AnnotateAll wanted={dialog.wanted} whole={dialog.whole} />;
    case 'repeats':
      return <Repeats />;
    case 'export':
      return <Export />;
    case 'import':
      return <Import key={dialog.paths?.join('\n')} paths={dialog.paths} />;
    case 'rows':
      return <Rows source={dialog.source} />;
    case 'choose-label':
      return <ChooseLabel aim={dialog.aim} />;
    case 'schema':
      return <Schema label={dialog.label} />;
    case 'guides':
      return <Guides />;
    case 'about-postil':
      return <AboutPostil />;
    case 'print':
      return <Print />;
    case 'about':
      return <About />;
    case 'palette':
      return <Palette />;
    case 'settings':
      return <Settings />;
    case 'shortcuts':
      return <Shortcuts />;
    default:
      return assertNever(dialog);
  }
}
