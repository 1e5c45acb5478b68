-- Kinds of Party organizations as dated data, the same for every province: which kind exists when, under what name, below which
-- parent. A new regulation is new rows. Sources: Party Charter, Articles 10 and 21; 208-QĐ/TW for era C (second-hand, to be confirmed).

create table organizations.era (
    code text primary key,
    vietnamese_name text not null,
    english_name text not null,
    valid daterange not null,
    instrument text not null,
    exclude using gist (valid with &&)
);
comment on table organizations.era is 'The order of levels in force by default on a day; units are converted one by one, so a unit keeps the era of its own kind.';

insert into organizations.era (code, vietnamese_name, english_name, valid, instrument) values
    ('A', 'Bốn cấp', 'Four levels', '[1930-02-03,2025-07-01)', 'Điều lệ Đảng / Party Charter'),
    ('B', 'Bỏ cấp huyện', 'District level abolished', '[2025-07-01,2026-07-26)', '31-HD/BTCTW'),
    ('C', 'Ba cấp', 'Three levels', '[2026-07-26,)', '208-QĐ/TW');

create table organizations.kind (
    code text primary key,
    vietnamese_name text not null,
    english_name text not null,
    level smallint not null,
    holds_members boolean not null,
    code_groups smallint check (code_groups between 1 and 5)
);
comment on column organizations.kind.level is '0 Centre, 1 province, 2 directly superior, 3 grassroots, 4 below a grassroots committee, 5 cell, 6 group in a cell.';
comment on column organizations.kind.code_groups is 'How many of the five groups of a code of the 208 scheme an organization of this kind fills; null: it has no such code.';

insert into organizations.kind (code, vietnamese_name, english_name, level, holds_members, code_groups) values
    ('CENTRAL', 'Trung ương', 'Central Committee', 0, false, null),
    ('PROVINCIAL', 'Đảng bộ tỉnh, thành phố', 'Provincial Party organization', 1, false, 1),
    ('DIRECT_SUPERIOR', 'Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng', 'Directly superior committee of grassroots organizations', 2, false, 2),
    ('GRASSROOTS_COMMITTEE', 'Đảng bộ cơ sở', 'Grassroots committee', 3, false, 3),
    ('GRASSROOTS_CELL', 'Chi bộ cơ sở', 'Grassroots cell', 3, true, 3),
    ('SECTIONAL_COMMITTEE', 'Đảng bộ bộ phận', 'Sectional committee', 4, false, 4),
    ('AFFILIATED_COMMITTEE', 'Đảng bộ trực thuộc cơ sở', 'Committee affiliated to the grassroots', 4, false, 4),
    ('CELL', 'Chi bộ', 'Cell', 5, true, 5),
    ('TEMPORARY_CELL', 'Chi bộ sinh hoạt tạm thời', 'Temporary cell', 5, true, 5),
    ('OVERSEAS_TEMPORARY_CELL', 'Chi bộ sinh hoạt tạm thời ở ngoài nước', 'Overseas temporary cell', 5, true, 5),
    ('PARTY_GROUP', 'Tổ đảng', 'Party group', 6, false, null);

create table organizations.kind_period (
    kind text not null references organizations.kind,
    era text not null references organizations.era,
    valid daterange not null,
    vietnamese_name text not null,
    english_name text not null,
    primary key (kind, era)
);
comment on table organizations.kind_period is 'When organizations of a kind may be founded under an era, and what the kind is called there. Periods of eras overlap while units are being converted.';

insert into organizations.kind_period (kind, era, valid, vietnamese_name, english_name)
select kind.code, era.code,
       case era.code
           when 'A' then daterange '[1930-02-03,2025-07-01)'
           -- Units of era B are converted until the end of 2026.
           when 'B' then daterange '[2025-07-01,2027-01-01)'
           else daterange '[2026-07-26,)'
       end,
       case
           when era.code <> 'C' and kind.code = 'CELL' then 'Chi bộ trực thuộc'
           when era.code = 'C' and kind.code in ('CELL', 'GRASSROOTS_CELL') then 'Chi bộ'
           else kind.vietnamese_name
       end,
       kind.english_name
from organizations.kind cross join organizations.era
where (kind.code <> 'SECTIONAL_COMMITTEE' or era.code <> 'C') and (kind.code <> 'AFFILIATED_COMMITTEE' or era.code = 'C');

create table organizations.subkind (
    code text primary key,
    kind text not null references organizations.kind,
    vietnamese_name text not null,
    english_name text not null,
    valid daterange not null
);
comment on table organizations.subkind is 'What a directly superior committee is the committee of, and when such committees may be founded.';

