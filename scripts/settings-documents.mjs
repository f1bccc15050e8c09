const WIDTH = 118;

/** The text of `.env.example`. */
export function envExample(settings) {
  const head = [
    'Every setting, with its default. Copy to .env, or set in the environment, which wins.',
    'A bad value stops the start with one sentence that names it.',
    'Written by `npm run settings:write`: change src/config/settings instead.',
  ];
  const entries = settings.map((setting) => {
    const lines = wrap(`${sentences(setting)} Must be ${setting.type.accepts}.`);
    return `${comment(lines)}\n${setting.env}=${setting.default ?? ''}\n`;
  });
  return [`${comment(head)}\n`, ...entries].join('\n');
}

/** The table of docs/operating.md. */
export function settingsTable(settings) {
  const rows = settings.map((setting) => [
    `\`${setting.env}\``,
    !setting.default ? '' : `\`${setting.default}\``,
    prose(setting.type.accepts),
    prose(sentences(setting)),
  ]);
  const head = ['setting', 'default', 'must be', 'what it is for'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** Markdown would take `<` for the beginning of an element, and `|` for that of the next cell. */
function prose(text) {
  return text.replace(/[<|]/g, '\\$&');
}

function sentences({ about, secret, requiredInProduction }) {
  return [about, requiredInProduction && 'Required in production.', secret && 'Secret.'].filter(Boolean).join(' ');
}

function comment(lines) {
  return lines.map((line) => `# ${line}`).join('\n');
}

function wrap(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`.trimStart();
    if (line.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines;
}
