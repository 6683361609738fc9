// Answers about the company: its trade, its size, its values, its money.
import { happinessKinds, industryKinds, type Needs } from '../../../core/plan/schema/needs.ts';
import { useText } from '../../text/TextProvider.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { ShareAt } from '../at/ShareAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { TextListAt } from '../at/TextListAt.tsx';
import classes from './needs.module.css';
import { PillsAt, YesNoAt } from './PillsAt.tsx';

interface AnswersProps {
  readonly needs: Needs;
}

const kinds = ['supportTeam', 'helpDesk'] as const;

export function IndustryAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  return (
    <>
      <PillsAt
        at={['industry']}
        label={t('needs.question.industry')}
        value={needs.industry}
        options={industryKinds.map((value) => ({ value, label: t(`needs.industry.${value}`) }))}
      />
      {(needs.industry !== undefined || needs.industryName !== undefined) && (
        <TextAt
          at={['needs', 'industryName']}
          label={t('needs.field.industryName')}
          value={needs.industryName}
          optional
          width="min(100%, 320px)"
        />
      )}
    </>
  );
}

export function KindAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  return (
    <PillsAt
      at={['kind']}
      label={t('needs.question.kind')}
      value={needs.kind}
      options={kinds.map((value) => ({ value, label: t(`needs.kind.${value}`) }))}
    />
  );
}

export function CustomersAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  return (
    <div className={classes.fields}>
      <QuantityAt
        at={['needs', 'customers']}
        label={t('needs.field.customers')}
        value={needs.customers}
        as="number"
        optional
        width={180}
      />
      <QuantityAt
        at={['needs', 'contactsPerMonth']}
        label={t('needs.field.contactsPerMonth')}
        value={needs.contactsPerMonth}
        as="number"
        optional
        width={180}
      />
    </div>
  );
}

export function HappinessAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  return (
    <PillsAt
      many
      at={['happiness']}
      label={t('needs.question.happiness')}
      value={needs.happiness}
      options={happinessKinds.map((value) => ({ value, label: t(`needs.happiness.${value}`) }))}
    />
  );
}

export function BudgetAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  return (
    <div className={classes.fields}>
      <QuantityAt
        at={['needs', 'budgetPerMonth']}
        label={t('needs.field.budgetPerMonth')}
        value={needs.budgetPerMonth}
        as="money"
        optional
        width={180}
      />
      <QuantityAt
        at={['needs', 'payPerMonth']}
        label={t('needs.field.payPerMonth')}
        value={needs.payPerMonth}
        as="money"
        low={0.01}
        optional
        width={180}
      />
    </div>
  );
}

export function ProductsAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  return (
    <>
      <TextAt
        at={['needs', 'companyName']}
        label={t('needs.field.companyName')}
        value={needs.companyName}
        optional
        width="min(100%, 320px)"
      />
      <TextListAt
        at={['needs', 'products']}
        label={t('needs.field.products')}
        value={needs.products}
        first={t('needs.newProduct')}
        addLabel={t('needs.addProduct')}
      />
    </>
  );
}

export function GrowthAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  return (
    <ShareAt
      at={['needs', 'growthPerYear']}
      label={t('needs.field.growthPerYear')}
      value={needs.growthPerYear}
      low={-0.99}
      high={100}
      optional
      width={180}
    />
  );
}

export function SelfHelpAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  return (
    <div className={classes.fields}>
      <QuantityAt
        at={['needs', 'selfServiceHelps']}
        label={t('needs.field.selfServiceHelps')}
        value={needs.selfServiceHelps}
        as="share"
        optional
        width={220}
      />
      <QuantityAt
        at={['needs', 'assistantSolves']}
        label={t('needs.field.assistantSolves')}
        value={needs.assistantSolves}
        as="share"
        optional
        width={220}
      />
    </div>
  );
}

export function ValuesAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  return (
    <>
      <TextAt
        at={['needs', 'philosophy']}
        label={t('needs.field.philosophy')}
        value={needs.philosophy}
        optional
        long
      />
      <YesNoAt at={['sells']} label={t('needs.field.sells')} value={needs.sells} />
    </>
  );
}

export function MoneyAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  return (
    <div className={classes.fields}>
      <QuantityAt
        at={['needs', 'customerValuePerYear']}
        label={t('needs.field.customerValuePerYear')}
        value={needs.customerValuePerYear}
        as="money"
        optional
        width={220}
      />
      <QuantityAt
        at={['needs', 'acquisitionCost']}
        label={t('needs.field.acquisitionCost')}
        value={needs.acquisitionCost}
        as="money"
        optional
        width={220}
      />
    </div>
  );
}
