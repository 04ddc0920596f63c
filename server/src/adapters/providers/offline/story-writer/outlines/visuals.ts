import type { Form } from '../forms.ts';

/** Pictures of the frames, the same in every language. `{topic}` stands for the topic's own words. */
export const OPENING_VISUALS: Readonly<Record<Form, readonly string[]>> = {
  why: [
    '{topic}: a large question mark over a quiet street at dawn',
    'a row of falling dominoes on a wooden table',
    'a magnifying glass over a tangle of red threads on a desk',
  ],
  howto: [
    '{topic}: an open toolbox on a bright workbench',
    'a calendar with the first day circled in red',
    'a hand that sorts three pebbles in a line on a table',
  ],
  how: [
    '{topic}: bright gears that turn inside a glass box',
    'an opened clock with its parts laid out on a cloth',
    'a hand that lifts one gear out of a machine',
  ],
  list: [
    '{topic}: numbered cards pinned to a cork board',
    'a pair of scales with cards in both pans',
    'an empty picture frame on a gallery wall',
  ],
  versus: [
    '{topic}: two doors side by side, one red and one blue',
    'a ruler between two apples on a kitchen table',
    'a signpost with two arms at a fork in a country road',
  ],
  question: [
    '{topic}: a large question mark drawn in chalk on a blackboard',
    'an open dictionary under a desk lamp',
    'a telescope on a hill under the stars',
  ],
  statement: [
    '{topic}: a megaphone and two speech bubbles over a town square',
    'a judge’s balance scale on a wooden bench',
    'two people who talk at a table by a window',
  ],
  thing: [
    '{topic}: a spotlight on an empty stage',
    'a person who looks through a window with a notebook',
    'a map with a dotted path and a red flag',
  ],
};

export const GENERAL_VISUALS: readonly string[] = [
  'a person with a light bulb over the head at a desk',
  'a small key beside a very large door',
  'a footprint on a garden path in the morning',
  'an old craftsman at a workbench who shows a child his work',
  'a tape measure and a calculator on graph paper',
  'a red warning flag on a sandy beach',
  'a compass whose needle turns above a map',
  'a pencil sketch on one sheet of paper beside a coffee cup',
  'two friends who talk on a park bench under a tree',
];

export const CLOSE_VISUALS: readonly string[] = [
  'an open notebook with a fresh page and a pencil at sunrise',
  'a walker with a backpack who sets out on a road to the hills',
  'an open door with warm light behind it',
];
