// A Fastify server that knows one answer: what HTTP and JSON cost without any API behind them.
// Started as a child process; its parent sends the answers by path and gets the address back.
import Fastify from 'fastify';

process.once('message', (answers: Readonly<Record<string, string>>) => {
  const app = Fastify();
  for (const [path, answer] of Object.entries(answers))
    app.post(path, (_, reply) => reply.type('application/json; charset=utf-8').send(answer));
  void app.listen({ host: '127.0.0.1', port: 0 }).then((url) => process.send?.(url));
});
process.once('disconnect', () => process.exit());
