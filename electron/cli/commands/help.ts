import { isolate } from '../../../locales/format/bidi.ts';
import {
  actionNames,
  actions,
  type Command,
  type CommandName,
  commandNames,
  commands,
  isCommand,
  usageOf,
} from '../arguments/commandTable.ts';
import { exitCodes } from '../exitCodes.ts';
import type { Session } from '../session.ts';
import { tableLines } from '../text/table.ts';
import type { Terminal } from '../text/terminal.ts';

/** All commands, or one with its options. */
export async function helpCommand({ invocation, speech, out }: Session): Promise<number> {
  const { argument } = invocation;
  if (argument !== undefined && isCommand(argument)) writeCommand(argument, speech.t, out);
  else writeOverview(speech.t, out);
  return exitCodes.done;
}

type Translate = Session['speech']['t'];

function writeOverview(t: Translate, out: Terminal): void {
  out.paragraph(t('cli.help.about'), { style: 'bold' });
  heading(out, t('cli.help.usage'));
  for (const name of commandNames) typed(out, `${beginning(name)} [...]`);
  out.line();
  out.paragraph(t('cli.help.plan'));
  heading(out, t('cli.help.commands'));
  list(
    out,
    commandNames.map((name) => [name, t(`cli.command.${name}`)]),
  );
  heading(out, t('cli.help.exitCodes'));
  list(
    out,
    (['done', 'failure', 'usage', 'internal', 'interrupted'] as const).map((name) => [
      String(exitCodes[name]),
      t(`cli.exit.${name}`),
    ]),
  );
  out.line();
  out.paragraph(t('cli.help.more', { command: 'saff help simulate' }));
}

function writeCommand(name: CommandName, t: Translate, out: Terminal): void {
  const command: Command = commands[name];
  out.paragraph(`${isolate(`saff ${name}`)}: ${t(`cli.command.${name}`)}`, { style: 'bold' });
  heading(out, t('cli.help.usage'));
  typed(out, usageLine(name));
  if (['plan', 'plans', 'planMeasure'].includes(command.argument)) {
    out.line();
    out.paragraph(t('cli.help.plan'));
  }
  if (command.argument === 'needs') {
    out.line();
    out.paragraph(t('cli.help.needs'));
  }
  if (command.argument === 'plans') out.paragraph(t('cli.help.plans'));
  if (command.argument === 'planMeasure') out.paragraph(t('cli.help.measure'));
  if (command.argument === 'action') {
    out.line();
    out.paragraph(t('cli.help.action'));
    list(
      out,
      actionNames.map((action) => [
        `${action}${actions[action] === 'plan' ? ' PLAN' : ''}`,
        t(`cli.library.action.${action}`),
      ]),
    );
  }
  if (command.argument === 'formula') {
    out.line();
    out.paragraph(t('cli.help.formula'));
  }
  if (command.argument === 'case') {
    out.line();
    out.paragraph(t('cli.help.case'));
  }
  heading(out, t('cli.help.options'));
  list(
    out,
    command.options.map((option) => [usageOf(option), t(`cli.option.${option}`)]),
  );
  heading(out, t('cli.help.examples'));
  for (const example of command.examples) typed(out, example);
}

function heading(out: Terminal, text: string): void {
  out.line();
  out.paragraph(text, { style: 'bold' });
}

/** What is typed stays left to right. */
const typed = (out: Terminal, text: string): void => out.paragraph(isolate(text), { indent: 2 });

function beginning(name: CommandName): string {
  const command: Command = commands[name];
  return `saff ${name}${{ plan: ' PLAN', needs: ' NEEDS', plans: ' PLAN ...', planMeasure: ' PLAN MEASURE', formula: ' FORMULA', command: ' [COMMAND]', case: ' [CASE]', action: ' ACTION [PLAN]', none: '' }[command.argument]}`;
}

function usageLine(name: CommandName): string {
  const command: Command = commands[name];
  return `${beginning(name)} ${command.options.map((option) => `[${usageOf(option)}]`).join(' ')}`;
}

function list(out: Terminal, rows: readonly (readonly [string, string])[]): void {
  const columns = [0, 1].map(() => ({ header: '', align: 'start' as const }));
  for (const block of tableLines(columns, rows, out.width - 2)) {
    for (const line of block.rows) out.line(`  ${line}`);
  }
}
