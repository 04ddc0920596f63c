/** Keyboard shortcuts. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  everywhere: 'Everywhere',
  player: 'Player',
  editor: 'Script editor',
  keys: 'Keys',
  does: 'What it does',
  or: 'or',
  rows: {
    next: 'Move through the page',
    tabs: 'Move between Topic, Script and Own media',
    escape: 'Close a picker, menu or question',
    make: 'Make the video, from any field',
    moveScene: 'Move the scene up or down, on its grip',
    undo: 'Undo the last change of scenes',
    redo: 'Do it again',
    play: 'Play or pause',
    seek: 'Five seconds back or on',
    scene: 'The scene before or after',
    ends: 'The start or the end',
    mute: 'Sound on or off',
    captions: 'Captions of the browser on or off',
    full: 'Full screen',
  },
};

/** What the product is made of. */
export const licences = {
  title: 'Licences',
  own: 'ShortFactory is free software under the MIT licence.',
  lead: 'It is made of these parts, each under its own licence.',
  part: 'Part',
  use: 'What for',
  uses: {
    captions: 'Letters of captions and pages',
    interface: 'Pages',
    pictures: 'Pictures drawn offline',
    voice: 'Voices spoken offline',
    film: 'Making the film',
    server: 'Servers',
  },
  separate: 'eSpeak NG and FFmpeg run as programs of their own.',
  licence: 'Licence',
};
