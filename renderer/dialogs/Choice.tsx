interface Props {
  readonly name: string;
  readonly text: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

/** One of several. */
export function Choice({ name, text, checked, disabled, onChoose }: Props) {
  return (
    <label className="choice">
      <input type="radio" name={name} checked={checked} disabled={disabled} onChange={onChoose} />
      <span className="clip">{text}</span>
    </label>
  );
}
