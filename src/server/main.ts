import { join } from 'node:path';
import { startServer } from './startServer.ts';

const port = Number(process.env['PORT'] ?? 4180);

try {
  const server = await startServer({
    appFolder: join(import.meta.dirname, '../../dist'),
    dataFolder: process.env['KNOOPPUNT_DATA'] ?? join(import.meta.dirname, '../../data'),
    port,
    conformanceToken: process.env['KNOOPPUNT_CONFORMANCE_TOKEN'] ?? null,
    metricsToken: process.env['KNOOPPUNT_METRICS_TOKEN'] ?? null,
    log: (line) => console.log(line),
    onBroken: () => {
      console.error('The disk failed: nothing more can be kept. The server stops.');
      process.exit(1);
    },
  });
  console.log(`Knooppunt: ${server.url}`);
  if (server.setupUrl !== null) console.log(`For the first administrator, once and within 7 days: ${server.setupUrl}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.stop());
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE' ? `Port ${port} is in use. Choose another: PORT=4181 npm start` : `The server did not start: ${code ?? message}`,
  );
  process.exitCode = 1;
}
