/** Entry of the window's page: styles, texts, then the program. Nothing else may run at import time. */
import "@fontsource/be-vietnam-pro/400.css";
import "@fontsource/be-vietnam-pro/500.css";
import "@fontsource/be-vietnam-pro/600.css";
import "@fontsource/be-vietnam-pro/700.css";
// In a layer, so that the program's own style sheets win in whatever order the files are loaded.
import "@mantine/core/styles.layer.css";
import "./app/theme/global.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { createTexts } from "./app/texts";
import { loadSettings } from "./app/settings";
import { call } from "./bridge/bridge";
import { createQueryClient } from "./bridge/query-client";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

// Settings decide the language of the first paint, the session what it shows; asked for together.
const client = createQueryClient();
const [settings] = await Promise.all([
  loadSettings(),
  client.prefetchQuery({ queryKey: ["sessionGet", {}], queryFn: () => call("sessionGet", {}) }),
]);
createRoot(root).render(<App texts={createTexts(settings.language)} client={client} />);
