/** How the program looks: as the system does, or always light or dark. */
export const appearances = ["system", "light", "dark"] as const;
export type Appearance = (typeof appearances)[number];

/** The ground of the window in either look, before its page is drawn and under it. */
export const grounds = { light: "#f3f5f8", dark: "#151b23" } as const;
