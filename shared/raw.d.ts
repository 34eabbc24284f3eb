// Lets the bundler's "?raw" receptions of shipped data files be typed as text without pulling DOM types into shared/.
declare module "*?raw" {
  const text: string;
  export default text;
}
