import { ArrowRight, CloudOff, Coins, Timer } from '../../../shared/ui/icons.ts';
import type { Estimate } from '../model/estimate.ts';
import type { Tab } from '../model/fields.ts';
import { useStrings } from '../../../shared/strings/context.tsx';

interface ActionsProps {
  readonly tab: Tab;
  readonly estimate: Estimate;
  readonly online: boolean;
  /** Which of the two is under way. */
  readonly busy: 'make' | 'write' | undefined;
}

/** Two ways on, and what they take. */
export function Actions({ tab, estimate, online, busy }: ActionsProps) {
  const { create, offline } = useStrings();
  return (
    <div className="actions">
      {online ? (
        <ul className="actions__takes">
          <li>
            <Timer size={16} />
            {create.ready(estimate.waitSeconds)}
          </li>
          <li>
            <Coins size={16} />
            {create.costs(estimate.usd)}
          </li>
        </ul>
      ) : (
        <p className="actions__takes">
          <CloudOff size={16} />
          {offline.kept}
        </p>
      )}
      <button
        className="button actions__second"
        name="intent"
        value="write"
        formAction="/scripts/new"
        disabled={!online}
        aria-busy={busy === 'write'}
      >
        {busy === 'write' && <span className="spinner" />}
        {busy === 'write' ? create.writing : create.first[tab]}
      </button>
      <div className="actions__first">
        <button
          id="make"
          className="button button--primary"
          name="intent"
          value="make"
          disabled={!online}
          aria-busy={busy === 'make'}
        >
          {busy === 'make' && <span className="spinner" />}
          {busy === 'make' ? create.starting : create.make}
          {busy !== 'make' && <ArrowRight size={20} />}
        </button>
      </div>
    </div>
  );
}
