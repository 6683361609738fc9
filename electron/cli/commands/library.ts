import type { Failure, Reply } from '../../../core/contract/failures.ts';
import type { Finding, LibraryRepair } from '../../../core/contract/library.ts';
import { isolate } from '../../../locales/format/bidi.ts';
import type { ActionName } from '../arguments/commandTable.ts';
import { exitCodes } from '../exitCodes.ts';
import { planMeant } from '../plan/keptPlan.ts';
import { planText } from '../plan/planText.ts';
import { sayFailure, sayFaults } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { cleanText } from '../text/cleanText.ts';
import { writeTable } from '../text/writeTable.ts';

const shortId = 8;

/** The kept plans, from a terminal. */
export async function libraryCommand(session: Session): Promise<number> {
  const { action = 'list' } = session.invocation;
  return run[action](session);
}

const run: Readonly<Record<ActionName, (session: Session) => Promise<number>>> = {
  list: listPlans,
  import: importPlan,
  export: exportPlan,
  check: checkLibrary,
  repair: repairLibrary,
  backup: backUp,
};

async function listPlans(session: Session): Promise<number> {
  const { io, invocation, speech, out } = session;
  const client = await session.client();
  const reply = await client.call('library.list', { removed: invocation.options.removed === true });
  if (!reply.ok) return refused(session, reply.failure);
  await sayNotices(session);
  const { plans } = reply.value;
  if (invocation.options.json) {
    io.out(`${JSON.stringify(plans, null, 2)}\n`);
    return exitCodes.done;
  }
  const { t, format, name } = speech;
  if (plans.length === 0) {
    const status = await client.call('library.status', {});
    out.paragraph(t('cli.library.empty', { folder: status.ok ? cleanText(status.value.folder) : '' }));
    return exitCodes.done;
  }
  const columns = [
    { header: t('cli.library.column.plan'), align: 'start' as const },
    { header: t('cli.library.column.name'), align: 'start' as const },
    { header: t('cli.library.column.changed'), align: 'start' as const },
    { header: t('cli.library.column.revision'), align: 'end' as const },
  ];
  const rows = plans.map((plan) => [
    plan.plan.slice(0, shortId),
    name(plan.name),
    format.dateTime(plan.changedAt),
    format.number(plan.revision),
  ]);
  writeTable(columns, rows, out);
  return exitCodes.done;
}

async function importPlan(session: Session): Promise<number> {
  const { io, invocation, speech, out, err } = session;
  const source = await planText(session, invocation.argument ?? '');
  if (!source.ok) return sayFailure(speech, err, source.failure);
  const reply = await (await session.client()).call('library.import', { text: source.value });
  if (!reply.ok) return refused(session, reply.failure);
  const { plan, document, faults } = reply.value;
  if (invocation.options.json) {
    io.out(`${JSON.stringify({ plan, planHash: reply.value.planHash, faults }, null, 2)}\n`);
    return exitCodes.done;
  }
  out.paragraph(speech.t('cli.library.imported', { name: speech.name(document.name), plan }), {
    style: 'good',
  });
  if (faults.length > 0) {
    err.paragraph(speech.t('cli.library.faults', { count: faults.length }));
    sayFaults(speech, err, faults);
  }
  return exitCodes.done;
}

async function exportPlan(session: Session): Promise<number> {
  const { io, invocation, speech, err } = session;
  const client = await session.client();
  const listed = await client.call('library.list', {});
  if (!listed.ok) return refused(session, listed.failure);
  const found = planMeant(listed.value.plans, invocation.argument ?? '');
  if (!found.ok) return sayFailure(speech, err, found.failure);
  const reply = await client.call('plan.export', {
    plan: found.value,
    results: invocation.options.bundle === true,
  });
  if (!reply.ok) return refused(session, reply.failure);
  io.out(reply.value.text);
  return exitCodes.done;
}

