-- Data are kept for a time that depends on what they are, so an erasure is about classes of data of persons. What was erased before was erased altogether.
alter table data_protection.erased_person no force row level security;
create temporary table erased_before on commit drop as select * from data_protection.erased_person;
delete from data_protection.erased_person;
drop index data_protection.person_is_erased_once;
alter table data_protection.erased_person
    add column retention_class text not null
        check (retention_class in ('IDENTITY', 'CITIZEN_NUMBER', 'CONTACT', 'FREE_TEXT', 'DISCIPLINE', 'DOCUMENT', 'DUES')),
    drop constraint erased_person_pkey,
    add primary key (province_id, erasure_id, member_id, retention_class);
insert into data_protection.erased_person (province_id, erasure_id, member_id, erased_at, retention_class)
select before.province_id, before.erasure_id, before.member_id, before.erased_at, kept.class
from erased_before as before
cross join unnest(array['IDENTITY', 'CITIZEN_NUMBER', 'CONTACT', 'FREE_TEXT', 'DISCIPLINE', 'DOCUMENT', 'DUES']) as kept (class);
-- Nobody's data of a class are erased twice.
create unique index person_is_erased_once on data_protection.erased_person (province_id, member_id, retention_class) where erased_at is not null;
alter table data_protection.erased_person force row level security;

alter table data_protection.erasure no force row level security;
alter table data_protection.erasure add column classes text[] not null default '{IDENTITY,CITIZEN_NUMBER,CONTACT,FREE_TEXT,DISCIPLINE,DOCUMENT,DUES}';
alter table data_protection.erasure alter column classes drop default, add check (cardinality(classes) > 0);
alter table data_protection.erasure force row level security;
