/** This process's streams and its interruption, as commands need them; shared by both composition roots. */
import type { CliIo, CliPorts } from "./command";

export interface ProcessIo {
  readonly io: CliIo;
  readonly interrupted: CliPorts["interrupted"];
  /** Resolves when everything written has left; ending the process before would cut a result off. */
  readonly flushed: () => Promise<void>;
}

export function processIo(): ProcessIo {
  const { stdout, stderr } = process;
  // A reader such as `head` may leave before the end; that is its right and no failure of ours.
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(0);
    });
  }
  return {
    io: {
      stdout: (text) => void stdout.write(text),
      stderr: (text) => void stderr.write(text),
    },
    interrupted: () => {
      const controller = new AbortController();
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
      return controller.signal;
    },
    flushed: async () => {
      for (const stream of [stdout, stderr]) await new Promise((done) => stream.write("", done));
    },
  };
}
