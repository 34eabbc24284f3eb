/** `npm run layers`: writes the rules of build/layers.mjs into .oxlintrc.json, in place of those that it has. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { layerOverrides } from "./layers.mjs";
import { ROOT } from "./setup/paths.mjs";

const file = join(ROOT, ".oxlintrc.json");
const config = JSON.parse(readFileSync(file, "utf8"));
const others = config.overrides.filter(({ rules }) => !("no-restricted-imports" in rules));
config.overrides = [...others, ...layerOverrides()];
writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
