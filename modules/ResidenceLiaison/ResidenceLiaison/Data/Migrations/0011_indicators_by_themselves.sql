-- How far the cells of a province were looked at by themselves on a day of the policy: some cells at a time, so that any host goes on where another one stopped.
create table residence_liaison.indicator_look (
    province_id smallint not null,
    -- The day of the policy on which it was due.
    due_on date not null,
    -- The year whose comments and meetings are looked at.
    year integer not null,
    -- The last cell that was looked at, in the order of their identifiers.
    reached_cell_id uuid not null,
    cells integer not null check (cells >= 0),
    done_on date,
    primary key (province_id, due_on)
);
select kernel.protect('residence_liaison.indicator_look');
