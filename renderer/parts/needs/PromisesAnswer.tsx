import { Menu } from '@mantine/core';
import type { NeededPromise, Needs } from '../../../core/plan/schema/needs.ts';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddMenu } from '../at/AddMenu.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { DurationAt } from '../at/DurationAt.tsx';
import { partsOf } from '../at/partsOf.ts';
import { ShareAt } from '../at/ShareAt.tsx';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { NeededPart } from './NeededPart.tsx';
import classes from './needs.module.css';
import { addPromise, usualPromises } from './needsEdits.ts';
import { useChannelOptions } from './useChannelOptions.ts';

const clocks = ['firstResponse', 'resolution'] as const;
const kinds = [
  'phone',
  'chat',
  'email',
  'social',
  'solution',
] as const satisfies readonly (keyof typeof usualPromises)[];
const longestSeconds = 366 * 86_400;

/** What is promised to customers, each a sentence that one fills in. */
export function PromisesAnswer({ needs }: { needs: Needs }) {
  const { t, format } = useText();
  const edit = usePlanEdit();
  return (
    <div data-at="needs/promises" className={classes.partBody}>
      {needs.promises !== undefined && (
        <ul className={classes.parts}>
          {needs.promises.map((promise, place) => (
            <NeededPart
              key={promise.id}
              list="promises"
              id={promise.id}
              name={t('needs.promise.numbered', { number: format.integer(place + 1) })}
            >
              <Sentence needs={needs} promise={promise} />
            </NeededPart>
          ))}
        </ul>
      )}
      <div>
        <AddMenu label={t('needs.promise.add')} list="needs/promises">
          {kinds.map((kind) => (
            <Menu.Item
              key={kind}
              data-promise-kind={kind}
              onClick={() => edit((plan) => addPromise(plan, usualPromises[kind]))}
            >
              {t(`needs.promise.kind.${kind}`)}
            </Menu.Item>
          ))}
        </AddMenu>
      </div>
    </div>
  );
}

/** '80 % of contacts by chat about any issue get a first answer within 1 min', with a field at each place. */
function Sentence({ needs, promise }: { needs: Needs; promise: NeededPromise }) {
  const { t, say } = useText();
  const channels = useChannelOptions();
  const at = ['needs', 'promises', promise.id];
  return (
    <div className={classes.sentence}>
      <FilledSentence
        of="needs.promise.sentence"
        fields={{
          share: (
            <ShareAt
              at={[...at, 'share']}
              label={t('app.promises.share')}
              hideLabel
              low={0.01}
              width={76}
              value={promise.share}
              optional
            />
          ),
          channel: (
            <ChoiceAt<string>
              at={[...at, 'channel']}
              label={t('report.part.channels')}
              hideLabel
              width={150}
              usual=""
              value={promise.channel}
              options={[{ value: '', label: t('app.promises.allChannels') }, ...channels]}
            />
          ),
          issue: (
            <ChoiceAt<string>
              at={[...at, 'issue']}
              label={t('report.part.issueTypes')}
              hideLabel
              width={160}
              usual=""
              value={promise.issue}
              options={[
                { value: '', label: t('app.promises.allIssueTypes') },
                ...partsOf(needs.issues ?? [], say),
              ]}
            />
          ),
          clock: (
            <ChoiceAt
              at={[...at, 'clock']}
              label={t('app.promises.clock')}
              hideLabel
              width={160}
              usual="firstResponse"
              value={promise.clock}
              options={clocks.map((value) => ({ value, label: t(`app.promises.clocks.${value}`) }))}
            />
          ),
          target: (
            <DurationAt
              at={[...at, 'withinSeconds']}
              label={t('app.promises.target')}
              hideLabel
              low={1}
              high={longestSeconds}
              width={120}
              value={promise.withinSeconds}
            />
          ),
        }}
      />
    </div>
  );
}
