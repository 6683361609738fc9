import { IconArrowsRightLeft, IconCheck, IconMinus, IconPlus } from '@tabler/icons-react';
import type { RoleChange } from '../../../core/measures/advice.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ScrollFrame } from '../ScrollFrame.tsx';
import classes from './candidates.module.css';

const icons = { kept: IconCheck, changed: IconArrowsRightLeft, new: IconPlus, gone: IconMinus } as const;

/** The way from the present organisation, role by role. */
export function WayTable({ way }: { way: readonly RoleChange[] }) {
  const { t, format } = useText();
  return (
    <div>
      <h4>{t('needs.way.title')}</h4>
      <ScrollFrame label={t('needs.way.title')}>
        <table className={classes.table} data-way={way.length}>
          <thead>
            <tr>
              <th scope="col">{t('needs.way.role')}</th>
              <th scope="col">{t('needs.way.team')}</th>
              <th scope="col" data-number>
                {t('needs.way.before')}
              </th>
              <th scope="col" data-number>
                {t('needs.way.after')}
              </th>
              <th scope="col">{t('needs.way.change')}</th>
            </tr>
          </thead>
          <tbody>
            {way.map((one) => {
              const Icon = icons[one.change];
              return (
                <tr key={JSON.stringify([one.role, one.team, one.change, one.from])}>
                  <th scope="row">{t.dynamic('people.role.kinds', one.role)}</th>
                  <td>
                    <PlanText of={one.team} />
                    {one.from !== null && (
                      <span className={classes.range}>
                        {t('needs.way.from')} <PlanText of={one.from} />
                      </span>
                    )}
                  </td>
                  <td data-number>{format.integer(one.before)}</td>
                  <td data-number>{format.integer(one.after)}</td>
                  <td>
                    <span className={classes.step} data-change={one.change}>
                      <Icon size={16} aria-hidden />
                      {t(`needs.way.kind.${one.change}`)}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  );
}
