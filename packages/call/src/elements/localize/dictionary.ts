/** A sentence per plural form; `count` decides. */
export type Plural = { readonly [form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** What stands under a key: a sentence with `{names}` in it, or one per plural form. */
export type Message = string | Plural;

/** English sentences by key. Write it `as const`, so that keys and the names in braces are checked. */
export type Dictionary = Readonly<Record<string, Message>>;

/** The same keys in another language. */
export type Translation<D extends Dictionary> = { readonly [K in keyof D]: Message };

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type TextOf<M> = M extends string ? M : M extends Plural ? M[keyof M] : never;

/** The arguments that a message takes: none, or an object with a value for each name in braces. */
export type MessageArgs<M extends Message> = [Names<TextOf<M>>] extends [never]
  ? []
  : [params: Readonly<Record<Names<TextOf<M>>, string | number>>];

/** Values for the names in braces. */
export type MessageParams = Readonly<Record<string, string | number>>;
