/**
 * A form that asks for what its source does not have. In a shipped form that is a bug and is reported as one; in a
 * layout, which users write, it becomes a sentence that names the place.
 */
export class FormProblem extends RangeError {
  /** What was asked for, as the form writes it. */
  readonly at: string;

  constructor(at: string) {
    super(`The source of this form has no ${at}`);
    this.name = "FormProblem";
    this.at = at;
  }
}
