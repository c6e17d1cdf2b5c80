import { describe, expect, test } from '@jest/globals';
import {
  createBigQueryStore,
  createFirestoreStore,
} from '../../../../src/sandbox/server-container/index.ts';
import { grant } from '../../permissions/grant.ts';
import { prepareServer } from './run-server-snippet.ts';

const firestoreCode = `const firestore = require('Firestore'); const bad = (e) => log('bad', e.reason);\n`;

function prepareFirestore() {
  const firestore = createFirestoreStore({
    'users/ann': { age: 30, tags: ['a', 'b'], home: { city: 'Oslo' } },
    'users/bob': { age: 40, tags: [] },
    'users/ann/visits/one': { age: 99 },
  });
  const server = prepareServer({ firestore });
  return { firestore, later: (code: string) => server.later(firestoreCode + code) };
}

describe('Firestore', () => {
  test.each([
    [`firestore.read('users/bob').then(log);`, [[{ id: 'bob', data: { age: 40, tags: [] } }]]],
    [`firestore.read('users/none').catch(bad);`, [['bad', 'not_found']]],
    [`firestore.read('/users/bob').catch(bad);`, [['bad', 'invalid_argument']]],
    [`firestore.read('users/bob/').catch(bad);`, [['bad', 'invalid_argument']]],
    [`firestore.read('').catch(bad);`, [['bad', 'invalid_argument']]],
    [`firestore.read('users/bob', { projectId: 'other' }).catch(bad);`, [['bad', 'not_found']]],
    [`firestore.write('users/', {}).catch(bad);`, [['bad', 'invalid_argument']]],
    [`firestore.write('users/cy', { a: 1 }).then(log);`, [['cy']]],
    [
      `firestore.write('users', { a: 1 }).then((id) => firestore.read('users/' + id)).then((d) => log(d.data));`,
      [[{ a: 1 }]],
    ],
    [
      `firestore.write('users/ann', { age: 31 }).then(() => firestore.read('users/ann')).then((d) => log(d.data));`,
      [[{ age: 31 }]],
    ],
    [
      `firestore.write('users/ann', { home: { zip: 1 } }, { merge: true })
        .then(() => firestore.read('users/ann')).then((d) => log(d.data.age, d.data.home));`,
      [[30, { city: 'Oslo', zip: 1 }]],
    ],
    [
      `firestore.read('users/bob').then(() => firestore.write('users/bob', { age: 1 }))
        .then(() => firestore.read('users/bob')).then((d) => log(d.data.age))
        .then(() => firestore.read('users/bob', { disableCache: true })).then((d) => log(d.data.age));`,
      [[40], [1]],
    ],
  ])('%s logs %j', async (code, logs) => {
    expect(await prepareFirestore().later(code)).toEqual(logs);
  });

  test.each([
    [`[['age', '<', 40]]`, ['ann']],
    [`[['age', '<=', 40]]`, ['ann', 'bob']],
    [`[['age', '==', 40]]`, ['bob']],
    [`[['age', '!=', 40]]`, ['ann']],
    [`[['age', '>=', 40]]`, ['bob']],
    [`[['age', '>', 30]]`, ['bob']],
    [`[['age', '>', '30']]`, []],
    [`[['tags', 'array-contains', 'a']]`, ['ann']],
    [`[['tags', 'array-contains-any', ['x', 'b']]]`, ['ann']],
    [`[['age', 'in', [1, 30]]]`, ['ann']],
    [`[['age', 'not-in', [30]]]`, ['bob']],
    [`[['home.city', '==', 'Oslo'], ['age', '==', 30]]`, ['ann']],
    [`[['home.city', '==', 'Oslo'], ['age', '==', 40]]`, []],
    [`[]`, ['ann', 'bob']],
  ])('queries the documents of a collection by %s', async (conditions, ids) => {
    const code = `firestore.query('users', ${conditions}).then((d) => log(d.map((one) => one.id)));`;
    expect(await prepareFirestore().later(code)).toEqual([[ids]]);
  });

  test.each([`[['age', '~', 1]]`, `[1]`, `[['age', '==']]`])(
    'rejects the query %s',
    async (query) => {
      const code = `firestore.query('users', ${query}).catch(bad);`;
      expect(await prepareFirestore().later(code)).toEqual([['bad', 'invalid_argument']]);
    },
  );

  test('answers five documents at most, or as many as limit says', async () => {
    const code = `const p = require('Promise'); const numbers = [1, 2, 3, 4, 5, 6, 7];
      p.all(numbers.map((n) => firestore.write('many', { n: n })))
        .then(() => firestore.query('many', [])).then((d) => log(d.length))
        .then(() => firestore.query('many', [], { limit: 6 })).then((d) => log(d.length));`;
    expect(await prepareFirestore().later(code)).toEqual([[5], [6]]);
  });

  test('writes of a transaction take effect together, and answer their ids', async () => {
    const { later } = prepareFirestore();
    const logs = await later(`
      firestore.runTransaction((transaction) =>
        firestore.read('users/ann', { transaction: transaction }).then((ann) => {
          const write = firestore.write('users/ann', { age: ann.data.age + 1 }, { transaction: transaction });
          return write.then(() => firestore.read('users/ann', { disableCache: true }))
            .then((now) => log('inside', now.data.age));
        })
      ).then((ids) => { log(ids); return firestore.read('users/ann', { disableCache: true }); })
       .then((d) => log(d.data));`);
    expect(logs).toEqual([['inside', 30], [['ann']], [{ age: 31 }]]);
  });

  test('a transaction is tried again twice when what it read has changed', async () => {
    const { later } = prepareFirestore();
    const logs = await later(`
      firestore.runTransaction((transaction) =>
        firestore.read('users/ann', { transaction: transaction }).then(() => {
          log('try');
          return firestore.write('users/ann', { age: 0 });
        })
      ).catch(bad);`);
    expect(logs).toEqual([['try'], ['try'], ['try'], ['bad', 'aborted']]);
  });

  test('a transaction rejects when its callback does, and when it returns no promise', async () => {
    const { later } = prepareFirestore();
    const logs = await later(`
      firestore.runTransaction((t) => firestore.read('users/none', { transaction: t })).catch(bad);
      firestore.runTransaction(() => 1).catch((e) => log(e.message));`);
    expect(logs).toContainEqual(['bad', 'not_found']);
    expect(logs).toContainEqual([
      'The callback of Firestore.runTransaction must return a promise.',
    ]);
  });

  test.each([
    `read()`,
    `write('a/b')`,
    `write('a/b', 'x')`,
    `query('a')`,
    `runTransaction()`,
    `read('a/b', 1)`,
  ])('throws at Firestore.%s', (call) => {
    expect(() => prepareServer().run(`${firestoreCode} firestore.${call};`)).toThrow(
      'Argument error',
    );
  });

  test('takes a permission for GOOGLE_CLOUD_PROJECT as one for calls without a project', () => {
    const allowedOptions = [
      { projectId: 'GOOGLE_CLOUD_PROJECT', path: 'users/*', operation: 'read' },
    ];
    const { run } = prepareServer({ permissions: [grant('access_firestore', { allowedOptions })] });
    run(`${firestoreCode} firestore.read('users/ann');`);
    expect(() => run(`${firestoreCode} firestore.read('users/ann', { projectId: 'p' });`)).toThrow(
      'Prohibited read on Firestore path: users/ann.',
    );
    expect(() => run(`${firestoreCode} firestore.write('users/ann', {});`)).toThrow(
      'Prohibited write',
    );
    expect(() => run(`${firestoreCode} firestore.read('other/ann');`)).toThrow('other/ann');
  });
});

