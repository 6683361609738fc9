import { Title } from '@mantine/core';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import classes from './Staffing.module.css';
import { type GroupPlace, groupAt } from './shiftEdits.ts';
import { shrinkageOf } from './shrinkage.ts';

/** What people on duty lose to breaks, absence and other duties, and how many are left for contacts. */
export function ShrinkagePanel({ plan, of }: { plan: Plan; of: GroupPlace }) {
  const { t, format } = useText();
  const { group } = of;
  const at = groupAt(of);
  const { planned, losses, left } = shrinkageOf(plan, of);
  const role = plan.roles.find(({ id }) => id === group.role);
  const people = (value: number): string => format.number(value, { decimals: 1, trim: true });
  const width = (value: number): string => `${planned === 0 ? 0 : (value / planned) * 100}%`;
  return (
    <section className={classes.panel} aria-labelledby="shrinkage">
      <header>
        <Title order={3} id="shrinkage" size="h5">
          {t('people.shrinkage.title')}
        </Title>
        <p className={classes.hint}>
          {t('people.shrinkage.explained', { planned: people(planned), left: people(left) })}
        </p>
      </header>
      <div className={classes.shares}>
        <QuantityAt
          at={[...at, 'plannedShrinkage']}
          label={t('people.shrinkage.plannedShrinkage')}
          value={group.plannedShrinkage}
          as="share"
          width={210}
        />
        <QuantityAt
          at={[...at, 'unplannedAbsence']}
          label={t('people.shrinkage.unplannedAbsence')}
          value={group.unplannedAbsence}
          as="share"
          width={210}
        />
        {role !== undefined && (
          <QuantityAt
            at={['roles', role.id, 'contactTimeShare']}
            label={t('people.role.contactTimeShare')}
            value={role.contactTimeShare}
            as="share"
            width={210}
          />
        )}
      </div>
      <div className={classes.left} data-left={left.toFixed(2)}>
        <div>
          <span>{t('people.shrinkage.planned')}</span>
          <span className={classes.lane} aria-hidden="true">
            <span data-part="left" style={{ insetInlineStart: 0, inlineSize: planned === 0 ? 0 : '100%' }} />
          </span>
          <output>{people(planned)}</output>
        </div>
        {losses.map((loss) => (
          <div key={loss.part}>
            <span>{t(`people.shrinkage.${loss.part}`)}</span>
            <span className={classes.lane} aria-hidden="true">
              <span
                data-part="lost"
                style={{ insetInlineStart: width(loss.left), inlineSize: width(loss.lost) }}
              />
            </span>
            <output>{people(-loss.lost)}</output>
          </div>
        ))}
        <div>
          <strong>{t('people.shrinkage.left')}</strong>
          <span className={classes.lane} aria-hidden="true">
            <span data-part="left" style={{ insetInlineStart: 0, inlineSize: width(left) }} />
          </span>
          <output>
            <strong>{people(left)}</strong>
          </output>
        </div>
      </div>
    </section>
  );
}
