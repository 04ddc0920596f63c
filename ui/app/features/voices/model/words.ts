/** The words of the page Voices. Only this page loads them. */
export const words = {
  title: 'Voices',
  lead: 'Hear who can speak a language, and choose one for a video.',
  language: 'Language',
  show: 'Show',
  natural: 'Natural',
  naturalAre: 'Made by a model, here or at a service.',
  builtIn: 'Built in',
  builtInAre: 'Always ready, without a network. They sound like a machine, and can be set higher or lower.',
  onThisComputer: 'On this computer',
  use: 'Use it',
  useOf: (name: string) => `Use ${name}`,
  hear: (name: string) => `${name}, a few words`,
  none: (language: string) => `No voice here speaks ${language}.`,
  add: 'Add voices',
  addLead:
    'These are made by a model on this computer, without a key. In the folder of ShortFactory the command fetches one, checks it, and keeps it; nothing is fetched later. With --from it takes files that are there already.',
  addNone: 'Every natural voice of this language that there is stands above.',
  addElsewhere: 'Natural voices are added by whoever runs this server.',
  size: (size: string, licence: string) => `${size}, ${licence}`,
} as const;
