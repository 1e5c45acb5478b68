-- A change whose rows are not as they were read must not be committed. The commit travels with the statements that write, so the
-- database itself has to refuse.
create function expect_rows(touched bigint, expected bigint) returns void
language plpgsql
as $$
begin
    if touched <> expected then
        raise exception 'Of % rows that were to be changed, % stand as they were read.', expected, touched using errcode = 'MD001';
    end if;
end
$$;

comment on function expect_rows is 'Fails with SQLSTATE MD001 when a statement did not touch as many rows as it should.';
