import { useStrings } from '../strings/context.tsx';
import type { Strings } from '../strings/index.ts';

/** From this part of a limit on, what is left is said. */
const NEAR = 0.9;

export interface Counted {
  readonly now: number;
  readonly most: number;
  readonly unit: keyof Strings['limits']['units'];
}

interface CounterProps {
  readonly id: string;
  readonly counted: readonly Counted[];
  /** Silent until a limit is near: for fields that seldom come close to it. */
  readonly onlyNear?: boolean;
}

/**
 * How much of a limit a field has used, beside its label: typed text is never cut off. Screen readers announce when the
 * limit is near and when it is passed, not each key. Without scripts it only says what the limit is.
 */
export function Counter({ id, counted, onlyNear = false }: CounterProps) {
  const { limits } = useStrings();
  const over = counted.find(({ now, most }) => now > most);
  const near = over ?? counted.find(({ now, most }) => now >= most * NEAR);
  const state = over ? 'over' : near ? 'near' : 'plain';
  return (
    <span id={id} className={`counter counter--${state} tabular`}>
      {(near !== undefined || !onlyNear) && (
        <span className="needs-script" aria-hidden={near !== undefined || undefined}>
          {over
            ? limits.over(over.now, over.most, over.unit)
            : counted.map(({ now, most, unit }) => limits.of(now, most, unit)).join(', ')}
        </span>
      )}
      {!onlyNear && (
        <span className="without-script">
          {counted.map(({ most, unit }) => limits.atMost(most, unit)).join(' ')}
        </span>
      )}
      <span className="unseen" role="status">
        {over ? limits.passed(over.most, over.unit) : near ? limits.near(near.most, near.unit) : ''}
      </span>
    </span>
  );
}
