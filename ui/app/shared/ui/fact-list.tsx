interface FactListProps {
  /** Each a name and its value. */
  readonly rows: readonly (readonly string[])[];
  readonly className?: string;
}

/** Names with their values, a row each. */
export function FactList({ rows, className }: FactListProps) {
  return (
    <dl className={className}>
      {rows.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
