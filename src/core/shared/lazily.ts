/** An object whose properties are each worked out when first read, once. For what is big and often not looked at. */
export function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const object = {} as T;
  for (const name of Object.keys(makers) as (keyof T)[])
    Object.defineProperty(object, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = makers[name]();
        Object.defineProperty(object, name, { enumerable: true, value });
        return value;
      },
    });
  return object;
}
