import { Switch } from '@mantine/core';
import { defaultRecommendationSpread, scoreNames } from '../../../core/measures/responseCurves.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { Section } from '../at/Section.tsx';
import { useAt } from '../at/useAt.ts';
import { Disclosure } from '../Disclosure.tsx';
import { ScoreFields } from './ScoreFields.tsx';

const at = ['company', 'responseCurves'];

/** How waits, hand-overs and returns move what customers say: assumptions, each of which can be replaced. */
export function OpinionFields({ plan: { company } }: { plan: Plan }) {
  const { t, format } = useText();
  const { give, disabled, place } = useAt(at);
  const own = company.responseCurves;
  return (
    <Section title={t('basics.opinions.title')} intro={t('basics.opinions.intro')}>
      <Switch
        label={t('basics.opinions.own')}
        checked={own !== undefined}
        disabled={disabled}
        data-switch={place}
        onChange={(event) => give(event.currentTarget.checked ? {} : undefined)}
      />
      {own !== undefined && (
        <>
          {scoreNames.map((score) => (
            <Disclosure key={score} title={t(`basics.opinions.scores.${score}`)}>
              <ScoreFields score={score} own={own[score]} />
            </Disclosure>
          ))}
          <NumberAt
            at={[...at, 'recommendationSpread']}
            label={t('basics.opinions.spread')}
            value={own.recommendationSpread}
            placeholder={format.number(defaultRecommendationSpread)}
            low={0.01}
            high={10}
            optional
            width={200}
          />
        </>
      )}
    </Section>
  );
}
