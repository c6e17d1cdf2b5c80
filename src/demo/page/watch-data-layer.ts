import { unwrapPush } from '../../sandbox/container/sandboxed-push.ts';

/** Hands over what is in the data layer already, and then every push, also those that templates make. */
export function watchDataLayer(see: (message: unknown) => void): void {
  const { dataLayer } = window;
  dataLayer.forEach(see);
  const push = dataLayer.push.bind(dataLayer);
  dataLayer.push = (...messages) => {
    const length = push(...messages);
    messages.map(unwrapPush).forEach(see);
    return length;
  };
}
