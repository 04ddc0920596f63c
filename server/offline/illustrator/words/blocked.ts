/** Icons that never come up by their own name: tiles with a background, near-duplicates, and what does not belong in a short. */
export const BLOCKED = new Set(
  `hundred-points passport-control-box camping cityscape cityscape-at-dusk sunset sunrise sunrise-over-mountains foggy fog bridge-at-night night-with-stars milky-way
  mount-fuji national-park desert beach-with-umbrella fireworks sparkler carousel-horse love-hotel cigarette water-pistol dagger
  crossed-swords coffin funeral-urn headstone kaaba prayer-beads flag-in-hole bikini briefs one-piece-swimsuit hamsa knot
  slot-machine map-of-japan construction station hole label seat motorway railway-track new-moon new-moon-face empty-nest
  running-shirt hair-pick moon-viewing-ceremony performing-arts link chains wing mate bucket hook pager ledger ticket
  small-airplane butter custard box hotel hut bank metro feather-none toilet plunger razor lipstick sari kimono purse
  clutch-bag handbag card-index trackball videocassette inbox-tray outbox-tray bookmark bookmark-tabs file-folder identification-card
  reminder-ribbon ribbon performing flower-playing-cards mahjong-red-dragon joker heart-suit spade-suit club-suit diamond-suit
  melon stadium turkey playground-slide japanese-post-office post-office convenience-store department-store
  synagogue shinto-shrine hindu-temple tanabata-tree pine-decoration japanese-dolls carp-streamer wind-chime white-flower shooting-star metro person-climbing tear-off-calendar`.split(
    /\s+/,
  ),
);

/** Ordinary words before which any noun may stand: they make "a fly" an animal. */
export const DETERMINERS = new Set(
  `a an the this that these those one two three four five six seven eight nine ten many some several few every each another
  his her its their my our your no big small little giant tiny huge large old young wild baby of with red blue green
  yellow white black grey gray brown golden pink purple orange first single lonely real bright shining steam great`.split(
    /\s+/,
  ),
);
