-- Committees (cấp ủy): terms and who held which post.

create table organizations.committee_term (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    organization_id uuid not null,
    number text not null,
    valid daterange not null check (not isempty(valid)),
    valid_from date not null generated always as (lower(valid)) stored,
    congress_on date,
    is_appointed boolean not null,
    committee_size integer not null check (committee_size between 0 and 200),
    standing_size integer not null check (standing_size between 0 and committee_size),
    decision_id uuid,
    primary key (province_id, id),
    foreign key (province_id, organization_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, decision_id) references organizations.decision_document deferrable initially deferred,
    constraint committee_term_number_is_used_once unique (province_id, organization_id, number),
    constraint committee_has_one_term_a_day
        exclude using gist (province_id with =, organization_id with =, valid with &&) deferrable initially deferred
);
comment on column organizations.committee_term.committee_size is '0: a cell without a committee, which has a secretary and at most one deputy (ORG-07).';
create index committee_term_of on organizations.committee_term (province_id, organization_id, valid_from);
create index committee_term_by_end on organizations.committee_term (province_id, upper(valid), id);

create table organizations.committee_post (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    term_id uuid not null,
    organization_id uuid not null,
    member_id uuid not null,
    post text not null,
    post_rank smallint not null,
    basis text not null,
    valid daterange not null check (not isempty(valid)),
    end_reason text,
    end_remark text,
    decision_id uuid,
    primary key (province_id, id),
    foreign key (province_id, term_id) references organizations.committee_term deferrable initially deferred,
    foreign key (province_id, organization_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, decision_id) references organizations.decision_document deferrable initially deferred,
    constraint committee_has_one_secretary_a_day
        exclude using gist (province_id with =, organization_id with =, valid with &&) where (post = 'SECRETARY') deferrable initially deferred,
    constraint member_holds_one_post_in_a_committee_a_day
        exclude using gist (province_id with =, organization_id with =, member_id with =, valid with &&) deferrable initially deferred
);
comment on column organizations.committee_post.valid is 'The days in the post; open while no end is known.';
create index committee_post_of_term on organizations.committee_post (province_id, term_id, post_rank, id);
create index committee_post_of_organization on organizations.committee_post (province_id, organization_id, post_rank, id);
create index committee_post_of_member on organizations.committee_post (province_id, member_id, post_rank, id);

select kernel.protect('organizations.committee_term', 'organizations.committee_post');
