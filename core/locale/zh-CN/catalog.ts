import { annotate } from './annotate';
import { annotations } from './annotations';
import { app } from './app';
import { commands } from './commands';
import { common } from './common';
import { data } from './data';
import { desktop } from './desktop';
import { dialogs } from './dialogs';
import { documents } from './documents';
import { edit } from './edit';
import { exports } from './export';
import { facts } from './facts';
import { failures } from './failures';
import { files } from './files';
import { formats } from './formats';
import { guidelines } from './guidelines';
import { hand } from './hand';
import { hints } from './hints';
import { history } from './history';
import { imports } from './import';
import { inspector } from './inspector';
import { labels } from './labels';
import { losses } from './losses';
import { menu } from './menu';
import { omissions } from './omissions';
import { passages } from './passages';
import { print } from './print';
import { problems } from './problems';
import { reading } from './reading';
import { relations } from './relations';
import { rows } from './rows';
import { schema } from './schema';
import { search } from './search';
import { settings } from './settings';
import { sheet } from './sheet';
import { shortcuts } from './shortcuts';
import { side } from './side';
import { status } from './status';
import { storage } from './storage';
import { suggestions } from './suggestions';
import { templates } from './templates';
import { text } from './text';
import { viewer } from './viewer';
import { welcome } from './welcome';

export const zhCN = {
  annotate,
  annotations,
  app,
  commands,
  common,
  data,
  desktop,
  dialogs,
  documents,
  edit,
  export: exports,
  facts,
  failures,
  files,
  formats,
  guidelines,
  hand,
  hints,
  history,
  import: imports,
  inspector,
  labels,
  losses,
  menu,
  omissions,
  passages,
  print,
  problems,
  reading,
  relations,
  rows,
  schema,
  search,
  settings,
  sheet,
  shortcuts,
  side,
  status,
  storage,
  suggestions,
  templates,
  text,
  viewer,
  welcome,
} as const;
