import { ImageUp, Lightbulb, TextAlignStart } from '../../../shared/ui/icons.ts';
import { useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { TABS } from '../model/fields.ts';
import type { Tab } from '../model/fields.ts';
import { useStrings } from '../../../shared/strings/context.tsx';

const ICONS = { topic: Lightbulb, script: TextAlignStart, media: ImageUp };

/**
 * What a short starts from. Links, so that they work without scripts; with them, tabs that arrow keys move between. Many
 * at once is a page of its own.
 */
export function Tabs({ tab, onChange }: { tab: Tab; onChange: (tab: Tab) => void }) {
  const { tabs } = useStrings().create;
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -TABS.length, End: TABS.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const at = TABS.indexOf(tab) + (rtl && Math.abs(step) === 1 ? -step : step);
    const next =
      TABS[Math.abs(step) === 1 ? (at + TABS.length) % TABS.length : step < 0 ? 0 : TABS.length - 1];
    if (next === undefined) return;
    onChange(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div className="tabs">
      <div ref={list} className="tabs__list" role="tablist" aria-label={tabs.label} onKeyDown={onKeyDown}>
        {TABS.map((each) => {
          const Icon = ICONS[each];
          return (
            <a
              key={each}
              id={`tab-${each}`}
              className="tab"
              role="tab"
              href={`/?from=${each}`}
              aria-selected={each === tab}
              aria-controls={each === tab ? 'panel' : undefined}
              tabIndex={each === tab ? 0 : -1}
              onClick={(event: MouseEvent) => {
                event.preventDefault();
                onChange(each);
              }}
            >
              <Icon className="tab__icon" size={20} />
              {tabs[each]}
            </a>
          );
        })}
      </div>
      <a className="tab" href="/batches">
        {tabs.many}
      </a>
    </div>
  );
}
