// Checks that a value from outside has the shape that is expected. A library for this weighs as much as all mails do.

/** Whether a value has this shape. */
export type Shape<T> = (value: unknown) => value is T;
export type ShapeOf<S> = S extends Shape<infer T> ? T : never;

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type OptionalKeys<S extends Shapes> = {
  [K in keyof S]: undefined extends ShapeOf<S[K]> ? K : never;
}[keyof S];
type ObjectOf<S extends Shapes> = { [K in Exclude<keyof S, OptionalKeys<S>>]: ShapeOf<S[K]> } & {
  [K in OptionalKeys<S>]?: ShapeOf<S[K]>;
};

/** A text of at least and at most so many characters. */
export const text =
  (least = 0, most = Number.POSITIVE_INFINITY): Shape<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length >= least && value.length <= most;

/** A whole number, not below this one. */
export const whole =
  (least = Number.MIN_SAFE_INTEGER): Shape<number> =>
  (value): value is number =>
    Number.isSafeInteger(value) && (value as number) >= least;

/** One of these words. */
export const oneOf =
  <const V extends string>(...values: V[]): Shape<V> =>
  (value): value is V =>
    values.includes(value as V);

export const yesOrNo: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';

/** The shape, or nothing at all. */
export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || shape(value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Values of one shape under any names. */
export const byName =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isObject(value) && Object.values(value).every(shape);

/** A list of any length. */
export const listOf =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(shape);

/** An object that has each of these; what else it has does not matter. */
export const object =
  <S extends Shapes>(shapes: S): Shape<ObjectOf<S>> =>
  (value): value is ObjectOf<S> =>
    isObject(value) && Object.entries(shapes).every(([name, shape]) => shape(value[name]));
