import { ChevronDown } from './icons.ts';
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useHydrated } from '../browser/hydrated.ts';
import { Sheet } from './sheet.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Beside the name in the picker. */
  readonly detail?: string;
  readonly art?: ReactNode;
  readonly detailLang?: string;
}

interface PickerProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly title: string;
  readonly value: string;
  readonly shown: string;
  readonly icon?: ReactNode;
  readonly groups: readonly { readonly label?: string; readonly choices: readonly Choice[] }[];
  readonly layout: 'rows' | 'tiles' | 'frames' | 'numbers';
  readonly errorId?: string | undefined;
  readonly onChange: (value: string) => void;
  /** Rows get a field to narrow them down. */
  readonly searchLabel?: string;
  /** A sheet of one's own; `plain` is the one of all pickers. */
  readonly sheet?: (close: () => void, plain: ReactNode) => ReactNode;
}

/**
 * One cell of the ticket: what is chosen, and a sheet to choose something else. Before scripts run, and without them,
 * the same cell is a select.
 */
export function Picker(props: PickerProps) {
  const { id, name, label, value, shown, icon, groups, errorId } = props;
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const invalid = errorId === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': errorId };
  // The select beside it says the same to screen readers.
  const face = (
    <span className="cell__face" aria-hidden={!hydrated || undefined}>
      {icon}
      <span className="cell__value">{shown}</span>
      <ChevronDown className="cell__chevron" size={16} />
    </span>
  );
  if (!hydrated) {
    return (
      <label className={`cell cell--${name}`} htmlFor={id}>
        <span className="cell__label">{label}</span>
        {face}
        <select id={id} name={name} className="cell__select" defaultValue={value} {...invalid}>
          {groups.flatMap(({ choices }) =>
            choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
                {choice.detail !== undefined && `, ${choice.detail}`}
              </option>
            )),
          )}
        </select>
      </label>
    );
  }
  const close = (): void => setOpen(false);
  const plain = <Choices {...props} onClose={close} />;
  return (
    <>
      <button
        type="button"
        id={id}
        className={`cell cell--${name}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        {...invalid}
        onClick={() => setOpen(true)}
      >
        <span className="cell__label">{label}</span> {face}
      </button>
      <input type="hidden" name={name} value={value} />
      {open && (props.sheet ? props.sheet(close, plain) : plain)}
    </>
  );
}

function Choices({
  id,
  title,
  value,
  groups,
  layout,
  onChange,
  onClose,
  searchLabel,
}: PickerProps & { onClose: () => void }) {
  const [search, setSearch] = useState('');
  const clicked = useRef(false);
  const wanted = search.trim().toLowerCase();
  const fits = (choice: Choice): boolean =>
    `${choice.label} ${choice.detail ?? ''}`.toLowerCase().includes(wanted);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onClose();
  };
  return (
    <Sheet title={title} anchorId={id} onClose={onClose} className={`picker picker--${layout}`}>
      {searchLabel !== undefined && (
        <input
          type="search"
          className="picker__search"
          aria-label={searchLabel}
          placeholder={searchLabel}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
      <div role="radiogroup" aria-label={title} className="picker__groups" onKeyDown={onKeyDown}>
        {groups.map((group, index) => {
          const choices = group.choices.filter(fits);
          if (choices.length === 0) return null;
          return (
            <div key={group.label ?? index} className="picker__group">
              {group.label !== undefined && <p className="picker__label">{group.label}</p>}
              <div className="picker__choices">
                {choices.map((choice) => (
                  <label key={choice.value} className="choice" onPointerDown={() => (clicked.current = true)}>
                    <input
                      type="radio"
                      className="choice__input"
                      name={`${id}-choice`}
                      checked={choice.value === value}
                      data-autofocus={choice.value === value ? '' : undefined}
                      onChange={() => onChange(choice.value)}
                      onClick={() => {
                        // Arrow keys click too, but only a pointer has decided, be it for what was chosen already.
                        if (clicked.current) {
                          onChange(choice.value);
                          onClose();
                        }
                        clicked.current = false;
                      }}
                    />
                    {choice.art}
                    <span className="choice__words">
                      <span className="choice__name">{choice.label}</span>
                      {choice.detail !== undefined && (
                        <span className="choice__detail" lang={choice.detailLang}>
                          {choice.detail}
                        </span>
                      )}
                    </span>
                  </label>
                ))}
              </div>
            </div>
          );
        })}
      </div>
    </Sheet>
  );
}
