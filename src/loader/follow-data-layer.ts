import { attempt } from './attempt.ts';

type Layer = {
  length?: number;
  push?: (...entries: unknown[]) => unknown;
  [index: number]: unknown;
};

/**
 * Hears every entry of a data layer: those there are, those that come, and those of another list
 * that a page puts in its place later.
 */
export function followDataLayer(name: string, hear: (entry: unknown) => void): void {
  const globals = window as unknown as Record<string, Layer | undefined>;
  let layer: Layer | undefined;
  const take = (next: Layer | undefined) => {
    layer = next;
    attempt(() => drain(next, hear));
  };
  attempt(() => take(globals[name]));
  attempt(() =>
    Object.defineProperty(globals, name, {
      configurable: true,
      enumerable: true,
      get: () => layer,
      set: take,
    }),
  );
}

function drain(layer: Layer | undefined, hear: (entry: unknown) => void): void {
  const push = layer?.push;
  if (!layer || !push) return;
  for (let index = 0; index < (layer.length ?? 0); index += 1) attempt(() => hear(layer[index]));
  // Assigning fails where the page has frozen Array.prototype.
  Object.defineProperty(layer, 'push', {
    configurable: true,
    writable: true,
    value(...entries: unknown[]) {
      const answer = push.apply(layer, entries);
      entries.forEach((entry) => attempt(() => hear(entry)));
      return answer;
    },
  });
}