describe('BigQuery', () => {
  const insert = `require('BigQuery').insert({ datasetId: 'd', tableId: 't' }, [{ a: 1 }, { a: 2 }])`;

  test('inserts rows and answers nothing', async () => {
    const bigQuery = createBigQueryStore();
    const server = prepareServer({ bigQuery, googleCloudProject: 'mine' });
    expect(await server.later(`${insert}.then(log);`)).toEqual([[undefined]]);
    const table = { projectId: 'mine', datasetId: 'd', tableId: 't' };
    expect(bigQuery.rows(table)).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test('rejects a connection without a table, and with what the store rejects', async () => {
    const code = `require('BigQuery').insert({ datasetId: 'd' }, []).catch((e) => log(e.reason));`;
    expect(await prepareServer().later(code)).toEqual([['invalid_argument']]);
    const bigQuery = { ...createBigQueryStore(), insert: () => Promise.reject(new Error('full')) };
    const logs = await prepareServer({ bigQuery }).later(`${insert}.catch((e) => log(e));`);
    expect(logs).toEqual([[[{ reason: 'full' }]]]);
  });

  test('needs the permission for the very table', () => {
    const allowedTables = [{ projectId: '*', datasetId: 'd', tableId: 'x', operation: 'write' }];
    const permissions = [grant('access_bigquery', { allowedTables })];
    expect(() => prepareServer({ permissions }).run(insert)).toThrow('BigQuery table: t');
    expect(() => prepareServer({ permissions: [] }).run(insert)).toThrow('not configured');
    expect(() => prepareServer().run(`require('BigQuery').insert({}, {});`)).toThrow(
      'Argument error',
    );
  });
});

describe('templateDataStorage', () => {
  const storage = `const storage = require('templateDataStorage');\n`;

  test.each([
    [`return storage.getItemCopy('a');`, null],
    [`storage.setItemCopy('a', { b: 1 }); return storage.getItemCopy('a');`, { b: 1 }],
    [
      `const v = { b: 1 }; storage.setItemCopy('a', v); v.b = 2; return storage.getItemCopy('a').b;`,
      1,
    ],
    [
      `storage.setItemCopy('a', []); storage.getItemCopy('a').push(1); return storage.getItemCopy('a');`,
      [],
    ],
    [
      `storage.setItemCopy('a', 1); storage.setItemCopy('a', null); return storage.getItemCopy('a');`,
      null,
    ],
    [
      `storage.setItemCopy('a', 1); storage.removeItem('a'); return storage.getItemCopy('a');`,
      null,
    ],
    [`storage.setItemCopy('a', 1); storage.clear(); return storage.getItemCopy('a');`, null],
  ])('%s answers %j', (code, expected) => {
    expect(prepareServer().run(storage + code)).toEqual(expected);
  });

  test.each([`getItemCopy('a')`, `setItemCopy('a', 1)`, `removeItem('a')`, `clear()`])(
    'needs its permission for %s',
    (call) => {
      const { run } = prepareServer({ permissions: [] });
      expect(() => run(`${storage} storage.${call};`)).toThrow('access_template_storage');
    },
  );

  test.each([`getItemCopy(1)`, `setItemCopy('a')`, `removeItem()`])('throws at %s', (call) => {
    expect(() => prepareServer().run(`${storage} storage.${call};`)).toThrow('Argument error');
  });
});
