import type { Strings } from '../../../shared/strings/index.ts';

/** Keys of one action: alternatives, each a combination of keys. */
type Keys = readonly (readonly string[])[];

/** Each place with its shortcuts: the keys and what they do. */
export function shortcutsOf(
  shortcuts: Strings['shortcuts'],
): readonly [place: string, actions: readonly [Keys, string][]][] {
  const { rows } = shortcuts;
  return [
    [
      shortcuts.everywhere,
      [
        [[['Tab'], ['⇧', 'Tab']], rows.next],
        [[['←'], ['→']], rows.tabs],
        [
          [
            ['Ctrl', '↵'],
            ['⌘', '↵'],
          ],
          rows.make,
        ],
        [[['Esc']], rows.escape],
      ],
    ],
    [
      shortcuts.editor,
      [
        [
          [
            ['Alt', '↑'],
            ['Alt', '↓'],
          ],
          rows.moveScene,
        ],
        [
          [
            ['Ctrl', 'Z'],
            ['⌘', 'Z'],
          ],
          rows.undo,
        ],
        [
          [
            ['Ctrl', '⇧', 'Z'],
            ['⌘', '⇧', 'Z'],
          ],
          rows.redo,
        ],
        [
          [
            ['Ctrl', '↵'],
            ['⌘', '↵'],
          ],
          rows.make,
        ],
      ],
    ],
    [
      shortcuts.player,
      [
        [[['Space'], ['K']], rows.play],
        [[['←'], ['→']], rows.seek],
        [[['PgUp'], ['PgDn']], rows.scene],
        [[['Home'], ['End']], rows.ends],
        [[['M']], rows.mute],
        [[['C']], rows.captions],
        [[['F']], rows.full],
      ],
    ],
  ];
}
