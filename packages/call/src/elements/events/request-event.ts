/**
 * A wish that goes up before anything happens. It bubbles through shadow roots and can be canceled: the element acts
 * only when nobody called `preventDefault`.
 */
export abstract class RequestEvent extends Event {
  constructor(type: `cc-${string}-request`) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A fact that is reported after it became true. It bubbles through shadow roots; there is nothing to cancel. */
export abstract class ReportEvent extends Event {
  constructor(type: `cc-${string}`) {
    super(type, { bubbles: true, composed: true });
  }
}
