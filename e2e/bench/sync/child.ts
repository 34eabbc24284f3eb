/**
 * The process that measures one peer: `make`, `receive` or `faults`, the peer's key, the number of communes and a folder.
 * A process of its own, so that its memory is the peer's and its end ends nothing else.
 */
import { runFaults } from "./faults";
import { makeFiles, receiveFiles } from "./measure-peer";
import { openPeer } from "./peers";

const [job = "", key = "", communes = "0", folder = ""] = process.argv.slice(2);
const peer = await openPeer(key);
if (job === "make") await makeFiles(peer, Number(communes), folder);
else if (job === "receive") await receiveFiles(peer, Number(communes), folder);
else if (job === "faults") await runFaults(peer, folder);
else throw new Error(`No such job: ${job}`);
