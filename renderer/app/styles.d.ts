/** Types of style sheets that the bundler turns into files. */
declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module "*.css";
/** The address of a file that the bundler puts beside the page. */
declare module "*?url" {
  const url: string;
  export default url;
}
/** The user guide as data. */
declare module "*/docs/huong-dan.md" {
  export const chapters: readonly import("../features/handbook/handbook").Chapter[];
  /** Addresses of its images. */
  export const images: readonly string[];
}
