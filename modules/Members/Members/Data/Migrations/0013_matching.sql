-- Match runs: a list from elsewhere, row by row beside the register. What a row said of a person stands in match_row until the run is closed.

create table members.match_run (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    state text not null check (state in ('OPEN', 'CLOSED')),
    made_at timestamptz not null,
    made_by text not null,
    members_compared integer not null,
    closed_at timestamptz,
    closed_by text,
    closed_because text,
    primary key (province_id, id),
    check ((state = 'OPEN') = (closed_at is null))
);
comment on table members.match_run is 'A list from elsewhere that was compared with the register. Its identifier is that of the import that brought it.';

create table members.match_row (
    province_id smallint not null,
    id uuid not null,
    run_id uuid not null,
    position integer not null,
    row_number integer,
    class text not null check (class in ('IDENTICAL', 'DIFFERING', 'PROBABLE', 'AMBIGUOUS', 'ONLY_THERE', 'ONLY_HERE', 'DEFECTIVE')),
    reason text check (reason in (
        'CITIZEN_ID', 'CARD_NUMBER', 'CV_NUMBER', 'NAME_AND_BIRTH_DATE', 'DAY_AND_MONTH_EXCHANGED', 'CITIZEN_ID_NEARLY_THE_SAME', 'NAME_BIRTH_YEAR_AND_CELL',
        'SHORTENED_NAME_AND_CELL', 'NUMBER_OF_ANOTHER_PERSON', 'NUMBERS_OF_SEVERAL_PERSONS', 'SEVERAL_PERSONS_ALIKE', 'SEVERAL_ROWS_FOR_ONE_PERSON', 'CELLS_OF_THE_ROW')),
    member_id uuid,
    differing text[] not null default '{}',
    full_name text,
    sort_key text collate "C",
    sex text,
    birth_date date,
    birth_date_precision text,
    citizen_id text,
    ethnic_group text,
    native_place text,
    card_number text,
    cv_number text,
    joined_on date,
    official_on date,
    cell_code text,
    cell_id uuid,
    decision text check (decision in ('TAKE_THEIRS', 'KEEP_OURS', 'NOT_THE_SAME', 'REGISTER_LATER')),
    decided_at timestamptz,
    decided_by text,
    decided_because text,
    primary key (province_id, id),
    foreign key (province_id, run_id) references members.match_run,
    foreign key (province_id, member_id) references members.member,
    constraint match_row_has_a_place unique (province_id, run_id, position),
    check ((decision is null) = (decided_at is null))
);
create index match_row_class on members.match_row (province_id, run_id, class, position);
create index match_row_member on members.match_row (province_id, member_id) where member_id is not null;

create table members.match_candidate (
    province_id smallint not null,
    id uuid not null,
    row_id uuid not null,
    member_id uuid not null,
    reason text not null,
    primary key (province_id, id),
    foreign key (province_id, row_id) references members.match_row on delete cascade,
    foreign key (province_id, member_id) references members.member
);
create index match_candidate_row on members.match_candidate (province_id, row_id);
create index match_candidate_member on members.match_candidate (province_id, member_id);

-- What a row says otherwise than the register, as the API calls it. An empty cell says nothing.
create function members.match_differences(matched members.match_row, member members.member) returns text[]
    language sql immutable parallel safe
    return array_remove(array[
        case when matched.sort_key <> member.sort_key then 'fullName' end,
        case when matched.sex <> member.sex then 'sex' end,
        case
            when matched.birth_date_precision = 'YEAR' and extract(year from matched.birth_date) = extract(year from member.birth_date) then null
            when matched.birth_date_precision = 'MONTH' and date_trunc('month', matched.birth_date) = date_trunc('month', member.birth_date) then null
            when matched.birth_date <> member.birth_date or member.birth_date_precision <> 'DAY' then 'birthDate'
        end,
        case when matched.citizen_id is distinct from member.citizen_id and matched.citizen_id is not null then 'citizenId' end,
        case when matched.ethnic_group <> member.ethnic_group then 'ethnicGroup' end,
        case when matched.native_place is not null
            and members.plain_text(matched.native_place) is distinct from members.plain_text(member.native_place) then 'nativePlace' end,
        case when matched.card_number is distinct from member.card_number and matched.card_number is not null then 'cardNumber' end,
        case when matched.cv_number is distinct from member.cv_number and matched.cv_number is not null then 'cvNumber' end,
        case when matched.joined_on is distinct from member.joined_on and matched.joined_on is not null then 'joinedOn' end,
        case when matched.official_on is distinct from member.official_on and matched.official_on is not null then 'officialOn' end,
        case when matched.cell_code is not null and matched.cell_id is distinct from member.organization_id then 'organization' end], null);

select kernel.protect('members.match_run', 'members.match_row', 'members.match_candidate');
