import { Canvas, createCanvas, DOMMatrix, Path2D } from '@napi-rs/canvas';

/**
 * Everything that is drawn on any canvas while `draw` runs, as text: each call and each property that is set, numbers
 * to two decimals. It does not depend on the processor, as the pixels do: gradients and textures were rounded in three
 * ways on three kinds of x86-64.
 */
export async function drawnCommands(draw: () => Promise<void>): Promise<string[]> {
  const commands: string[] = [];
  const gradients = new Map<object, string>();
  const text = (value: unknown): string => textOf(value, gradients);
  const context = createCanvas(1, 1).getContext('2d');
  const gradient = context.createLinearGradient(0, 0, 1, 1);
  const restore = [context, gradient].flatMap((object) => {
    const prototype: object = Object.getPrototypeOf(object) as object;
    const own = Object.getOwnPropertyDescriptors(prototype);
    for (const [name, descriptor] of Object.entries(own) as [string, PropertyDescriptor][]) {
      // Pixels that are put in are what other pixels are made from: see grain in golden-output.test.ts.
      if (name === 'constructor' || name.endsWith('ImageData')) continue;
      Object.defineProperty(prototype, name, recorded(name, descriptor));
    }
    return () => void Object.defineProperties(prototype, own);
  });
  try {
    await draw();
  } finally {
    restore.forEach((undo) => undo());
  }
  return commands;

  function recorded(name: string, descriptor: PropertyDescriptor): PropertyDescriptor {
    const { set, value } = descriptor;
    if (set) {
      return {
        ...descriptor,
        set(this: object, to: unknown) {
          commands.push(`${name}=${text(to)}`);
          set.call(this, to);
        },
      };
    }
    if (typeof value !== 'function') return descriptor;
    const call = value as (this: object, ...values: unknown[]) => unknown;
    return {
      ...descriptor,
      value(this: object, ...values: unknown[]) {
        commands.push(`${gradients.get(this) ?? ''}${name}(${values.map(text).join(' ')})`);
        const made = call.apply(this, values);
        if (name.endsWith('Gradient')) gradients.set(made as object, `gradient ${gradients.size} `);
        return made;
      },
    };
  }
}

function textOf(value: unknown, gradients: ReadonlyMap<object, string>): string {
  if (typeof value === 'number') return short(value);
  if (value instanceof Path2D)
    return value.toSVGString().replaceAll(/-?\d[\d.e-]*/g, (each) => short(Number(each)));
  if (value instanceof DOMMatrix)
    return [value.a, value.b, value.c, value.d, value.e, value.f].map(short).join(' ');
  if (value instanceof Canvas) return `canvas ${value.width}x${value.height}`;
  if (Array.isArray(value)) return `[${value.map((each: unknown) => textOf(each, gradients)).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return gradients.get(value) ?? value.constructor.name;
}

function short(value: number): string {
  // Adding 0 makes -0 a 0.
  return String(Math.round(value * 100) / 100 + 0);
}
