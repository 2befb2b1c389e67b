/** The fields of the settings: each acts at once, and keeps what it was told. */
import { clamped, type ranges } from '../../core/preferences';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, name: string])[];
  readonly onChoose: (value: T) => void;
}

/** One of a few, side by side: arrows go through them. */
export function Segments<T extends string>({ label, value, choices, onChoose }: SegmentsProps<T>) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="status-choice">
        {choices.map(([it, name]) => (
          <label key={it} className={it === value ? 'chosen' : undefined}>
            <input type="radio" name={label} checked={it === value} onChange={() => onChoose(it)} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  /** As it is shown and read out, with its unit. */
  readonly said: string;
  readonly range: (typeof ranges)[keyof typeof ranges];
  readonly onChange: (value: number) => void;
}

export function Slider({ label, value, said, range, onChange }: SliderProps) {
  return (
    <label className="slider">
      <span>{label}</span>
      <span className="slider-value">{said}</span>
      <input
        type="range"
        min={range.least}
        max={range.most}
        step={range.step}
        value={value}
        aria-label={label}
        aria-valuetext={said}
        onChange={(event) => onChange(clamped(Number(event.target.value), range))}
      />
    </label>
  );
}
