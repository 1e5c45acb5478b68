-- Indicators of substance: what in comments and meetings of a cell is worth a look of an officer (polite, formal, uniform comments; silent meetings). They are leads for a human, no verdicts.

create table residence_liaison.indicator (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    -- The residential cell.
    cell_id uuid not null,
    year integer not null,
    kind text not null check (kind in ('ALIKE_TEXTS', 'UNIFORM_LEVELS', 'PRAISED_THOUGH_ABSENT', 'NEVER_A_WARNING', 'SILENT_MEETINGS')),
    -- The first year to which the evidence reaches back.
    from_year integer not null,
    found integer not null check (found >= 0),
    out_of integer not null check (out_of >= found),
    found_on date not null,
    looked_on date not null,
    state text not null check (state in ('OPEN', 'GONE', 'CLOSED')),
    closed_on date,
    closing_note text,
    primary key (province_id, id),
    constraint cell_has_an_indicator_once unique (province_id, cell_id, year, kind),
    check ((state = 'CLOSED') = (closed_on is not null) and (closed_on is null) = (closing_note is null))
);
create index indicator_year on residence_liaison.indicator (province_id, year, id);

-- The comments by which one was found; a meeting in which nobody spoke names nobody.
create table residence_liaison.indicator_evidence (
    province_id smallint not null,
    id uuid not null,
    indicator_id uuid not null,
    request_id uuid not null,
    -- How many of a hundred are alike, or of a hundred meetings were missed; null where the kind knows no such number.
    percent integer check (percent between 0 and 100),
    primary key (province_id, id),
    foreign key (province_id, indicator_id) references residence_liaison.indicator,
    foreign key (province_id, request_id) references residence_liaison.comment_request
);
create index indicator_evidence_indicator on residence_liaison.indicator_evidence (province_id, indicator_id, id);
create index indicator_evidence_request on residence_liaison.indicator_evidence (province_id, request_id);

select kernel.protect('residence_liaison.indicator', 'residence_liaison.indicator_evidence');
