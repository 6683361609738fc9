import { Button, Text, Title } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { type NeedsQuestionId, needsQuestions, openQuestions } from '../../../core/plan/needsQuestions.ts';
import type { Needs } from '../../../core/plan/schema/needs.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { Disclosure } from '../Disclosure.tsx';
import {
  BudgetAnswer,
  CustomersAnswer,
  GrowthAnswer,
  HappinessAnswer,
  IndustryAnswer,
  KindAnswer,
  MoneyAnswer,
  ProductsAnswer,
  SelfHelpAnswer,
  ValuesAnswer,
} from './CompanyAnswers.tsx';
import { IssuesAnswer } from './IssuesAnswer.tsx';
import classes from './needs.module.css';
import { PersonasAnswer } from './PersonasAnswer.tsx';
import { PresentAnswer } from './PresentAnswer.tsx';
import { PromisesAnswer } from './PromisesAnswer.tsx';
import { Question } from './Question.tsx';
import { ChannelsAnswer, HoursAnswer, SourcingAnswer } from './ServiceAnswers.tsx';

const answers: Readonly<Record<NeedsQuestionId, ComponentType<{ readonly needs: Needs }>>> = {
  industry: IndustryAnswer,
  kind: KindAnswer,
  customers: CustomersAnswer,
  personas: PersonasAnswer,
  issues: IssuesAnswer,
  hours: HoursAnswer,
  happiness: HappinessAnswer,
  budget: BudgetAnswer,
  products: ProductsAnswer,
  promises: PromisesAnswer,
  channels: ChannelsAnswer,
  present: PresentAnswer,
  sourcing: SourcingAnswer,
  growth: GrowthAnswer,
  selfHelp: SelfHelpAnswer,
  values: ValuesAnswer,
  money: MoneyAnswer,
};

const idsOf = (stage: 'first' | 'more'): readonly NeedsQuestionId[] =>
  needsQuestions.filter((question) => question.stage === stage).map(({ id }) => id);

/** The questions: a few first, the others on demand. */
export function QuestionPane({ needs }: { needs: Needs }) {
  const { t, format } = useText();
  const more = idsOf('more');
  return (
    <section className={classes.column} aria-labelledby="needs">
      <header className={classes.head}>
        <Title order={2} id="needs" size="h3">
          {t('needs.title')}
        </Title>
        <Text size="sm" c="dimmed" maw="72ch">
          {t('needs.intro')}
        </Text>
      </header>
      <Progress needs={needs} />
      <Questions ids={idsOf('first')} needs={needs} />
      <Disclosure title={t('needs.more', { number: format.integer(more.length) })}>
        <Questions ids={more} needs={needs} />
      </Disclosure>
      <ToCandidates />
    </section>
  );
}

function Questions({ ids, needs }: { ids: readonly NeedsQuestionId[]; needs: Needs }) {
  return (
    <ul className={classes.questions}>
      {ids.map((id) => {
        const Answer = answers[id];
        return (
          <Question key={id} id={id} needs={needs}>
            <Answer needs={needs} />
          </Question>
        );
      })}
    </ul>
  );
}

function Progress({ needs }: { needs: Needs }) {
  const { t, format } = useText();
  const all = idsOf('first').length;
  const answered = all - openQuestions(needs, 'first').length;
  return (
    <div className={classes.progress} data-answered={answered}>
      <span>{t('needs.progress', { answered: format.integer(answered), all: format.integer(all) })}</span>
      <span className={classes.track} aria-hidden="true">
        <span style={{ inlineSize: `${(answered / all) * 100}%` }} />
      </span>
    </div>
  );
}

/** Where there is no room for both side by side: the way to what fits the answers. */
function ToCandidates() {
  const { t } = useText();
  const count = useSession((session) => session.advice?.advice.candidates.length ?? 0);
  if (count === 0) return null;
  return (
    <div className={classes.jump}>
      <Button
        variant="default"
        radius="xl"
        rightSection={<IconArrowDown size={18} aria-hidden />}
        onClick={() => document.getElementById('candidates')?.scrollIntoView({ block: 'start' })}
      >
        {t('needs.toCandidates', { count })}
      </Button>
    </div>
  );
}
