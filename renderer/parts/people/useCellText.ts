import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Group } from '../../../core/plan/schema/team.ts';
import { useText } from '../../text/TextProvider.tsx';
import type { CellWords, ColumnName } from './groupCells.ts';

interface CellText {
  readonly words: CellWords;
  /** As it is shown, copied and typed. */
  readonly textOf: (group: Group, column: ColumnName) => string;
}

/** What the cells of a group say in the language of the window. */
export function useCellText(plan: Plan): CellText {
  const { t, say, format, language } = useText();
  const sourcing = (value: Group['sourcing']): string => t(`people.sourcing.${value}`);
  const textOf = (group: Group, column: ColumnName): string => {
    switch (column) {
      case 'name':
        return say(group.name);
      case 'role':
        return say(plan.roles.find(({ id }) => id === group.role)?.name);
      case 'contract':
        return say(plan.contracts.find(({ id }) => id === group.contract)?.name);
      case 'headcount':
        return group.headcount === undefined ? '' : format.integer(group.headcount);
      case 'sourcing':
        return sourcing(group.sourcing);
    }
  };
  return { words: { language, sourcing }, textOf };
}
