import { EmailAddress, PhoneNumber, type Person } from '@carillon/contract';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { AdminForm, FormError, textOf } from './admin-form.js';
import { linesOf } from './lines-of.js';

/** A number as people write it, without what is there for the eye; `00` is how many countries write the plus. */
export const plainNumber = (text: string): string => text.replace(/[\s()./-]/g, '').replace(/^00/, '+');

/** Makes or changes a person, or forgets them. */
@customElement('desk-person-form')
export class PersonForm extends AdminForm<Person> {
  protected readonly titles = { create: 'New person', change: 'Change person' };
  protected readonly removal = {
    button: 'Forget person',
    question:
      'Their name, numbers, addresses, notes and conversations are erased, and their links stop working. This cannot be undone.',
  };

  protected renderFields() {
    const person = this.item;
    return html`
      <div class="field">
        <label for="name">Name</label>
        <input id="name" name="name" required maxlength="100" autocomplete="off" .value=${person?.name ?? ''} />
      </div>
      <div class="field">
        <label for="numbers">Phone numbers</label>
        <textarea
          id="numbers"
          name="numbers"
          rows="3"
          inputmode="tel"
          dir="ltr"
          spellcheck="false"
          aria-describedby="numbers-hint"
          .value=${person?.numbers.join('\n') ?? ''}
        ></textarea>
        <p id="numbers-hint" class="hint">One a line, with the country code: +385 91 234 5678.</p>
      </div>
      <div class="field">
        <label for="emails">E-mail addresses</label>
        <textarea
          id="emails"
          name="emails"
          rows="2"
          inputmode="email"
          dir="ltr"
          spellcheck="false"
          aria-describedby="emails-hint"
          .value=${person?.emails.join('\n') ?? ''}
        ></textarea>
        <p id="emails-hint" class="hint">One a line.</p>
      </div>
    `;
  }

  protected async save(data: FormData): Promise<string> {
    const name = textOf(data, 'name');
    const numbers = linesOf(textOf(data, 'numbers')).map(plainNumber);
    const emails = linesOf(textOf(data, 'emails'));
    const wrong = [
      ...numbers.filter((one) => !PhoneNumber.safeParse(one).success),
      ...emails.filter((one) => !EmailAddress.safeParse(one).success),
    ];
    if (wrong.length > 0)
      throw new FormError(`Check ${wrong.join(', ')}: a number begins with + and its country code.`);
    const person = { name, numbers: [...new Set(numbers)], emails: [...new Set(emails)] };
    if (this.item) await this.api.changePerson(this.item.id, { version: this.item.version, ...person });
    else await this.api.createPerson(person);
    return `${name} is saved.`;
  }

  protected async archive(person: Person): Promise<string> {
    await this.api.forgetPerson(person.id);
    return `${person.name} is forgotten.`;
  }
}
