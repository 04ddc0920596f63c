import * as built from './built.ts';
import * as ideas from './ideas.ts';
import * as indoor from './indoor.ts';
import * as land from './land.ts';
import type { Setting } from './setting.ts';
import * as space from './space.ts';
import * as water from './water.ts';

/** Every place that can be drawn, by the name that the word tables use. */
export const SETTINGS = {
  underwater: water.underwater,
  sea: water.sea,
  coast: water.coast,
  river: water.river,
  ice: water.ice,
  storm: water.storm,
  hills: land.hills,
  meadow: land.meadow,
  mountains: land.mountains,
  desert: land.desert,
  forest: land.forest,
  bamboo: land.bamboo,
  farm: land.farm,
  volcano: land.volcano,
  underground: land.underground,
  space: space.space,
  moon: space.moonSurface,
  mars: space.mars,
  air: space.air,
  globe: space.globeNet,
  night: space.nightSky,
  city: built.city,
  road: built.road,
  factory: built.factory,
  columns: built.columns,
  castle: built.castleWall,
  stadium: built.stadium,
  room: indoor.room,
  bedroom: indoor.bedroom,
  kitchen: indoor.kitchen,
  cafe: indoor.cafe,
  laboratory: indoor.laboratory,
  classroom: indoor.classroom,
  office: indoor.office,
  library: indoor.paperRoom,
  party: indoor.party,
  abstract: ideas.abstract,
  body: ideas.body,
  digital: ideas.digital,
  money: ideas.money,
  love: ideas.love,
  versus: ideas.versus,
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
