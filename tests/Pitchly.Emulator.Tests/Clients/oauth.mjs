// oauth4webapi discovers the server, signs a person in, refreshes and revokes, with Basic authentication and with the secret in the body.
import assert from 'node:assert/strict';
import * as oauth from 'oauth4webapi';

const { origin, appId, secret, redirectUri } = JSON.parse(process.env.PITCHLY);
const insecure = { [oauth.allowInsecureRequests]: true };
const issuer = new URL(origin);
const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure }));
const client = { client_id: appId };

for (const proof of [oauth.ClientSecretBasic(secret), oauth.ClientSecretPost(secret)]) {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const address = new URL(server.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: appId, response_type: 'code', redirect_uri: redirectUri, state, scope: 'records:update',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
  }).toString();
  const answer = await fetch(address, { redirect: 'manual' });
  const parameters = oauth.validateAuthResponse(server, client, new URL(answer.headers.get('location')), state);

  const tokens = await oauth.processAuthorizationCodeResponse(
    server, client, await oauth.authorizationCodeGrantRequest(server, client, proof, parameters, redirectUri, verifier, insecure));
  assert.equal(tokens.expires_in, 3600);
  const refreshed = await oauth.processRefreshTokenResponse(
    server, client, await oauth.refreshTokenGrantRequest(server, client, proof, tokens.refresh_token, insecure));
  await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, proof, refreshed.refresh_token, insecure));
  await assert.rejects(
    async () => oauth.processRefreshTokenResponse(server, client, await oauth.refreshTokenGrantRequest(server, client, proof, refreshed.refresh_token, insecure)),
    error => error.error === 'invalid_grant');
}
