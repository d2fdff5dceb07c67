// A graphql-ws server with Pitchly's subscription of changed rows. The ID of the database selects the behavior. The server prints each
// token that it receives. A line on the standard input closes all connections.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { buildSchema, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const schema = buildSchema(`
  scalar JSON
  type Query { nothing: Boolean }
  type Subscription { dataRowsChanged(accessToken: String, databaseId: ID!): [DataRow!]! }
  type DataRow { _id: ID! cols: [DataCol!]! }
  type DataCol { fieldId: ID! value: JSON! }
`);
const forever = new Promise(() => {});
const rows = async function* ({ databaseId }) {
  for (let number = 1; number <= 3; number++) {
    yield { dataRowsChanged: [{ _id: `row${number}`, cols: [{ fieldId: 'name', value: { val: `№ ${number}` } }] }] };
  }
  if (databaseId === 'breaks') {
    throw new Error('The source broke.');
  }
  if (databaseId === 'stays') {
    await forever;
  }
};
const say = what => console.log(JSON.stringify(what));
const subscribe = arguments_ => {
  say({ token: arguments_.accessToken });
  if (arguments_.databaseId === 'refuses') {
    throw new GraphQLError('Sign in again.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  return rows(arguments_);
};
schema.getSubscriptionType().getFields().dataRowsChanged.subscribe = (_, arguments_) => subscribe(arguments_);

const http = createServer();
const sockets = new WebSocketServer({ server: http, path: '/subscriptions' });
useServer({
  schema,
  onConnect: ({ connectionParams }) => {
    say({ authorization: connectionParams?.authorization });
    return connectionParams?.authorization !== 'Bearer bad';
  },
}, sockets);
createInterface({ input: process.stdin }).on('line', () => sockets.clients.forEach(socket => socket.terminate())).on('close', () => process.exit(0));
http.listen(0, '127.0.0.1', () => say({ port: http.address().port }));
