import { Button } from '@mantine/core';
import { useState } from 'react';
import { amount } from '../../../core/plan/amount.ts';
import type { Demand } from '../../../core/plan/schema/demand.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { languageName } from '../../text/languageName.ts';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { partsOf } from '../at/partsOf.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import classes from './demand.module.css';
import { FoldedPart } from './FoldedPart.tsx';
import { LineFields } from './LineFields.tsx';
import { addLine, type MixPlace, removeLines } from './mix.ts';
import { Section } from './Section.tsx';
import { useNewPart } from './useNewPart.ts';

/** Which lines are listed: all of an issue type, of a channel, or of both; '' is all. */
export interface LineFilter {
  readonly issueType: string;
  readonly channel: string;
}

interface DemandLinesProps {
  readonly plan: Plan;
  readonly filter: LineFilter;
  readonly onFilter: (filter: LineFilter) => void;
}

const firstLines = 40;

/** Each source of contacts: an issue type by a channel, with everything that can be said of it. */
export function DemandLines({ plan, filter, onFilter }: DemandLinesProps) {
  const { t, say, format, language: inLanguage } = useText();
  const edit = useSession((session) => session.edit);
  const isNew = useNewPart(plan.demand.map(({ id }) => id));
  const [all, setAll] = useState(false);
  const { issueTypes, channels } = plan;
  const found = plan.demand.filter(
    (line) =>
      (filter.issueType === '' || line.issueType === filter.issueType) &&
      (filter.channel === '' || line.channel === filter.channel),
  );
  const shown = all ? found : found.slice(0, firstLines);
  const nameOf = (list: readonly { id: string; name: Plan['name'] }[], id: string): string => {
    const part = list.find((one) => one.id === id);
    return part === undefined ? id : say(part.name);
  };
  const titleOf = (line: Demand): string =>
    t('demand.lines.called', {
      issueType: nameOf(issueTypes, line.issueType),
      channel: nameOf(channels, line.channel),
    });
  const factsOf = ({
    name,
    volume,
    arrivalsSeconds = [],
    profile,
    segment,
    language,
    priority,
  }: Demand): string[] => [
    ...(name === undefined ? [] : [say(name)]),
    ...(segment === undefined ? [] : [nameOf(plan.company.personas, segment)]),
    ...(language === undefined ? [] : [languageName(inLanguage, language)]),
    ...(priority === undefined ? [] : [t('demand.issues.priorityIs', { priority })]),
    profile === undefined ? t('demand.lines.flat') : nameOf(plan.profiles, profile),
    volume === undefined
      ? t('demand.arrivals.number', { number: arrivalsSeconds.length })
      : t(`demand.lines.volumePer.${volume.per}`, {
          contacts: format.number(amount(volume.contacts), { decimals: 1, trim: true }),
        }),
  ];
  const place: MixPlace = {
    issueType: filter.issueType || (issueTypes[0]?.id ?? ''),
    channel: filter.channel || (channels[0]?.id ?? ''),
  };
  const isPossible = issueTypes.length > 0 && channels.length > 0;
  return (
    <Section
      id="lines"
      title={t('demand.lines.title')}
      explanation={t(isPossible ? 'demand.lines.intro' : 'demand.lines.empty')}
      controls={
        isPossible && (
          <>
            <ChoiceField
              label={t('demand.lines.ofIssueType')}
              options={[{ value: '', label: t('demand.lines.allIssueTypes') }, ...partsOf(issueTypes, say)]}
              value={filter.issueType}
              onChange={(issueType) => onFilter({ ...filter, issueType })}
            />
            <ChoiceField
              label={t('demand.lines.ofChannel')}
              options={[{ value: '', label: t('demand.lines.allChannels') }, ...partsOf(channels, say)]}
              value={filter.channel}
              onChange={(channel) => onFilter({ ...filter, channel })}
            />
          </>
        )
      }
    >
      <ul className={classes.list}>
        {shown.map((line) => (
          <FoldedPart
            key={line.id}
            at={['demand', line.id]}
            name={titleOf(line)}
            facts={factsOf(line)}
            startsOpen={isNew(line.id)}
            onRemove={() => void edit(removeLines(plan, [line.id]))}
          >
            {() => <LineFields plan={plan} line={line} />}
          </FoldedPart>
        ))}
      </ul>
      <div className={classes.foot}>
        {isPossible && (
          <AddButton
            label={t('demand.lines.add')}
            list="demand"
            onAdd={() => void edit((now) => addLine(now, place, 'week'))}
          />
        )}
        {found.length > shown.length && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {t('demand.lines.showAll', { number: found.length })}
          </Button>
        )}
      </div>
    </Section>
  );
}
