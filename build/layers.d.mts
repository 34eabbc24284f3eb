/** Types of layers.mjs, which plain Node runs before anything is installed. */
export interface Room {
  readonly folder: string;
  readonly only?: true;
}
export const FLOORS: Readonly<Record<string, readonly (readonly Room[])[]>>;
export function layerOverrides(): unknown[];
