import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useCanEdit } from './useAt.ts';

interface RemoveButtonProps extends Pick<ActionIconProps, 'mt' | 'size'> {
  /** What it does, in words. */
  readonly label: string;
  /** Which part it takes out, for who looks for the button. */
  readonly part?: string;
  readonly disabled?: boolean;
  /** Shows the words to the pointer: where the row does not say what goes. */
  readonly hasTip?: boolean;
  /** Of buttons of which one at a time is reached by Tab. */
  readonly tabIndex?: number;
  readonly onRemove: () => void;
}

/** The way to take a part out. */
export function RemoveButton({
  label,
  part,
  disabled = false,
  hasTip = false,
  onRemove,
  size = 'lg',
  ...props
}: RemoveButtonProps) {
  const canEdit = useCanEdit();
  const button = (
    <ActionIcon
      {...props}
      variant="subtle"
      color="gray"
      size={size}
      aria-label={label}
      data-remove={part}
      disabled={!canEdit || disabled}
      onClick={onRemove}
    >
      <IconTrash size={size === 'lg' ? 18 : 16} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
  return hasTip ? (
    <Tooltip label={label} withinPortal={false}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
