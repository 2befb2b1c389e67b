/** Facts in two columns: what, and how it is. */
export function Facts({
  rows,
  wide = false,
}: {
  rows: readonly (readonly [string, string | undefined])[];
  wide?: boolean;
}) {
  return (
    <dl className={wide ? 'about-facts help-facts' : 'about-facts'}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