insert into organizations.subkind (code, kind, vietnamese_name, english_name, valid) values
    ('DISTRICT', 'DIRECT_SUPERIOR', 'Huyện ủy, quận ủy', 'District committee', '[1930-02-03,2025-07-01)'),
    ('TOWN', 'DIRECT_SUPERIOR', 'Thị ủy', 'Town committee', '[1930-02-03,2025-07-01)'),
    ('PROVINCIAL_CITY', 'DIRECT_SUPERIOR', 'Thành ủy thành phố thuộc tỉnh', 'Committee of a city under a province', '[1930-02-03,2025-07-01)'),
    ('BLOC', 'DIRECT_SUPERIOR', 'Đảng ủy khối', 'Bloc committee', '[1930-02-03,2025-07-01)'),
    ('PROVINCIAL_PARTY_AGENCIES', 'DIRECT_SUPERIOR', 'Đảng ủy các cơ quan Đảng tỉnh', 'Committee of the provincial Party agencies', '[2025-01-01,)'),
    ('PROVINCIAL_GOVERNMENT', 'DIRECT_SUPERIOR', 'Đảng ủy Ủy ban nhân dân tỉnh', 'Committee of the provincial government', '[2025-01-01,)'),
    ('MILITARY', 'DIRECT_SUPERIOR', 'Đảng ủy Quân sự', 'Military committee', '[1930-02-03,)'),
    ('POLICE', 'DIRECT_SUPERIOR', 'Đảng ủy Công an', 'Police committee', '[1930-02-03,)'),
    ('BORDER', 'DIRECT_SUPERIOR', 'Đảng ủy Bộ đội Biên phòng', 'Border guard committee', '[1930-02-03,)'),
    ('COMMUNE_SUPERIOR', 'DIRECT_SUPERIOR', 'Đảng ủy xã, phường, đặc khu (cấp trên trực tiếp)', 'Commune-level committee as direct superior', '[2025-07-01,2027-01-01)');

create table organizations.kind_parent (
    id smallint generated always as identity primary key,
    era text not null references organizations.era,
    kind text not null references organizations.kind,
    parent_kind text references organizations.kind,
    needs_superior_powers boolean not null default false,
    needs_consent boolean not null default false,
    rule text not null,
    instrument text not null,
    unique nulls not distinct (era, kind, parent_kind)
);
comment on table organizations.kind_parent is 'Which kind stands directly below which under an era; no parent: the root of a province. The row is in force while the kind''s period of that era is.';
comment on column organizations.kind_parent.needs_superior_powers is 'Only where the parent was given the powers of a superior committee (ORG-06).';
comment on column organizations.kind_parent.needs_consent is 'Only with the prior written consent of the directly superior committee (ORG-05, ORG-06).';

insert into organizations.kind_parent (era, kind, parent_kind, needs_superior_powers, needs_consent, rule, instrument)
select era.code, place.kind, place.parent_kind, place.needs_superior_powers, place.needs_consent, place.rule,
       case era.code when 'C' then '208-QĐ/TW' else 'Điều lệ Đảng, Điều 10 và 21 / Party Charter, Articles 10 and 21' end
from organizations.era
cross join (values
    ('ABC', 'PROVINCIAL', null, false, false, 'ORG-23'),
    ('ABC', 'DIRECT_SUPERIOR', 'PROVINCIAL', false, false, 'ORG-25'),
    ('ABC', 'GRASSROOTS_COMMITTEE', 'PROVINCIAL', false, false, 'ORG-19'),
    ('ABC', 'GRASSROOTS_COMMITTEE', 'DIRECT_SUPERIOR', false, false, 'ORG-03'),
    ('ABC', 'GRASSROOTS_CELL', 'PROVINCIAL', false, false, 'ORG-03'),
    ('ABC', 'GRASSROOTS_CELL', 'DIRECT_SUPERIOR', false, false, 'ORG-03'),
    ('ABC', 'GRASSROOTS_CELL', 'GRASSROOTS_COMMITTEE', true, true, 'ORG-06'),
    ('AB', 'SECTIONAL_COMMITTEE', 'GRASSROOTS_COMMITTEE', false, true, 'ORG-05'),
    ('C', 'AFFILIATED_COMMITTEE', 'GRASSROOTS_COMMITTEE', false, false, 'ORG-19'),
    ('ABC', 'CELL', 'GRASSROOTS_COMMITTEE', false, false, 'ORG-03'),
    ('AB', 'CELL', 'SECTIONAL_COMMITTEE', false, false, 'ORG-03'),
    ('C', 'CELL', 'AFFILIATED_COMMITTEE', false, false, 'ORG-03'),
    ('ABC', 'TEMPORARY_CELL', 'GRASSROOTS_COMMITTEE', false, false, 'ORG-03'),
    ('AB', 'TEMPORARY_CELL', 'SECTIONAL_COMMITTEE', false, false, 'ORG-03'),
    ('C', 'TEMPORARY_CELL', 'AFFILIATED_COMMITTEE', false, false, 'ORG-03'),
    ('ABC', 'OVERSEAS_TEMPORARY_CELL', 'PROVINCIAL', false, false, 'ORG-03'),
    ('ABC', 'OVERSEAS_TEMPORARY_CELL', 'DIRECT_SUPERIOR', false, false, 'ORG-03'),
    ('ABC', 'OVERSEAS_TEMPORARY_CELL', 'GRASSROOTS_COMMITTEE', false, false, 'ORG-03'),
    ('ABC', 'PARTY_GROUP', 'CELL', false, false, 'ORG-04'),
    ('ABC', 'PARTY_GROUP', 'GRASSROOTS_CELL', false, false, 'ORG-04')
) as place (eras, kind, parent_kind, needs_superior_powers, needs_consent, rule)
where position(era.code in place.eras) > 0
order by era.code, place.kind, place.parent_kind;

select kernel.grant_unprotected('organizations.era', 'select');
select kernel.grant_unprotected('organizations.kind', 'select');
select kernel.grant_unprotected('organizations.kind_period', 'select');
select kernel.grant_unprotected('organizations.subkind', 'select');
select kernel.grant_unprotected('organizations.kind_parent', 'select');
