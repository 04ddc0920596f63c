import { licences, shortcuts } from './about.ts';
import { create } from './create.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { footage } from './footage.ts';
import { library } from './library.ts';
import { limits } from './limits.ts';
import { status } from './status.ts';
import { video } from './video.ts';

/** Every word of the interface in English: plain, exact, without blame. Other languages have the same shape. */
export const en = {
  name: 'ShortFactory',
  skip: 'Skip to the page',
  nav: { label: 'Main', create: 'Create', videos: 'Videos', status: 'Status' },
  health: {
    ok: 'everything works',
    slow: 'something is slow',
    broken: 'something is not answering',
    unreachable: 'the server does not answer',
  },
  theme: {
    label: (theme: 'system' | 'light' | 'dark') =>
      `Colours: ${{ system: 'as this device', light: 'light', dark: 'dark' }[theme]}`,
    title: 'Colours',
    system: 'As this device',
    light: 'Light',
    dark: 'Dark',
  },
  footer: {
    label: 'About',
    version: (version: string) => `ShortFactory ${version}`,
    shortcuts: 'Keyboard shortcuts',
    licences: 'Licences',
  },
  offline: {
    notice: 'You’re offline. Keep writing; you can make the video when the connection is back.',
    noAnswer: 'ShortFactory does not answer. Keep writing; you can make the video when it is back.',
    stays: (offline: boolean) =>
      `${offline ? 'You’re offline.' : 'ShortFactory does not answer.'} This page stays as it is and goes on when ${offline ? 'the connection' : 'it'} is back.`,
    refused: (offline: boolean) =>
      `Nothing was opened: ${offline ? 'you’re offline' : 'ShortFactory does not answer'}. This page and what you typed stay as they are.`,
    retry: 'Try now',
    kept: 'Your text is kept on this device',
  },
  close: 'Close',
  cancel: 'Cancel',
  moment: 'One moment',
  limits,
  create,
  editor,
  footage,
  video,
  library,
  status,
  shortcuts,
  licences,
  errors,
};

export type Strings = typeof en;
