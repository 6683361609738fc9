import type { Demand } from '../../../core/plan/schema/demand.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { languageName } from '../../text/languageName.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { languagesToName } from '../at/languagesOf.ts';
import { NumberAt } from '../at/NumberAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { ShareAt } from '../at/ShareAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { Arrivals } from './Arrivals.tsx';
import { periods } from './volumes.ts';

/** Everything that can be said of one source of contacts. */
export function LineFields({ plan, line }: { plan: Plan; line: Demand }) {
  const { t, say, language } = useText();
  const at = ['demand', line.id];
  const { volume } = line;
  const languages = languagesToName(plan);
  return (
    <>
      <FieldGrid>
        {volume !== undefined && (
          <>
            <QuantityAt
              at={[...at, 'volume', 'contacts']}
              label={t('demand.lines.contacts')}
              value={volume.contacts}
              as="number"
              width="100%"
            />
            <ChoiceAt
              width="100%"
              at={[...at, 'volume', 'per']}
              label={t('demand.lines.per')}
              value={volume.per}
              options={periods.map((value) => ({ value, label: t(`demand.per.${value}`) }))}
            />
          </>
        )}
        <ChoiceAt
          width="100%"
          at={[...at, 'profile']}
          label={t('demand.lines.profile')}
          usual=""
          value={line.profile}
          options={[{ value: '', label: t('demand.lines.flat') }, ...partsOf(plan.profiles, say)]}
        />
        <ChoiceAt
          width="100%"
          at={[...at, 'issueType']}
          label={t('demand.lines.issueType')}
          value={line.issueType}
          options={partsOf(plan.issueTypes, say)}
        />
        <ChoiceAt
          width="100%"
          at={[...at, 'channel']}
          label={t('demand.lines.channel')}
          value={line.channel}
          options={partsOf(plan.channels, say)}
        />
        <ChoiceAt
          width="100%"
          at={[...at, 'segment']}
          label={t('demand.lines.segment')}
          usual=""
          value={line.segment}
          options={[
            { value: '', label: t('demand.lines.anyCustomer') },
            ...partsOf(plan.company.personas, say),
          ]}
        />
        <ChoiceAt
          width="100%"
          at={[...at, 'language']}
          label={t('demand.lines.language')}
          usual=""
          value={line.language}
          options={[
            { value: '', label: t('demand.lines.anyLanguage') },
            ...languages.map((code) => ({ value: code, label: languageName(language, code) })),
          ]}
        />
        <ShareAt
          width="100%"
          at={[...at, 'growthPerYear']}
          label={t('demand.lines.growth')}
          value={line.growthPerYear}
          low={-0.99}
          high={100}
        />
        <NumberAt
          at={[...at, 'priority']}
          label={t('demand.lines.priority')}
          value={line.priority}
          low={1}
          high={9}
          whole
          optional
          placeholder={t('demand.lines.priorityOfIssue')}
          width="100%"
        />
        <TextAt at={[...at, 'name']} label={t('demand.lines.name')} value={line.name} optional />
      </FieldGrid>
      <Arrivals plan={plan} line={line} />
    </>
  );
}
