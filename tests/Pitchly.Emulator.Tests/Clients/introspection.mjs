// Builds a schema from the reference implementation's introspection query, with all features of the 2021 specification.
import assert from 'node:assert/strict';
import { buildClientSchema, getIntrospectionQuery, parse, validate } from 'graphql';

const { origin } = JSON.parse(process.env.PITCHLY);
const query = getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true });
const response = await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
const { data, errors } = await response.json();
assert.equal(errors, undefined);
const schema = buildClientSchema(data);
const fields = type => Object.keys(type.getFields()).sort();
assert.deepEqual(fields(schema.getQueryType()), [
  'data', 'dataCount', 'database', 'databases', 'organization', 'recordsConnection', 'table', 'viewer', 'workspace',
]);
assert.deepEqual(fields(schema.getSubscriptionType()), ['dataRowsChanged', 'databaseUpdated']);
assert.deepEqual(validate(schema, parse('{ viewer { person { id name } tier } organization { id } }')), []);
assert.equal(validate(schema, parse('{ content }')).length, 1);
