import * as z from 'zod/mini';
import { eachOnce } from './each-once.js';
import { Id } from './common.js';
import { pageFields, pageQuery } from './page.js';
import { PhoneNumber } from './phone-number.js';
import { Version } from './queue.js';
import { DisplayName } from './text.js';

/** An e-mail address as people write them (RFC 5321 in its usual part), in small letters: one person, one spelling. */
export const EmailAddress = z.pipe(
  z
    .string()
    .check(
      z.maxLength(254),
      z.regex(/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$/),
    ),
  z.transform((text: string) => text.toLowerCase()),
);
export type EmailAddress = z.infer<typeof EmailAddress>;

/** How many numbers, and how many e-mail addresses, one person may have. */
export const mostAddresses = 20;
const each = <T extends z.ZodMiniType<string>>(address: T) =>
  z.array(address).check(z.maxLength(mostAddresses), z.refine(eachOnce, 'holds one twice'));

/** A person known to the company. A number or address belongs to one person only. */
export const Person = z.object({
  id: Id,
  name: z.string(),
  numbers: z.array(PhoneNumber),
  emails: z.array(z.string()),
  version: Version,
});
export type Person = z.infer<typeof Person>;

/** Query of `GET /v1/people`: `search` is part of a name, a number or an address, however it is written. */
export const ListPeopleQuery = z.strictObject({ search: z.optional(z.string().check(z.maxLength(100))), ...pageQuery });
export type ListPeopleQuery = z.infer<typeof ListPeopleQuery>;
export const PersonList = z.object({ people: z.array(Person), ...pageFields });
export type PersonList = z.infer<typeof PersonList>;

const addresses = { numbers: z.optional(each(PhoneNumber)), emails: z.optional(each(EmailAddress)) };

/** Body of `POST /v1/people`. */
export const CreatePersonRequest = z.strictObject({ name: DisplayName, ...addresses });
export type CreatePersonRequest = z.infer<typeof CreatePersonRequest>;

/** Body of `PATCH /v1/people/:id`. What is left out stays; a list that is given is the whole list. */
export const ChangePersonRequest = z.strictObject({ version: Version, name: z.optional(DisplayName), ...addresses });
export type ChangePersonRequest = z.infer<typeof ChangePersonRequest>;
