import type { LinkConfiguration } from '@carillon/contract';
import type { FieldErrors } from './form-values.js';

/** What the parts of the form are drawn from. */
export interface Fields {
  /** The configuration as it was: what fields begin with. */
  readonly configuration: LinkConfiguration;
  /** What stands in them now: it decides which fields there are. */
  readonly draft: LinkConfiguration;
  readonly errors: FieldErrors;
}
