// One instance of the service in a process of its own. Told {settings} it starts; told {token} it says when the token
// is no longer good here.
process.env.NODE_ENV = 'development';
const { start } = await import('./service.mjs');
let service;

process.on('message', async ({ settings, token }) => {
  if (settings) {
    service = await start(settings);
    process.send({ ready: true });
    return;
  }
  while (await service.tokens.inspect(token)) await new Promise((resolve) => setTimeout(resolve, 1));
  process.send({ refused: token });
});
process.once('disconnect', () => process.exit(0));
