// Tests graphql-ws, which v2's own clients use: a change raises an event, and an invalid token closes the connection with 4403.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const { origin, databaseId, token } = JSON.parse(process.env.PITCHLY);
const connect = credential => createClient({
  url: `${origin.replace('http', 'ws')}/subscriptions`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization: `Bearer ${credential}` },
});
const call = async (query, variables) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const { data, errors } = await (await fetch(`${origin}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json();
  assert.equal(errors, undefined);
  return data;
};

const client = connect(token);
const changes = client.iterate({ query: 'subscription($d: ID!) { dataRowsChanged(databaseId: $d) { _id cols { fieldId value } } }', variables: { d: databaseId } });
const first = changes.next();
// Messages are handled in order: when this query has a response, the subscription has started.
for await (const { data } of client.iterate({ query: '{ __typename }' })) {
  assert.equal(data.__typename, 'Query');
}
const [row] = (await call('query($d: ID!) { data(databaseId: $d) { _id cols { fieldId } } }', { d: databaseId })).data;
await call('mutation($d: ID!, $r: ID!, $row: DataRowInput!) { updateRow(databaseId: $d, rowId: $r, row: $row) { _id } }', {
  d: databaseId, r: row._id, row: { cols: [{ fieldId: row.cols[0].fieldId, value: { val: 'Changed' } }] },
});
const { value } = await first;
assert.equal(value.data.dataRowsChanged[0].cols[0].value.val, 'Changed');
await changes.return();
await client.dispose();

await assert.rejects(
  async () => { await connect('plyu_bad').iterate({ query: '{ __typename }' }).next(); },
  event => event.code === 4403);
