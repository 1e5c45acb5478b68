-- What committees reported of past years (RES-13): flows of a year, so that each year keeps its own denominator whatever the register says today.

create table residence_liaison.year_figure (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    year integer not null check (year between 2000 and 2200),
    introduced integer not null check (introduced >= 0),
    commended integer not null check (commended >= 0),
    warned integer not null check (warned >= 0),
    source text,
    primary key (province_id, id),
    constraint organization_reports_a_year_once unique (province_id, organization_id, year),
    check (commended + warned <= introduced)
);
create index year_figure_year on residence_liaison.year_figure (province_id, year, organization_id);

select kernel.protect('residence_liaison.year_figure');
