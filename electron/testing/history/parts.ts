/** Files cut into pieces and put into another order, as generated numbers say. */
import { newFileId, type OpFile } from "../op-files";
import { partOf } from "../proof-parts";

/** Every run in pieces, each as a file of its own, in an order. @param choose a number below 1 */
export function* partsOf(files: readonly OpFile[], choose: () => number): Generator<OpFile> {
  for (const file of files) {
    for (const { writer, ops } of file.runs) {
      for (let at = 0; at < ops.length; ) {
        const length = 1 + Math.floor(choose() * 6);
        const part = partOf(file, [{ writer, ops: ops.slice(at, at + length) }]);
        yield { ...part, manifest: { ...file.manifest, fileId: newFileId() } };
        at += length;
      }
    }
  }
}

export function shuffled<T>(list: readonly T[], choose: () => number): T[] {
  return list
    .map((one) => [choose(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
