import { type FillType, Path2D, type PathOp } from '@napi-rs/canvas';
import { box, ellipse } from './geometry.ts';

/** One filled (or stroked) shape of a motif, in the coordinates of its 32 × 32 box. */
export interface ArtShape {
  readonly path: Path2D;
  readonly colour: string;
  readonly opacity: number;
  /** Set for a line: its width. */
  readonly lineWidth?: number;
  /** Area of the bounding box, to tell bodies from details. */
  readonly area: number;
}

/** A motif: an icon's shapes from back to front, its outline, and the box that its ink fills. */
export interface Art {
  readonly name: string;
  readonly shapes: readonly ArtShape[];
  readonly outline: Path2D;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The binding declares these enums but ships no values for them at run time. */
const UNION: PathOp = 2;
const EVEN_ODD: FillType = 1;

interface Inherited {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly opacity: number;
  readonly evenOdd: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
type Attributes = Readonly<Record<string, string>>;

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const SKIPPED = new Set(['clipPath', 'filter', 'mask', 'linearGradient', 'radialGradient']);

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function parseTransform(text: string | undefined): Matrix {
  let matrix = IDENTITY;
  for (const [, kind, list] of (text ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = (list ?? '').split(/[\s,]+/).map(Number);
    if (kind === 'matrix') matrix = multiply(matrix, [a, b, c, d, e, f]);
    else if (kind === 'translate') matrix = multiply(matrix, [1, 0, 0, 1, a, b]);
    else if (kind === 'scale') matrix = multiply(matrix, [a, 0, 0, b || a, 0, 0]);
    else if (kind === 'rotate') {
      const turn = (a * Math.PI) / 180;
      const spin: Matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
      matrix = multiply(matrix, multiply(multiply([1, 0, 0, 1, b, c], spin), [1, 0, 0, 1, -b, -c]));
    }
  }
  return matrix;
}

function parseAttributes(text: string): Attributes {
  const attributes: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) attributes[name ?? ''] = value ?? '';
  return attributes;
}

/** A gradient is drawn as its middle colour: at icon size the difference cannot be seen. */
function gradientColours(body: string): Map<string, string> {
  const colours = new Map<string, string>();
  for (const [, id, inside] of body.matchAll(
    /<(?:linear|radial)Gradient[^>]*?id="([^"]+)"[^>]*>(.*?)<\/\w+Gradient>/g,
  )) {
    const stops = [...(inside ?? '').matchAll(/stop-color="([^"]+)"/g)].map((match) => match[1] ?? '');
    colours.set(id ?? '', stops[Math.floor(stops.length / 2)] ?? '#808080');
  }
  return colours;
}

function geometryOf(tag: string, attributes: Attributes): Path2D | undefined {
  const number = (name: string): number => Number(attributes[name] ?? 0);
  if (tag === 'path') return attributes['d'] === undefined ? undefined : new Path2D(attributes['d']);
  if (tag === 'circle') return ellipse(number('cx'), number('cy'), number('r'), number('r'));
  if (tag === 'ellipse') return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
  if (tag === 'rect') return box(number('x'), number('y'), number('width'), number('height'), number('rx'));
  return undefined;
}

/**
 * Reads an SVG body tolerantly: paths, circles, ellipses, rectangles, groups, use, opacity, transforms. Clips, masks
 * and filters are ignored. Undefined when nothing drawable is in it.
 */
export function parseArt(name: string, body: string): Art | undefined {
  const gradients = gradientColours(body);
  const definitions = new Map<string, { tag: string; attributes: Attributes }>();
  const shapes: ArtShape[] = [];
  const stack: Inherited[] = [{ matrix: IDENTITY, fill: '#000000', opacity: 1, evenOdd: false }];
  let inDefinitions = 0;
  let skipping = 0;

  const add = (tag: string, attributes: Attributes, inherited: Inherited): void => {
    const geometry = geometryOf(tag, attributes);
    if (!geometry) return;
    const [a, b, c, d, e, f] = inherited.matrix;
    const path = inherited.matrix === IDENTITY ? geometry : geometry.transform({ a, b, c, d, e, f });
    if (inherited.evenOdd) {
      // Filled by the non-zero rule everywhere else, so the holes are made part of the path.
      path.setFillType(EVEN_ODD);
      path.asWinding();
    }
    const paint = (value: string): string => gradients.get(/url\(#([^)]+)\)/.exec(value)?.[1] ?? '') ?? value;
    const [left, top, right, bottom] = path.getBounds();
    const shared = { path, opacity: inherited.opacity, area: (right - left) * (bottom - top) };
    if (inherited.fill !== 'none') shapes.push({ ...shared, colour: paint(inherited.fill) });
    const stroke = attributes['stroke'];
    if (stroke !== undefined && stroke !== 'none') {
      shapes.push({ ...shared, colour: paint(stroke), lineWidth: Number(attributes['stroke-width'] ?? 1) });
    }
  };

  for (const [, closing, tag = '', rest = ''] of body.matchAll(/<(\/?)([a-zA-Z]+)([^>]*)>/g)) {
    const selfClosing = rest.endsWith('/');
    if (SKIPPED.has(tag)) skipping += closing ? -1 : selfClosing ? 0 : 1;
    else if (tag === 'defs') inDefinitions += closing ? -1 : selfClosing ? 0 : 1;
    else if (tag === 'g' && closing) stack.pop();
    if (closing || skipping > 0 || SKIPPED.has(tag) || tag === 'defs') continue;
    const attributes = parseAttributes(rest);
    const parent = stack.at(-1) ?? { matrix: IDENTITY, fill: '#000000', opacity: 1, evenOdd: false };
    const own: Inherited = {
      matrix:
        attributes['transform'] === undefined
          ? parent.matrix
          : multiply(parent.matrix, parseTransform(attributes['transform'])),
      fill: attributes['fill'] ?? parent.fill,
      opacity: parent.opacity * Number(attributes['opacity'] ?? 1),
      evenOdd: parent.evenOdd || attributes['fill-rule'] === 'evenodd',
    };
    if (tag === 'g' && !selfClosing) stack.push(own);
    const id = attributes['id'];
    if (id !== undefined) definitions.set(id, { tag, attributes });
    if (inDefinitions > 0) continue;
    if (tag === 'use') {
      const target = definitions.get((attributes['href'] ?? '').slice(1));
      if (target) add(target.tag, target.attributes, { ...own, fill: target.attributes['fill'] ?? own.fill });
    } else add(tag, attributes, own);
  }
  return shapes.length === 0 ? undefined : finish(name, shapes);
}

function finish(name: string, shapes: ArtShape[]): Art {
  let outline = new Path2D();
  for (const shape of shapes) {
    const body =
      shape.lineWidth === undefined
        ? new Path2D(shape.path)
        : new Path2D(shape.path).stroke({ width: shape.lineWidth });
    outline = outline.op(body, UNION);
  }
  outline = outline.asWinding();
  const [left, top, right, bottom] = outline.computeTightBounds();
  return { name, shapes, outline, left, top, right, bottom };
}
