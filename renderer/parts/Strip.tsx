import type { ReactNode } from 'react';
import { promiseSubject, whole } from '../../core/measures/subjects.ts';
import type { Strip as Figures, StripChange } from '../../core/report/strip.ts';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useStrip } from '../state/useStrip.ts';
import { estimateText, moneyChangeText, shareText } from '../text/estimateText.ts';
import { PlanText } from '../text/PlanText.tsx';
import { type Texts, useText } from '../text/TextProvider.tsx';
import { Figure } from './Figure.tsx';
import classes from './Strip.module.css';
import { VerdictFigure } from './VerdictFigure.tsx';

/**
 * Promises kept, people and cost at the edge of every screen of a plan. By formula in lighter ink a moment after an edit;
 * the simulated figures take their place when they are in.
 */
export function Strip({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const running = useSession((session) => session.run !== null);
  const found = useStrip(open);
  if (found === null) return null;
  const { strip: shown, change, isOld } = found;
  return (
    <section
      className={classes.strip}
      aria-label={t('app.strip.name')}
      data-by={shown.by}
      data-old={isOld || undefined}
      aria-busy={isOld}
    >
      <dl className={classes.cells}>
        <Kept strip={shown} change={change} />
        <Worst strip={shown} change={change} />
        <Chance open={open} />
        <People strip={shown} change={change} />
        <Cost strip={shown} change={change} />
      </dl>
      <p className={classes.basis}>
        {t(
          shown.by === 'simulation'
            ? 'app.strip.simulated'
            : running
              ? 'app.strip.simulating'
              : 'app.strip.formula',
        )}
      </p>
    </section>
  );
}

interface CellProps {
  readonly strip: Figures;
  readonly change: StripChange | null;
}

function Kept({ strip, change }: CellProps) {
  const texts = useText();
  const { t, format } = texts;
  const kept = strip.promises.filter(({ verdict }) => verdict === 'kept').length;
  if (strip.promises.length === 0)
    return <Cell label={t('app.strip.promises')}>{t('app.strip.noPromises')}</Cell>;
  return (
    <Cell
      label={t('app.strip.promises')}
      change={change === null ? null : moreOrLess(texts, change.kept, format.integer)}
      better={change === null ? null : change.kept > 0}
    >
      <Figure
        measure="promisesKept"
        subject={whole}
        by={strip.by}
        text={t('app.strip.kept', { kept: format.integer(kept), all: format.integer(strip.promises.length) })}
      />
    </Cell>
  );
}

function Worst({ strip: { worst, by }, change }: CellProps) {
  const texts = useText();
  const { t, format } = texts;
  if (worst === null) return null;
  const moved = change?.worst ?? null;
  const points = (share: number): string =>
    t('app.strip.points', { number: format.number(share * 100, { decimals: 1 }) });
  return (
    <Cell
      label={<PlanText of={worst.promise.name} />}
      change={moved === null || Math.abs(moved) < 0.0005 ? null : moreOrLess(texts, moved, points)}
      better={moved === null ? null : moved > 0}
      mark={<VerdictFigure verdict={worst.verdict} subject={promiseSubject(worst.promise.id)} by={by} />}
    >
      <Figure
        measure="serviceLevelFraction"
        subject={promiseSubject(worst.promise.id)}
        by={by}
        text={estimateText(format, worst.attained, 'fraction')}
      />
      <span className={classes.asked}>
        {t('app.strip.asked', { share: shareText(format, worst.shareToAttain) })}
      </span>
    </Cell>
  );
}

/** How likely all promises are kept at once; of the content before, until that of the present one is worked out. */
function Chance({ open }: { open: OpenPlan }) {
  const { t, format } = useText();
  const shown = useSession((session) => session.chance);
  if (open.plan.promises.length === 0) return null;
  const chance = shown?.result.allKept;
  if (shown === null || chance?.value == null || chance.low === null || chance.high === null)
    return <Cell label={t('app.strip.chance')}>{t('app.strip.chanceSoon')}</Cell>;
  const percent = (share: number): string => format.percent(share, 0);
  const isOld = shown.planHash !== open.planHash;
  const detail = t('app.strip.chanceDetail', { draws: format.integer(shown.result.draws) });
  return (
    <Cell label={t('app.strip.chance')} title={detail} old={isOld}>
      <Figure measure="allKeptChance" subject={whole} text={percent(chance.value)} />
      <span className={classes.asked}>{format.range(chance.low, chance.high, percent)}</span>
    </Cell>
  );
}

function People({ strip, change }: CellProps) {
  const texts = useText();
  const { t, format } = texts;
  const { people, derivedPeople } = strip;
  return (
    <Cell
      label={t('app.strip.people')}
      change={change === null ? null : moreOrLess(texts, change.people, format.integer)}
      better={null}
      title={
        derivedPeople > 0 ? t('app.strip.derived', { number: format.integer(derivedPeople) }) : undefined
      }
    >
      <Figure
        measure="people"
        subject={whole}
        by="formula"
        text={
          derivedPeople > 0
            ? t('app.strip.atLeast', { number: format.integer(people) })
            : format.integer(people)
        }
      />
    </Cell>
  );
}

function Cost({ strip, change }: CellProps) {
  const texts = useText();
  const { t, format } = texts;
  const { costPerMonth } = strip;
  const moved = change?.costPerMonth ?? null;
  return (
    <Cell
      label={t('app.strip.cost')}
      change={moved === null ? null : moreOrLess(texts, moved, (amount) => moneyChangeText(format, amount))}
      better={moved === null ? null : moved < 0}
    >
      {costPerMonth.value === null ? (
        t('app.strip.noCost')
      ) : (
        <Figure
          measure="costPerMonthMoney"
          subject={whole}
          by={strip.by}
          text={estimateText(format, costPerMonth, 'money')}
        />
      )}
    </Cell>
  );
}

/** A change in words; null where there is none. */
function moreOrLess({ t }: Texts, change: number, write: (size: number) => string): string | null {
  if (change === 0) return null;
  return t(change > 0 ? 'app.strip.more' : 'app.strip.less', { amount: write(Math.abs(change)) });
}

interface CellParts {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly change?: string | null;
  /** Whether the change is for the better; null: neither. */
  readonly better?: boolean | null;
  readonly mark?: ReactNode;
  readonly title?: string | undefined;
  /** Of the content before the last change. */
  readonly old?: boolean;
}

function Cell({ label, children, change = null, better = null, mark, title, old = false }: CellParts) {
  const { t } = useText();
  const isScenario = useSession(({ open }) => open?.scenario != null);
  return (
    <div className={classes.cell} title={title} data-old={old || undefined}>
      <dt>{label}</dt>
      <dd>
        <span className={classes.value}>{children}</span>
        {mark}
        {change !== null && (
          <span className={classes.change} data-better={better ?? undefined}>
            <bdi>{change}</bdi> {t(isScenario ? 'app.strip.againstPlan' : 'app.strip.sinceEdit')}
          </span>
        )}
      </dd>
    </div>
  );
}
