/** Names of rows while they are only planned: real ones prove who made them, and are made when they are written. */
export function provisionalIds(): () => string {
  let count = 0;
  return () => `00000000-0000-7000-8000-${(++count).toString(16).padStart(12, "0")}`;
}
