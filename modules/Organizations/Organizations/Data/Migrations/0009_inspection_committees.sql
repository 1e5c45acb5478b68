-- Inspection committees (ủy ban kiểm tra; ORG-18): one for a term of a committee, from the grassroots committee up, and who held which post in it.

create table organizations.inspection_committee (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    organization_id uuid not null,
    term_id uuid not null,
    formed_on date not null,
    size integer not null check (size between 1 and 100),
    is_appointed boolean not null,
    decision_id uuid,
    primary key (province_id, id),
    foreign key (province_id, organization_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, term_id) references organizations.committee_term deferrable initially deferred,
    foreign key (province_id, decision_id) references organizations.decision_document deferrable initially deferred,
    constraint term_has_one_inspection_committee unique (province_id, term_id),
    check (not is_appointed or decision_id is not null)
);
comment on table organizations.inspection_committee is 'It ends with the term of the committee to which it belongs.';
create index inspection_committee_of on organizations.inspection_committee (province_id, organization_id, formed_on);

create table organizations.inspection_post (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    inspection_committee_id uuid not null,
    organization_id uuid not null,
    member_id uuid not null,
    post text not null check (post in ('CHAIR', 'DEPUTY_CHAIR', 'MEMBER')),
    post_rank smallint not null,
    basis text not null check (basis in ('ELECTED', 'APPOINTED')),
    valid daterange not null check (not isempty(valid)),
    end_reason text,
    end_remark text,
    decision_id uuid,
    primary key (province_id, id),
    foreign key (province_id, inspection_committee_id) references organizations.inspection_committee deferrable initially deferred,
    foreign key (province_id, organization_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, decision_id) references organizations.decision_document deferrable initially deferred,
    -- Over expressions, as for committees: look-ups by the columns are the business of the indexes below.
    constraint inspection_committee_has_one_chair_a_day
        exclude using gist ((province_id::integer) with =, (organization_id::text::uuid) with =, valid with &&) where (post = 'CHAIR')
        deferrable initially deferred,
    constraint member_holds_one_inspection_post_a_day
        exclude using gist (
            (province_id::integer) with =, (organization_id::text::uuid) with =, (member_id::text::uuid) with =, valid with &&) deferrable initially deferred
);
create index inspection_post_of_committee on organizations.inspection_post (province_id, inspection_committee_id, post_rank, id);
create index inspection_post_of_organization on organizations.inspection_post (province_id, organization_id, post_rank, id);
create index inspection_post_of_member on organizations.inspection_post (province_id, member_id, post_rank, id);

select kernel.protect('organizations.inspection_committee', 'organizations.inspection_post');
