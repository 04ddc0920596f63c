// The parts of an ONNX graph that are written here, as messages of Protocol Buffers.
// @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
import { bytesField, numberField } from './protobuf.ts';

/** Fields of ModelProto and GraphProto. */
export const GRAPH = 7;
export const NODE = 1;
export const INITIALIZER = 5;
export const INPUT = 11;
export const OUTPUT = 12;

export const FLOAT = 1;
export const INT64 = 7;

/** A value's name, type and shape; a length that is not known has a name. */
export function valueInfo(name: string, type: number, shape: readonly (number | string)[]): Uint8Array[] {
  const lengths = shape.map((length) =>
    bytesField(1, typeof length === 'number' ? numberField(1, length) : bytesField(2, length)),
  );
  const tensor = bytesField(1, numberField(1, type), bytesField(2, ...lengths));
  return [bytesField(1, name), bytesField(2, tensor)];
}

/** A node of one output, with attributes that are whole numbers (or, with a point, floats are not needed here). */
export function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  {
    name = output,
    attributes = {},
  }: { readonly name?: string; readonly attributes?: Record<string, number> } = {},
): Uint8Array {
  const INT_ATTRIBUTE = 2;
  return bytesField(
    NODE,
    ...inputs.map((input) => bytesField(1, input)),
    bytesField(2, output),
    bytesField(3, name),
    bytesField(4, operator),
    ...Object.entries(attributes).map(([key, value]) =>
      bytesField(5, bytesField(1, key), numberField(3, value), numberField(20, INT_ATTRIBUTE)),
    ),
  );
}

/** Constants of one dimension. */
export function int64s(name: string, values: readonly number[]): Uint8Array {
  const raw = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  return bytesField(
    INITIALIZER,
    numberField(1, values.length),
    numberField(2, INT64),
    bytesField(8, name),
    bytesField(9, raw),
  );
}
