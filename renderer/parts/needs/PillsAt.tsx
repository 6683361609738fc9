import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { type AnswerPlace, answer } from './needsEdits.ts';
import { Pills } from './Pills.tsx';

interface PillsAtProps<Value extends string> {
  /** Path from the needs on. */
  readonly at: AnswerPlace;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

interface OneOf<Value extends string> extends PillsAtProps<Value> {
  readonly many?: false;
  readonly value: Value | undefined;
}
interface SomeOf<Value extends string> extends PillsAtProps<Value> {
  readonly many: true;
  readonly value: readonly Value[] | undefined;
}

/** An answer that is one of a few, or several of them; none takes it back. */
export function PillsAt<Value extends string>(props: OneOf<Value> | SomeOf<Value>) {
  const { at, label, hideLabel = true, options } = props;
  const edit = usePlanEdit();
  const canEdit = useCanEdit();
  const value = props.value === undefined ? [] : props.many === true ? props.value : [props.value];
  const give = (chosen: readonly Value[]): Promise<boolean> => {
    const given = chosen.length === 0 ? undefined : props.many === true ? chosen : chosen[0];
    return edit((plan) => answer(plan, at, given));
  };
  return (
    <Pills
      label={label}
      hideLabel={hideLabel}
      place={['needs', ...at].join('/')}
      options={options}
      value={value}
      many={props.many === true}
      disabled={!canEdit}
      onChange={give}
    />
  );
}

interface YesNoAtProps {
  readonly at: AnswerPlace;
  readonly label: string;
  readonly value: boolean | undefined;
}

/** Yes, no, or not said. */
export function YesNoAt({ at, label, value }: YesNoAtProps) {
  const { t } = useText();
  const edit = usePlanEdit();
  const canEdit = useCanEdit();
  return (
    <Pills
      label={label}
      hideLabel={false}
      place={['needs', ...at].join('/')}
      options={[
        { value: 'yes', label: t('needs.yes') },
        { value: 'no', label: t('needs.no') },
      ]}
      value={value === undefined ? [] : [value ? 'yes' : 'no']}
      disabled={!canEdit}
      onChange={([chosen]) =>
        edit((plan) => answer(plan, at, chosen === undefined ? undefined : chosen === 'yes'))
      }
    />
  );
}
