-- All below a place lie in [path, path_end). PostgreSQL takes no end for a bound of an index that it must reckon from another row first, since it may not call what could leak before it knows that
-- the row is of the province: it read on to the end of the province's tree and compared each place. It may use a column.
alter table organization_tree add column path_end text collate "C" generated always as (left(path, -1) || '/') stored;
analyze organization_tree;
