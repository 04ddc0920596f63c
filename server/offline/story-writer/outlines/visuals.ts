import type { Form } from '../forms.ts';

/** Pictures of the frames, the same in every language. `{topic}` stands for the topic's own words. */
export const OPENING_VISUALS: Readonly<Record<Form, readonly string[]>> = {
  why: [
    '{topic}: a large question mark over a quiet street at dawn',
    'a game die on a table in a café',
    'a magnifying glass over a tangle of red threads on a desk',
  ],
  howto: [
    '{topic}: an open toolbox on a bright workbench',
    'a calendar with the first day circled in red',
    'three pencils in a row on a desk in the office',
  ],
  how: [
    '{topic}: bright gears that turn inside a glass box',
    'an opened clock with its parts laid out on a cloth',
    'a wrench and one gear from a machine',
  ],
  list: [
    '{topic}: a clipboard on a table in the office',
    'a balance scale on an office desk',
    'a framed picture in a quiet room',
  ],
  versus: [
    '{topic}: two doors side by side, one red and one blue',
    'a ruler in front of two apples in the kitchen',
    'a compass on a map beside a country road',
  ],
  question: [
    '{topic}: a large question mark drawn in chalk on a blackboard',
    'an open dictionary under a desk lamp',
    'a telescope on a hill under the stars',
  ],
  statement: [
    '{topic}: a megaphone and two speech bubbles over a town square',
    'a balance scale before tall columns',
    'two people who talk at a table by a window',
  ],
  thing: [
    '{topic}: a telescope under the stars',
    'a person who looks through a window with a notebook',
    'a map with a dotted path and a red flag',
  ],
};

export const GENERAL_VISUALS: readonly string[] = [
  'a person with a light bulb over the head in a room',
  'a small key beside a very large door',
  'footprints on a garden path',
  'a mechanic and a child in a workshop full of tools',
  'a tape measure and a calculator on graph paper',
  'a warning sign beside a mountain road',
  'a compass whose needle turns above a map',
  'a pencil beside a coffee cup',
  'two friends who talk on a park bench under a tree',
];

export const CLOSE_VISUALS: readonly string[] = [
  'an open notebook with a fresh page and a pencil at sunrise',
  'a walker with a backpack who sets out on a road to the hills',
  'an open door with warm light behind it',
];
