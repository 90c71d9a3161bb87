import { createHttpServer } from '../../src/adapters/http/server.ts';
import { createMemoryServer } from '../support/memoryServer.ts';
import { startTestServer } from '../support/testServer.ts';
import { describeServer } from './serverContract.ts';

describeServer('in memory', async () => {
  const { port, setupSecret } = createMemoryServer();
  return { port, setupSecret, stop: async () => {} };
});

describeServer('over HTTP', async () => {
  const server = await startTestServer({ pollMilliseconds: 2_000 });
  return { port: createHttpServer(server.url()), setupSecret: server.setupSecret()!, stop: () => server.stop() };
});
