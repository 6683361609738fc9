import { Switch } from '@mantine/core';
import {
  defaultScoreModels,
  type ResponseCurve,
  type ScoreName,
} from '../../../core/measures/responseCurves.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { withText } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { optionally } from '../at/optionally.ts';
import { FieldGrid } from '../at/PartCard.tsx';
import { useAt } from '../at/useAt.ts';
import { CommitField } from '../fields/CommitField.tsx';
import { useNumberText } from '../fields/useNumberText.ts';
import { useCurveText } from './useCurveText.ts';

type Own = NonNullable<NonNullable<Plan['company']['responseCurves']>[ScoreName]>;

const curves = [
  'firstResponseLive',
  'firstResponseDeferred',
  'resolutionLive',
  'resolutionDeferred',
] as const;
const changes = ['perTransfer', 'perReturn', 'perLost'] as const;

/** The coefficients of one score; what is left empty is as in the default, which stands there in pale ink. */
export function ScoreFields({ score, own = {} }: { score: ScoreName; own: Own | undefined }) {
  const { t, say, language } = useText();
  const { give, disabled, place } = useAt(['company', 'responseCurves', score]);
  const usual = defaultScoreModels[score];
  const anything = useNumberText({ as: 'number', low: -100, high: 100 });
  const curveText = useCurveText();
  const change = (part: Partial<Own>): void => {
    const next = Object.entries({ ...own, ...part }).filter(([, value]) => value !== undefined);
    give(Object.fromEntries(next));
  };
  const figure = (name: 'start' | (typeof changes)[number]) => (
    <CommitField
      key={name}
      label={t(`basics.opinions.${name}`)}
      value={own[name]}
      {...optionally(true, anything.write, anything.read)}
      placeholder={anything.write(usual[name])}
      inputMode="decimal"
      disabled={disabled}
      place={`${place}/${name}`}
      onCommit={(value) => change({ [name]: value })}
    />
  );
  return (
    <div>
      <FieldGrid>{[figure('start'), ...changes.map(figure)]}</FieldGrid>
      <FieldGrid>
        {curves.map((name) => (
          <CommitField<ResponseCurve | undefined>
            key={name}
            label={t(`basics.opinions.${name}`)}
            description={t('basics.opinions.curveDetail')}
            long
            dir="auto"
            value={own[name]}
            {...optionally(true, curveText.write, curveText.read)}
            placeholder={curveText.write(usual[name])}
            disabled={disabled}
            place={`${place}/${name}`}
            onCommit={(value) => change({ [name]: value === undefined ? undefined : [...value] })}
          />
        ))}
        <CommitField
          label={t('app.at.source')}
          long
          dir="auto"
          value={say(own.source)}
          write={(text) => text}
          read={(text) => ({ ok: true, value: text.trim() })}
          disabled={disabled}
          place={`${place}/source`}
          onCommit={(said) =>
            change({ source: said === '' ? undefined : withText(own.source ?? {}, language, said) })
          }
        />
        <Switch
          label={t('app.at.assumedSwitch')}
          checked={own.assumed === true}
          disabled={disabled}
          data-at={`${place}/assumed`}
          onChange={(event) => change({ assumed: event.currentTarget.checked || undefined })}
        />
      </FieldGrid>
    </div>
  );
}
