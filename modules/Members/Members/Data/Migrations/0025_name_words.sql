-- The words by which members are searched. A trigram index of search_key serves no search: behind row-level security only leakproof operators reach an index, and like is none, so that
-- a word which few or nobody bears took a look at every name of the province. Comparisons are leakproof, and the words that begin with a text are a range.
-- Kept by triggers. It hangs on no member by a foreign key: one would need a second index as large as this one.

create table members.name_word (
    province_id smallint not null,
    search_word text collate "C" not null,
    member_id uuid not null,
    primary key (province_id, search_word, member_id)
);
comment on table members.name_word is 'The words of members'' search keys: names without diacritics, and the numbers of card and CV.';

select kernel.protect('members.name_word');
drop index members.member_search;

create function members.words_of_newcomers() returns trigger
language plpgsql
as $$
begin
    insert into members.name_word (province_id, search_word, member_id)
    select distinct inserted.province_id, word, inserted.id
    from inserted cross join lateral regexp_split_to_table(inserted.search_key, ' ') as word
    where word <> '';
    return null;
end
$$;
create trigger words_inserted after insert on members.member
    referencing new table as inserted for each statement execute function members.words_of_newcomers();

create function members.words_of_changed() returns trigger
language plpgsql
as $$
begin
    delete from members.name_word as gone
    where gone.province_id = old.province_id and gone.search_word = any (string_to_array(old.search_key, ' ')) and gone.member_id = old.id;
    if tg_op = 'UPDATE' then
        insert into members.name_word (province_id, search_word, member_id)
        select distinct new.province_id, word, new.id
        from regexp_split_to_table(new.search_key, ' ') as word
        where word <> '';
    end if;
    return null;
end
$$;
create trigger words_changed after update on members.member
    for each row when (old.search_key <> new.search_key) execute function members.words_of_changed();
create trigger words_deleted after delete on members.member
    for each row execute function members.words_of_changed();

-- Called immutable so that the planner, which plans each search for its words, asks it while it plans: it then looks up the few who can be meant, or reads along the order of the
-- list where many are. Whatever the answer, the conditions beside it say who is found.
create function members.rare_bearers(prefixes text[]) returns uuid[]
language plpgsql immutable
as $$
declare
    prefix text;
    bearers uuid[];
    rarest uuid[];
begin
    foreach prefix in array prefixes loop
        select coalesce(array_agg(bearing.member_id), '{}') into bearers
        from (
            select word.member_id from members.name_word as word
            where word.province_id = current_setting('app.province')::smallint and word.search_word >= prefix and word.search_word < prefix || chr(65535)
            limit 5001
        ) as bearing;
        if cardinality(bearers) <= 5000 and (rarest is null or cardinality(bearers) < cardinality(rarest)) then
            rarest := bearers;
        end if;
    end loop;
    return rarest;
end
$$;
comment on function members.rare_bearers is 'Who bears a word that begins with the rarest of these; null where many bear each. Nobody else can bear all of them.';

-- Of whom is there already: each province by itself, because policies show one at a time.
do $$
declare
    province smallint;
begin
    for province in select id from kernel.provinces loop
        perform set_config('app.province', province::text, true);
        insert into members.name_word (province_id, search_word, member_id)
        select distinct member.province_id, word, member.id
        from members.member cross join lateral regexp_split_to_table(member.search_key, ' ') as word
        where member.province_id = province and word <> '';
    end loop;
    perform set_config('app.province', '', true);
end
$$;
