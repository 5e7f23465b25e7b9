// Addresses of Google's APIs find their methods.

import { expect, it } from '@jest/globals';
import type { ApiMethod } from '../../../scripts/local-workspace/rest/api.ts';
import { Router } from '../../../scripts/local-workspace/rest/router.ts';

const method = (id: string, http: ApiMethod['http'], path: string, upload?: string): ApiMethod => ({
  id,
  http,
  path,
  ...(upload ? { upload } : {}),
  scopes: [],
  run: () => ({}),
});

const router = new Router([
  method('get', 'GET', '/v4/spreadsheets/{id}'),
  method('batchUpdate', 'POST', '/v4/spreadsheets/{id}:batchUpdate'),
  method('values.get', 'GET', '/v4/spreadsheets/{id}/values/{range}'),
  method('values.update', 'PUT', '/v4/spreadsheets/{id}/values/{range}'),
  method('values.append', 'POST', '/v4/spreadsheets/{id}/values/{range}:append'),
  method('values.clear', 'POST', '/v4/spreadsheets/{id}/values/{range}:clear'),
  method('values.batchGet', 'GET', '/v4/spreadsheets/{id}/values:batchGet'),
  method(
    'send',
    'POST',
    '/gmail/v1/users/{userId}/messages/send',
    '/upload/gmail/v1/users/{userId}/messages/send',
  ),
  method('modify', 'POST', '/gmail/v1/users/{userId}/messages/{id}/modify'),
  method('batchModify', 'POST', '/gmail/v1/users/{userId}/messages/batchModify'),
  method('message', 'GET', '/gmail/v1/users/{userId}/messages/{id}'),
]);

const cases: [string, string, string | undefined, object | undefined][] = [
  ['GET', '/v4/spreadsheets/s1', 'get', { id: 's1' }],
  ['POST', '/v4/spreadsheets/s1:batchUpdate', 'batchUpdate', { id: 's1' }],
  ['POST', '/v4/spreadsheets/s1%3AbatchUpdate', 'batchUpdate', { id: 's1' }],
  ['GET', '/v4/spreadsheets/s1/values:batchGet', 'values.batchGet', { id: 's1' }],
  ['GET', '/v4/spreadsheets/s1/values/A1:B2', 'values.get', { id: 's1', range: 'A1:B2' }],
  ['GET', '/v4/spreadsheets/s1/values/A1%3AB2', 'values.get', { range: 'A1:B2' }],
  ['GET', "/v4/spreadsheets/s1/values/'Yes%2FNo'!A1%3AB2", 'values.get', { range: "'Yes/No'!A1:B2" }],
  [
    'PUT',
    "/v4/spreadsheets/s1/values/'M%C3%BCtter%20%25'!A%3AB",
    'values.update',
    { range: "'Mütter %'!A:B" },
  ],
  ['POST', '/v4/spreadsheets/s1/values/A1:B2:append', 'values.append', { range: 'A1:B2' }],
  ['POST', '/v4/spreadsheets/s1/values/A1%3AB2:clear', 'values.clear', { range: 'A1:B2' }],
  ['POST', '/gmail/v1/users/me/messages/send', 'send', { userId: 'me' }],
  ['POST', '/upload/gmail/v1/users/me/messages/send', 'send', { userId: 'me' }],
  ['POST', '/gmail/v1/users/me/messages/batchModify', 'batchModify', { userId: 'me' }],
  [
    'POST',
    '/gmail/v1/users/a%40example.org/messages/12/modify',
    'modify',
    { userId: 'a@example.org', id: '12' },
  ],
  ['GET', '/gmail/v1/users/me/messages/send', 'message', { id: 'send' }],
  ['DELETE', '/v4/spreadsheets/s1', undefined, undefined],
  ['GET', '/v4/spreadsheets/s1/', undefined, undefined],
  ['GET', '/v4/spreadsheets/%ZZ', undefined, undefined],
  ['GET', '/v4/spreadsheets/s1/sheets/1', undefined, undefined],
];

it.each(cases)('%s %s → %s', (http, path, id, parameters) => {
  const route = router.find(http, path);
  expect(route?.method.id).toBe(id);
  if (parameters) expect(route?.path).toMatchObject(parameters);
});

it('knows which addresses are the APIs’ own', () => {
  expect(
    ['/v4/spreadsheets', '/v4/spreadsheets/x/y', '/v4/foo', '/gmail/v1/foo', '/upload/gmail/x'].filter(
      (path) => !router.covers(path),
    ),
  ).toEqual([]);
  expect(['/', '/forms/d/e/x/viewform', '/v4', '/local/summary'].map((path) => router.covers(path))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
