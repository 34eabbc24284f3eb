/** What a screen test waits for may come late on a busy machine; the limit is for what never comes. */
import { configure } from "@testing-library/react";

configure({ asyncUtilTimeout: 120_000 });
