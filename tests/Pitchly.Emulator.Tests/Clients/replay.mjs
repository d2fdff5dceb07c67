// Repeats the requests of Pitchly's own public clients (accounts-pitchly, pitchly-oauth, Proposals-Plugin) in order, as far as their
// code is public. Prints the requests and the responses, so that a test can compare another client with them.
import WebSocket from 'ws';
import { createClient } from 'graphql-ws';

const { origin, appId, secret, redirectUri, organization, workspace, table, record, field, database, token } = JSON.parse(process.env.PITCHLY);
const steps = [];
const send = async (name, path, headers, body) => {
  const answer = await fetch(origin + path, { method: 'POST', headers, body });
  const got = await answer.json();
  steps.push({ name, path, headers, body: body.toString(), got });
  return got;
};
const form = (name, fields) => send(name, '/api/oauth/token',
  { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' }, new URLSearchParams({ client_id: appId, client_secret: secret, ...fields }));
const graphql = (name, query, variables, credential = token) => send(name, '/graphql',
  { 'Content-Type': 'application/json', Authorization: `Bearer ${credential}` }, JSON.stringify({ query, variables }));

// The challenge is plain: it has no method and equals the verifier.
const verifier = 'v'.repeat(43);
const authorize = new URL('/oauth/authorize', origin);
authorize.search = new URLSearchParams({
  response_type: 'code', client_id: appId, redirect_uri: redirectUri, state: btoa('{"loginStyle":"popup"}'), code_challenge: verifier,
}).toString();
const redirect = await fetch(authorize, { redirect: 'manual' });
const code = new URL(redirect.headers.get('location')).searchParams.get('code');
const tokens = await form('code', { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier });
await form('refresh', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token, scope: '' });
await form('app', { grant_type: 'client_credentials', organization_id: organization });

await graphql('identity', 'query { organization { id } viewer { person { id name email image } tier tierSettings } }');
await graphql('workspace', 'query workspace($id: ID!) { workspace(id: $id) { id tables { id fields { id type } } } }', { id: workspace });
await graphql('table', 'query table($id: ID!) { table(id: $id) { fields { id type } } }', { id: table });
await graphql('update',
  'mutation updateRecords($tableId: ID!, $records: [UpdateRecordInput!]!) { updateRecords(tableId: $tableId, records: $records) { id } }',
  { tableId: table, records: [{ id: record, fields: [{ fieldId: field, value: { val: 'Project Replay' } }] }] });
const filter = { conditions: [
  { left: { type: 'field', value: field }, comparison: { operator: 'contains' }, right: { type: 'input', value: 'Project' } },
  { conditionGroup: [{ left: { type: 'field', value: field }, comparison: { operator: 'has-any-value' } }] },
] };
await graphql('records',
  'query ($tableId: ID!, $filter: JSON) { recordsConnection(tableId: $tableId, filter: $filter) { edges { node { id fields { fieldId value stringValue } } } } }',
  { tableId: table, filter });
await graphql('refused', 'query { organization { id } }', undefined, 'plyu_bad');

// The names of v2's subscriptions are not public, so this is a subscription of v1.
const subscribe = credential => new Promise(resolve => {
  const sent = [];
  class Recorded extends WebSocket {
    send(message, ...rest) {
      sent.push(JSON.parse(message));
      super.send(message, ...rest);
      if (sent.at(-1).type === 'subscribe') {
        resolve({ sent, closed: null });
      }
    }
  }
  const client = createClient({
    url: `${origin.replace('http', 'ws')}/subscriptions`, webSocketImpl: Recorded, retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${credential}` },
  });
  client.subscribe(
    { query: 'subscription ($databaseId: ID!) { dataRowsChanged(databaseId: $databaseId) { _id cols { fieldId value } } }', variables: { databaseId: database } },
    { next: () => {}, error: event => resolve({ sent, closed: event.code }), complete: () => {} });
});
for (const [name, credential] of [['subscription', token], ['subscription refused', 'plyu_bad']]) {
  const { sent, closed } = await subscribe(credential);
  steps.push({ name, path: '/subscriptions', sent, got: closed });
}

console.log(JSON.stringify(steps));
process.exit(0);
