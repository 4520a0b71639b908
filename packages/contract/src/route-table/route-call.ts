import type * as z from 'zod/mini';
import type { UploadedFile } from '../uploaded-file.js';
import type { RouteRow } from './index.js';
import type { FileKind, Route } from './route.js';

type Named<Row> = Row extends Route ? `${Row['method']} ${Row['path']}` : never;

/** Every route by its name, `POST /v1/offers/:id/accept`. */
export type RouteName = Named<RouteRow>;
/** A route that answers in JSON, and neither with a stream of events nor with the bytes of a file. */
export type CommandName = Named<Exclude<RouteRow, { readonly answer: 'events' | FileKind }>>;

type RowOf<Name extends RouteName> = { [Row in RouteRow as Named<Row>]: Row }[Name];
type NameIn<Path> = Path extends `${string}/:${infer One}/${infer Rest}`
  ? One | NameIn<`/${Rest}`>
  : Path extends `${string}/:${infer One}`
    ? One
    : never;
type BodyOf<Row> = Row extends { readonly body: infer Schema }
  ? [Extract<FileKind, Schema>] extends [never]
    ? z.input<Exclude<Schema, string>>
    : UploadedFile
  : never;
type QueryOf<Row> = Row extends { readonly query: infer Schema } ? z.input<Schema> & object : never;
/** A part that a route takes is asked for; one that it does not take is refused. */
type Part<Name extends string, T> = [T] extends [never]
  ? { readonly [P in Name]?: never }
  : { readonly [P in Name]: T };
type ParamsOf<Name extends RouteName> = [NameIn<Name>] extends [never] ? never : Readonly<Record<NameIn<Name>, string>>;

/** What varies in a route's path, by its name there. */
export type RouteParams<Name extends RouteName> = Part<'params', ParamsOf<Name>>;
/** What a route is sent: params, query and body as the table has them, and neither more nor less. */
export type RouteCall<Name extends RouteName> = RouteParams<Name> &
  Part<'query', QueryOf<RowOf<Name>>> &
  Part<'body', BodyOf<RowOf<Name>>>;
/** The schema of what a route answers with. */
export type RouteAnswerSchema<Name extends CommandName> = Extract<RowOf<Name>['answer'], z.ZodMiniType>;
/** What a route answers with. */
export type RouteAnswer<Name extends CommandName> = z.output<RouteAnswerSchema<Name>>;

/** What a client makes of a call when it no longer looks at its type. */
export interface LooseCall {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: unknown;
}

/** The path of a route for these params and this query; values are escaped. */
export function routePath<Name extends RouteName>(name: Name, call: RouteParams<Name>): string;
export function routePath(name: string, { params = {}, query = {} }: LooseCall): string {
  const path = name
    .slice(name.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_, one: string) => encodeURIComponent(params[one] ?? ''));
  const said = Object.entries(query as Readonly<Record<string, unknown>>).flatMap(([key, value]) =>
    typeof value === 'string' ? `${encodeURIComponent(key)}=${encodeURIComponent(value)}` : [],
  );
  return said.length === 0 ? path : `${path}?${said.join('&')}`;
}
