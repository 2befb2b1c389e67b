import { inkProperties } from '../../core/ink';

/** A label's colour, never alone: always beside its name. */
export function Swatch({ color }: { color: string }) {
  return <span className="inked swatch" style={inkProperties(color)} aria-hidden="true" />;
}
