import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createDataLayerModel } from '../../../src/sandbox/container/data-layer-model.ts';

describe('the data layer model', () => {
  test('reads back what was merged last', () => {
    const path = fc.stringMatching(/^[a-z]{1,3}(\.[a-z]{1,3}){0,2}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(path, fc.integer())),
        path,
        fc.integer(),
        (before, key, value) => {
          const model = createDataLayerModel();
          for (const [name, earlier] of before) model.merge({ [name]: earlier });
          model.merge({ [key]: value });
          expect(model.read(key)).toBe(value);
          expect(model.readLast(key)).toBe(value);
        },
      ),
    );
  });

  test.each(['__proto__', 'constructor.prototype', 'a.__proto__'])(
    'does not let %s reach a prototype',
    (path) => {
      const model = createDataLayerModel();
      model.merge({ [`${path}.polluted`]: 1 });
      model.merge(JSON.parse(`{"a":{"__proto__":{"polluted":1}}}`));
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
  );

  test('copies what it is given', () => {
    const model = createDataLayerModel();
    const message = { a: { b: 1 } };
    model.merge(message);
    message.a.b = 2;
    expect(model.read('a.b')).toBe(1);
  });
});
