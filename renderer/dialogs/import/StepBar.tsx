export type Step = readonly [doing: string, at: number, of: number];

/** How far it is; null before anything is known. */
export function StepBar({ step }: { readonly step: Step | null }) {
  const [doing, at, of] = step ?? ['Reading', 0, 0];
  const share = of > 1 ? ` ${at.toLocaleString()} of ${of.toLocaleString()}` : '…';
  return (
    <div className="outcome">
      <p role="status" aria-label="Import progress">
        {doing}
        {share}
      </p>
      <progress aria-label={doing} value={of > 1 ? at : undefined} max={of > 1 ? of : undefined} />
    </div>
  );
}
