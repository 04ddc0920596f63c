/**
 * What photos and clips of others go through in the frame's or the plate's size, so that pictures of many cameras look as
 * if of one film: darker towards the corners as through a lens (0.79 of the light there), black and white of one depth,
 * colours a little calmer. Captions gain by it, as nothing becomes brighter but black. Says how where it is part of an
 * address.
 */
export const GRADE = [
  'vignette=angle=0.34:dither=0',
  "lutyuv=y='round(19+(clip(val,16,235)-16)*0.965)':u='round(128+(val-128)*0.94)':v='round(128+(val-128)*0.94)'",
].join(',');
