import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { languagesOf } from '../at/languagesOf.ts';
import { NumberAt } from '../at/NumberAt.tsx';
import { partsOf } from '../at/partsOf.ts';
import { SwitchAt } from '../at/SwitchAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { ServedList } from './ServedList.tsx';
import { SiteFields } from './SiteFields.tsx';
import classes from './Structure.module.css';

const waitingOrders = ['entry', 'firstArrival', 'deadline'] as const;
const agentChoices = ['longestIdle', 'fewestQueues', 'random', 'fixed'] as const;

/** Every field of a team but its people. */
export function TeamDetails({ plan, team }: { plan: Plan; team: Team }) {
  const { t, say } = useText();
  const at = (...fields: readonly string[]) => ['teams', team.id, ...fields];
  const none = { value: '', label: t('structure.nobody') };
  const groups = plan.teams.flatMap(({ groups, name }) =>
    groups.map(({ id, name: own, role }) => ({
      value: id,
      label: t('structure.groupOf', {
        group: say(own) || say(plan.roles.find((one) => one.id === role)?.name) || id,
        team: say(name),
      }),
    })),
  );
  return (
    <div className={classes.fields} data-part={`teams/${team.id}`}>
      <TextAt at={at('name')} label={t('structure.field.name')} value={team.name} width="100%" />
      <TextAt
        at={at('specialty')}
        label={t('structure.field.specialty')}
        value={team.specialty}
        optional
        width="100%"
      />
      <ChoiceAt<string>
        at={at('tier')}
        label={t('structure.field.tier')}
        value={team.tier}
        usual=""
        options={[{ value: '', label: t('app.organisation.withoutTier') }, ...partsOf(plan.tiers, say)]}
        width="100%"
      />
      <ServedList team={team} list="channels" options={partsOf(plan.channels, say)} />
      <ServedList team={team} list="issueTypes" options={partsOf(plan.issueTypes, say)} />
      <ServedList
        team={team}
        list="languages"
        options={languagesOf(plan).map((language) => ({ value: language, label: language }))}
      />
      <ChoiceAt<string>
        at={at('hours')}
        label={t('structure.field.hours')}
        value={team.hours}
        usual=""
        options={[{ value: '', label: t('app.organisation.alwaysOpen') }, ...partsOf(plan.calendars, say)]}
        width="100%"
      />
      <ChoiceAt<string>
        at={at('reportsTo')}
        label={t('structure.field.reportsTo')}
        value={team.reportsTo}
        usual=""
        options={[
          none,
          ...partsOf(
            plan.teams.filter(({ id }) => id !== team.id),
            say,
          ),
        ]}
        width="100%"
      />
      <ChoiceAt<string>
        at={at('lead')}
        label={t('structure.field.lead')}
        value={team.lead}
        usual=""
        options={[none, ...groups]}
        width="100%"
      />
      <Disclosure title={t('structure.more')}>
        <div className={classes.fields}>
          <ChoiceAt
            at={at('waitingOrder')}
            label={t('structure.field.waitingOrder')}
            value={team.waitingOrder}
            usual="entry"
            options={waitingOrders.map((value) => ({ value, label: t(`structure.waitingOrder.${value}`) }))}
            width="100%"
          />
          <ChoiceAt
            at={at('agentChoice')}
            label={t('structure.field.agentChoice')}
            value={team.agentChoice}
            usual="longestIdle"
            options={agentChoices.map((value) => ({ value, label: t(`structure.agentChoice.${value}`) }))}
            width="100%"
          />
          <NumberAt
            at={at('waitingPlaces')}
            label={t('structure.field.waitingPlaces')}
            description={t('structure.field.waitingPlacesEmpty')}
            value={team.waitingPlaces}
            low={0}
            high={1_000_000}
            whole
            optional
          />
          <SwitchAt
            at={at('exemptHandOversFromLimit')}
            label={t('structure.field.exempt')}
            value={team.exemptHandOversFromLimit}
          />
          <SiteFields team={team} />
        </div>
      </Disclosure>
    </div>
  );
}
