import { useFetcher, useLocation } from '@remix-run/react';
import { Check, SunMoon } from '../ui/icons.ts';
import { THEMES } from '../storage/preferences.ts';
import type { Theme } from '../storage/preferences.ts';
import { useStrings } from '../strings/context.tsx';

/** Light, dark or as the device has it. A popover and a form of the platform: it works without JavaScript too. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const { theme: words } = useStrings();
  const fetcher = useFetcher();
  const { pathname, search } = useLocation();
  return (
    <div className="theme">
      <button
        type="button"
        className="theme__button"
        popovertarget="theme-choices"
        aria-label={words.label(theme)}
      >
        <SunMoon size={20} />
      </button>
      <div
        id="theme-choices"
        popover="auto"
        className="popover theme__choices"
        role="group"
        aria-label={words.title}
      >
        <fetcher.Form method="post" action="/theme">
          <input type="hidden" name="back" value={pathname + search} />
          {THEMES.map((each) => (
            <button key={each} className="menu__item" name="theme" value={each} aria-pressed={each === theme}>
              {words[each]}
              {each === theme && <Check className="menu__check" size={16} />}
            </button>
          ))}
        </fetcher.Form>
      </div>
    </div>
  );
}
