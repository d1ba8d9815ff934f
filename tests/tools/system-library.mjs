/**
 * Installs libatomic, the one library that Node 26's own builds for Linux need and a bare Debian or Fedora lacks.
 * Plain JavaScript, since it runs before there is a Node for anything else.
 */
import { spawnSync } from 'node:child_process';

const packages = [
  { manager: 'apt-get', update: ['-q', 'update'], install: ['-q', '-y', 'install', 'libatomic1'] },
  { manager: 'dnf', install: ['-y', 'install', 'libatomic'] },
];

function works(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Whether a program that failed with these words misses libatomic. */
export function missesLibatomic(errorOutput) {
  return process.platform === 'linux' && /libatomic\.so/.test(errorOutput);
}

/** Tries the system's package manager, as root or where sudo asks for no password. Says nothing on standard output. */
export function installLibatomic() {
  const isRoot = process.getuid() === 0;
  if (!isRoot && !works('sudo', ['-n', 'true'])) return;
  const found = packages.find(({ manager }) => works(manager, ['--version']));
  if (!found) return;
  console.error(`Node's library libatomic is missing; trying ${found.manager} ...`);
  const run = (args) => {
    const words = [...(isRoot ? [] : ['sudo', '-n']), found.manager, ...args];
    // Standard output is the command's own; five minutes are enough for any mirror that answers.
    spawnSync(words[0], words.slice(1), { stdio: ['ignore', 2, 2], timeout: 300000 });
  };
  if (found.update) run(found.update);
  run(found.install);
}
