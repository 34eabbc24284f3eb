/**
 * Starting other programs: quietly with their words kept in the set-up's log, or with this process's own
 * streams. Without it a failing command would either flood the screen or leave no trace.
 */
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT, SETUP_LOG, isWindows } from "./paths.mjs";

/** The environment for tools: node_modules/.bin first, so that `node` is Node 24 for whatever they start. */
export function toolEnvironment(extra = {}) {
  const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const separator = isWindows ? ";" : ":";
  const bin = join(ROOT, "node_modules", ".bin");
  return { ...process.env, [pathKey]: `${bin}${separator}${process.env[pathKey] ?? ""}`, ...extra };
}

/**
 * Runs a command without showing its output; both streams go to the log.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, watch?: () => boolean, shell?: boolean}} [options]
 *   `watch` is asked every second; when it answers false the command is ended
 * @returns {Promise<{ok: boolean, stdout: string, said: string}>} `ok` is false when it failed, was ended or does
 *   not exist; `said` is both streams as they came
 */
export function runQuietly(command, args, options = {}) {
  mkdirSync(dirname(SETUP_LOG), { recursive: true });
  appendFileSync(SETUP_LOG, `\n$ ${command} ${args.join(" ")}\n`);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: options.env ?? toolEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      shell: options.shell ?? false,
    });
    let stdout = "";
    let said = "";
    const keep = (chunk) => {
      said += chunk;
      appendFileSync(SETUP_LOG, chunk);
    };
    const timer = options.watch
      ? setInterval(() => {
          if (!options.watch()) child.kill("SIGKILL");
        }, 1000)
      : undefined;
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      keep(chunk);
    });
    child.stderr.on("data", keep);
    const finish = (ok) => {
      clearInterval(timer);
      resolve({ ok, stdout, said });
    };
    child.on("error", (error) => {
      keep(`${error.message}\n`);
      finish(false);
    });
    child.on("close", (code) => finish(code === 0));
  });
}

/**
 * Runs a command on this process's own streams and passes on signals that ask to stop. With `untilAllGone` it
 * also waits for the processes that the command leaves behind (they hold its standard error, which then goes
 * through here), so that a display is not taken from under them.
 * @returns {Promise<number>} its exit code; 128 + signal number style codes become 1
 */
export function runAttached(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: options.env ?? toolEnvironment(),
      stdio: ["inherit", "inherit", options.untilAllGone ? "pipe" : "inherit"],
    });
    child.stderr?.pipe(process.stderr, { end: false });
    const pass = (signal) => child.kill(signal);
    process.on("SIGINT", pass);
    process.on("SIGTERM", pass);
    const release = () => {
      process.off("SIGINT", pass);
      process.off("SIGTERM", pass);
    };
    child.on("error", (error) => {
      release();
      reject(error);
    });
    child.on("close", (code) => {
      release();
      resolve(code ?? 1);
    });
  });
}

/** How npm is started: through the running npm's own script where there is one, else by its name. */
export function npmCommand(args) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script))
    return { command: process.execPath, args: [script, ...args], shell: false };
  return { command: "npm", args, shell: isWindows };
}
