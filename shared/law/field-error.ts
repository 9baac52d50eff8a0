/** Bad input: names the field (dotted path, e.g. `repayments.0.date`) and says in Chinese what is allowed. */
export class FieldError extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.name = 'FieldError';
    this.field = field;
  }
}
