/** `postil-cli completion`: what the shell needs to complete commands, options and their choices. */
import { Argument, type Command } from 'commander';
import { print } from './say';

/** A command with the words that may follow it. */
interface Completed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { readonly flags: readonly string[]; readonly description: string }[];
  /** By flag: the values that it takes; none listed for one that takes anything. */
  readonly values: readonly { readonly flags: readonly string[]; readonly choices: readonly string[] }[];
  readonly arguments: readonly string[];
}

const flagsOf = ({
  short,
  long,
}: {
  readonly short?: string | undefined;
  readonly long?: string | undefined;
}) => [short, long].filter((flag) => flag !== undefined);

const completed = (command: Command): Completed => ({
  name: command.name(),
  description: command.summary() || command.description(),
  options: command.options.map((it) => ({ flags: flagsOf(it), description: it.description })),
  values: command.options
    .filter((it) => it.required || it.optional)
    .map((it) => ({ flags: flagsOf(it), choices: it.argChoices ?? [] })),
  arguments: command.registeredArguments.flatMap((it) => it.argChoices ?? []),
});

const words = (it: Completed) => [...it.options.flatMap(({ flags }) => flags), ...it.arguments].join(' ');

/** Files are completed where nothing else is known: projects and outputs are paths. */
function bash(name: string, commands: readonly Completed[]): string {
  const values = commands.flatMap((it) =>
    it.values
      .filter(({ choices }) => choices.length > 0)
      .map(
        ({ flags, choices }) =>
          `    ${flags.map((flag) => `${it.name}:${flag}`).join('|')}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$cur")); return ;;`,
      ),
  );
  const options = commands.map((it) => `    ${it.name}) words="${words(it)}" ;;`);
  return `_${fn(name)}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map((it) => it.name).join(' ')} --help --version" -- "$cur"))
    return
  fi
  case "$command:$prev" in
${values.join('\n')}
  esac
  case "$command" in
${options.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _${fn(name)} ${name}
`;
}

function zsh(name: string, commands: readonly Completed[]): string {
  const described = commands.map((it) => `    ${quoted(`${it.name}:${it.description}`)}`);
  const cases = commands.map((it) => {
    const options = it.options.map(({ flags, description }) => {
      const value = it.values.find(({ flags: of }) => of.at(-1) === flags.at(-1));
      const takes = value
        ? `:value:${value.choices.length > 0 ? `(${value.choices.join(' ')})` : '_files'}`
        : '';
      const plain = description.replaceAll(/[[\]:]/g, ' ');
      return flags.map((flag) => quoted(`*${flag}[${plain}]${takes}`)).join(' ');
    });
    const rest = it.arguments.length > 0 ? `'1:value:(${it.arguments.join(' ')})'` : "'*:file:_files'";
    return `    ${it.name}) _arguments ${[...options, rest].join(' ')} ;;`;
  });
  return `#compdef ${name}
_${fn(name)}() {
  local -a commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _${fn(name)} ${name}
`;
}

function fish(name: string, commands: readonly Completed[]): string {
  const lines = commands.flatMap((it) => {
    const when = `-n ${quoted(`__fish_seen_subcommand_from ${it.name}`)}`;
    const options = it.options.map(({ flags, description }) => {
      const names = flags.map((flag) =>
        flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
      );
      const value = it.values.find(({ flags: of }) => of.at(-1) === flags.at(-1));
      const takes = value
        ? value.choices.length > 0
          ? ` -x -a ${quoted(value.choices.join(' '))}`
          : ' -r'
        : '';
      return `complete -c ${name} ${when} ${names.join(' ')}${takes} -d ${quoted(description)}`;
    });
    const given =
      it.arguments.length > 0 ? [`complete -c ${name} ${when} -f -a ${quoted(it.arguments.join(' '))}`] : [];
    return [
      `complete -c ${name} -n __fish_use_subcommand -f -a ${it.name} -d ${quoted(it.description)}`,
      ...options,
      ...given,
    ];
  });
  return `${lines.join('\n')}\n`;
}

const fn = (name: string) => name.replaceAll(/\W/g, '_');

/** In single quotes for sh, zsh and fish alike. */
const quoted = (text: string) => `'${text.replaceAll("'", '’')}'`;

const shells = { bash, zsh, fish };

export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('Print what the shell needs to complete commands and options.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(shells)))
    .addHelpText(
      'after',
      `
Put one of these where your shell starts:
  source <(postil-cli completion bash)                                    # ~/.bashrc
  source <(postil-cli completion zsh)                                     # ~/.zshrc, after compinit
  postil-cli completion fish > ~/.config/fish/completions/postil-cli.fish`,
    )
    .action((shell: keyof typeof shells) =>
      print(shells[shell](program.name(), program.commands.map(completed))),
    );
}
