/** The program itself, as it was bundled, with somebody looking on. */
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { watch } from "../watch.mjs";

watch("[role=grid] [role=gridcell]");
await import(pathToFileURL(join(process.env["SO_CAN_BO_ROOT"], "dist/main/main.js")).href);
