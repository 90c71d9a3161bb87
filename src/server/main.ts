import { join } from 'node:path';
import { createServer } from './createServer.ts';

const port = Number(process.env['PORT'] ?? 4180);
const server = createServer(join(import.meta.dirname, '../../dist'));

server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use. Choose another: PORT=4181 npm start`
      : `The server stopped: ${error.code ?? 'unknown error'}`,
  );
  process.exitCode = 1;
});
// Localhost only: whoever publishes this puts a TLS proxy in front.
server.listen(port, 'localhost', () => console.log(`Knooppunt: http://localhost:${port}`));

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => server.close());
