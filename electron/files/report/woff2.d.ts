// Vite turns these receptions into data URLs, so that a print page needs no file beside it.
declare module "*.woff2?inline" {
  const dataUrl: string;
  export default dataUrl;
}
