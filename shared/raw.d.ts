// Lets the bundler's "?raw" imports of shipped data files be typed as text without pulling DOM types into shared/.
declare module "*?raw" {
  const text: string;
  export default text;
}
