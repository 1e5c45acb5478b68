-- Who may be in the register twice. Names are compared without diacritics, as people search them (decision 8); here the database makes the key
-- itself, so that it cannot be forgotten by anything that writes a name.

create function members.plain_text(text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(
        lower(translate(regexp_replace(normalize($1, nfd), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'Dd')), '[^[:alnum:]]+', ' ', 'g'));
comment on function members.plain_text(text) is 'The text without diacritics in lower case, words parted by one space: what VietnameseText.SearchKey gives.';

-- One digit is another, or two neighbours are exchanged: how numbers are mistyped.
create function members.nearly_the_same_number(number text, other text) returns boolean
    language sql immutable strict parallel safe
    return length(number) = length(other) and (
        select case count(*)
            when 1 then true
            when 2 then max(place) = min(place) + 1
                and substr(number, min(place)::int, 1) = substr(other, max(place)::int, 1)
                and substr(number, max(place)::int, 1) = substr(other, min(place)::int, 1)
            else false
        end
        from generate_series(1, length(number)) as place
        where substr(number, place::int, 1) <> substr(other, place::int, 1));

-- Why two persons of one name may be the same; null where they are not. Two numbers of identity that are not alike are two persons.
create function members.duplicate_ground(
    birth_date date, other_birth_date date, native_place text, other_native_place text, citizen_id text, other_citizen_id text) returns text
    language sql immutable parallel safe
    return case
        when citizen_id <> other_citizen_id and not members.nearly_the_same_number(citizen_id, other_citizen_id) then null
        when citizen_id <> other_citizen_id then 'CITIZEN_ID_NEARLY_THE_SAME'
        when birth_date = other_birth_date then 'BIRTH_DATE'
        when extract(year from birth_date) <> extract(year from other_birth_date) then null
        when extract(day from birth_date) = extract(month from other_birth_date)
            and extract(month from birth_date) = extract(day from other_birth_date) then 'DAY_AND_MONTH_EXCHANGED'
        when members.plain_text(native_place) = members.plain_text(other_native_place) then 'BIRTH_YEAR_AND_NATIVE_PLACE'
    end;

alter table members.member add column name_key text collate "C" not null generated always as (members.plain_text(full_name)) stored;
create index member_name_key on members.member (province_id, name_key, birth_date);

create table members.different_persons (
    province_id smallint not null,
    id uuid not null,
    first_member_id uuid not null,
    second_member_id uuid not null,
    reason text,
    decided_at timestamptz not null,
    decided_by text not null,
    primary key (province_id, id),
    foreign key (province_id, first_member_id) references members.member,
    foreign key (province_id, second_member_id) references members.member,
    check (first_member_id < second_member_id),
    constraint persons_are_told_apart_once unique (province_id, first_member_id, second_member_id)
);
create index different_persons_second on members.different_persons (province_id, second_member_id);
comment on table members.different_persons is 'Two persons who look like one and are not: they are not asked about again.';

select kernel.protect('members.different_persons');
