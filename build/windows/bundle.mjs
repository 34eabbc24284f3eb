/**
 * Bundles what the stories need beside the program: a second program that holds a roster. Run under Node 24, as it needs
 * packages of node_modules. Use: node bundle.mjs <target folder>
 */
import { build } from "vite";
import { holderConfig } from "../vite/node.mjs";

await build(holderConfig(process.argv[2]));