async function checkLibrary(session: Session): Promise<number> {
  const { io, invocation, speech, out, err } = session;
  const reply = await (await session.client()).call('library.check', {});
  if (!reply.ok) return refused(session, reply.failure);
  await sayNotices(session);
  const { findings, ...counts } = reply.value;
  if (invocation.options.json) io.out(`${JSON.stringify(reply.value, null, 2)}\n`);
  else if (findings.length === 0) {
    const { number } = speech.format;
    const { plans, steps, versions, results } = counts;
    const params = {
      plans: number(plans),
      steps: number(steps),
      versions: number(versions),
      results: number(results),
    };
    out.paragraph(speech.t('cli.library.sound', params), { style: 'good' });
  } else {
    err.paragraph(speech.t('cli.library.found', { count: findings.length }), { style: 'bad' });
    sayFindings(session, findings);
    err.paragraph(speech.t('cli.library.repairBy', { command: 'saff library repair' }));
  }
  return findings.length === 0 ? exitCodes.done : exitCodes.failure;
}

async function repairLibrary(session: Session): Promise<number> {
  const { io, invocation, speech, err } = session;
  const reply = await (await session.client()).call('library.repair', {});
  if (!reply.ok) return refused(session, reply.failure);
  if (invocation.options.json) io.out(`${JSON.stringify(reply.value, null, 2)}\n`);
  else sayRepair(session, reply.value);
  const { left } = reply.value;
  if (left.length === 0) return exitCodes.done;
  if (!invocation.options.json) {
    err.paragraph(speech.t('cli.library.found', { count: left.length }), { style: 'bad' });
    sayFindings(session, left);
  }
  return exitCodes.failure;
}

function sayRepair(session: Session, repair: LibraryRepair): void {
  const { speech, out } = session;
  const { t, format } = speech;
  const { repaired, quarantined, keptFile, from, recovered, lost } = repair;
  if (keptFile !== null)
    out.paragraph(t('cli.library.replacedBy', { file: cleanText(keptFile), from: cleanText(from ?? '') }));
  if (recovered !== null && lost !== null)
    out.paragraph(
      t('cli.library.salvaged', { recovered: format.number(recovered), lost: format.number(lost) }),
    );
  if (repaired.length > 0) {
    out.paragraph(t('cli.library.repaired', { count: repaired.length }), { style: 'good' });
    sayFindings(session, repaired);
  } else if (keptFile === null) out.paragraph(t('cli.library.nothingToRepair'), { style: 'good' });
  if (quarantined > 0) out.paragraph(t('cli.library.quarantined', { count: quarantined }));
}

function sayFindings({ speech, err }: Session, findings: readonly Finding[]): void {
  for (const { code, params } of findings) {
    const clean = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' ? cleanText(value) : value,
      ]),
    );
    err.paragraph(`\u2022 ${speech.t.dynamic('cli.library.finding', code, clean)} (${isolate(code)})`, {
      indent: 2,
    });
  }
}

async function backUp(session: Session): Promise<number> {
  const { io, invocation, speech, out } = session;
  const reply = await (await session.client()).call('library.backup', {});
  if (!reply.ok) return refused(session, reply.failure);
  if (invocation.options.json) io.out(`${JSON.stringify(reply.value, null, 2)}\n`);
  else
    out.paragraph(speech.t('cli.library.backedUp', { file: cleanText(reply.value.file) }), { style: 'good' });
  return exitCodes.done;
}

/** What the person should know although the command has worked. */
async function sayNotices(session: Session): Promise<void> {
  const reply: Reply<{ readonly notices: readonly Failure[] }> = await (await session.client()).call(
    'library.status',
    {},
  );
  if (!reply.ok) return;
  for (const notice of reply.value.notices) sayFailure(session.speech, session.err, notice);
}

function refused({ speech, err }: Session, failure: Failure): number {
  const code = sayFailure(speech, err, failure);
  sayFaults(speech, err, failure.faults ?? []);
  return code;
}
