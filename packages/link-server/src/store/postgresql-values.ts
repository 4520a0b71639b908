import { DatabaseError, types, type CustomTypesConfig } from 'pg';
import { ConstraintError, type ConstraintKind, type Value } from './database.js';

/** SQLSTATE codes of class 23 (postgresql.org/docs/current/errcodes-appendix.html). */
const constraintKinds: Readonly<Record<string, ConstraintKind>> = {
  '23502': 'not-null',
  '23503': 'foreign-key',
  '23505': 'unique',
  '23514': 'check',
};

/** Serialization failure and deadlock: the transaction did nothing and may be run again. */
const retryable = new Set(['40001', '40P01']);

/** Turns what the driver throws into what every adapter throws. */
export function translatePostgresqlError(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const kind = constraintKinds[error.code ?? ''];
  return kind ? new ConstraintError(kind, error.table, error) : error;
}

/** Whether running the same transaction again can go well. */
export const mayRunAgain = (error: unknown): boolean =>
  error instanceof DatabaseError && retryable.has(error.code ?? '');

/** How text becomes a value, by type (pg_type.oid). Whole numbers of ours are exact up to 2^53 - 1, truth is 0 or 1. */
const parsers: Readonly<Record<number, (text: string) => Value>> = {
  16: (text) => (text === 't' ? 1 : 0), // bool
  20: Number, // int8
  1700: Number, // numeric, as the sum of bigints is
};

export const columnTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? (types.getTypeParser(oid, format) as (text: string) => unknown),
};

/** PostgreSQL claims rows that nobody else is working on. */
export const toPostgresql = (sql: string): string => sql.replaceAll('/*LOCK*/', 'for update skip locked');
