import type { FieldOutline, Outline } from "./answers";
import { maxFields, readOutline } from "./backup";

/**
 * What a sheet asks now and, behind it, what it asked before: fields, options and
 * columns it has no longer keep their labels. Of what it still has, today's label holds.
 */
export function merge(now: Outline, before: Outline | undefined): Outline {
  const fields = join(now.fields, before?.fields, (field, old): FieldOutline => {
    const options = join(field.options, old.options);
    const columns = join(field.columns, old.columns);
    return { ...field, ...(options.length && { options }), ...(columns.length && { columns }) };
  });
  return readOutline({ ...now, fields }) ?? now;
}

/** Two lists by id: those of the first, made one with what the second has of them, and then the others of the second. */
function join<T extends { id: string }>(first: readonly T[] = [], second: readonly T[] = [], one: (now: T, old: T) => T = (now) => now): T[] {
  const old = new Map(second.map((each) => [each.id, each]));
  const both = first.map((each) => one(each, old.get(each.id) ?? each));
  return [...both, ...second.filter(({ id }) => !first.some((each) => each.id === id))].slice(0, maxFields);
}
