type Words = ReadonlyMap<string, readonly string[]>;

/** For each shell, the script that completes `tessera`: it knows the words itself and starts nothing. */
export const COMPLETION_SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'fish', (words: Words) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** The longest beginning of the line that is a command decides what may follow. */
function bashScript(words: Words): string {
  return `# tessera: source <(tessera completion bash)
_tessera_words() {
  case "$1" in
${casesOf(words)}
    *) return 1 ;;
  esac
}
_tessera() {
  local command="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    _tessera_words "\${command:+$command }$word" > /dev/null && command="\${command:+$command }$word"
  done
  COMPREPLY=($(compgen -W "$(_tessera_words "$command")" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _tessera tessera
`;
}

function zshScript(words: Words): string {
  return `#compdef tessera
# tessera: source <(tessera completion zsh), or a file _tessera in $fpath
_tessera_words() {
  case "$1" in
${casesOf(words)}
    *) return 1 ;;
  esac
}
_tessera() {
  local command="" word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    _tessera_words "\${command:+$command }$word" > /dev/null && command="\${command:+$command }$word"
  done
  compadd -- \${(z)"$(_tessera_words "$command")"} || _files
}
compdef _tessera tessera
`;
}

function casesOf(words: Words): string {
  return [...words].map(([command, following]) => `    "${command}") echo "${following.join(' ')}" ;;`).join('\n');
}

function fishScript(words: Words): string {
  const cases = [...words].map(
    ([command, following]) => `    case "${command}"\n      printf '%s\\n' ${following.join(' ')}`,
  );
  return `# tessera: tessera completion fish | source
function __tessera_words
  switch "$argv[1]"
${cases.join('\n')}
    case '*'
      return 1
  end
end
function __tessera
  set -l command ""
  for word in (commandline -opc)[2..]
    set -l longer (string trim -- "$command $word")
    __tessera_words "$longer" > /dev/null; and set command "$longer"
  end
  __tessera_words "$command"
end
complete -c tessera -a "(__tessera)"
`;
}
