import { Text, Title } from '@mantine/core';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { PartName, Report } from '../../core/report/report.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { writePath } from '../text/writePath.ts';
import { Disclosure } from './Disclosure.tsx';
import classes from './Foundations.module.css';

/** What the figures rest on, what the simulation left out, and how to get the very same figures again. */
export function Foundations({ report, result }: { report: Report; result: SimulationResult }) {
  const { t, say, format } = useText();
  return (
    <section className={classes.panel} aria-labelledby="foundations">
      <Title order={2} id="foundations" size="h4">
        {t('app.foundations.title')}
      </Title>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('report.intro.interval')} {report.facts.usesControls && `${t('report.intro.controls')} `}
        {t('app.foundations.same')}
      </Text>
      <dl className={classes.facts}>
        <Fact name={t('app.run.replications')} value={format.integer(result.replications)} />
        <Fact name={t('app.run.seed')} value={format.number(result.seed, { grouped: false })} />
        <Fact name={t('app.foundations.contacts')} value={format.integer(result.simulatedContacts)} />
        <Fact name={t('app.foundations.warmUp')} value={format.duration(result.warmUpSeconds)} />
        <Fact name={t('app.foundations.engine')} value={result.engineVersion} code />
        <Fact name={t('app.foundations.plan')} value={report.facts.planHashShort} code />
      </dl>
      <Parts
        title={t('app.foundations.assumed', { number: report.assumptions.length })}
        intro={t('report.intro.assumptions')}
        items={report.assumptions.map(({ path, part, source }) => ({
          path,
          part,
          words: say(source ?? undefined),
        }))}
      />
      <Parts
        title={t('app.foundations.left', { number: report.notYetSimulated.length })}
        intro={t('report.intro.notYetSimulated')}
        items={report.notYetSimulated.map(({ path, part, feature }) => ({
          path,
          part,
          words: t.dynamic('report.feature', feature),
        }))}
      />
    </section>
  );
}

function Fact({ name, value, code = false }: { name: string; value: string; code?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{code ? <code dir="ltr">{value}</code> : value}</dd>
    </div>
  );
}

interface Item {
  readonly path: readonly (string | number)[];
  readonly part: PartName | null;
  readonly words: string;
}

function Parts({ title, intro, items }: { title: string; intro: string; items: readonly Item[] }) {
  const { t } = useText();
  if (items.length === 0) return null;
  return (
    <Disclosure title={title}>
      <Text size="sm" c="dimmed" mb="xs">
        {intro}
      </Text>
      <ul className={classes.list}>
        {items.map(({ path, part, words }) => (
          <li key={writePath(path)}>
            <span>
              {t.dynamic('report.part', String(path[0] ?? 'plan'))}
              {part !== null && (
                <>
                  {': '}
                  <PlanText of={part.name} />
                </>
              )}
            </span>
            <code dir="ltr">{writePath(path)}</code>
            <span className={classes.source}>
              <bdi>{words}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
