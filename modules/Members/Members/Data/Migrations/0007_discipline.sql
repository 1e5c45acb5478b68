-- Discipline, notices of bodies outside of the Party, and praise.

create table members.disciplinary_measure (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    member_id uuid not null,
    organization_id uuid not null,
    form text not null check (form in ('REPRIMAND', 'WARNING', 'REMOVAL_FROM_POST', 'EXPULSION')),
    ground text not null check (ground in ('QUALITY', 'ACTIVITY', 'CELL_TASK', 'MEMBER_DUTY', 'TASK_OF_SUPERIOR', 'LAW')),
    fault text not null check (fault <> ''),
    fault_ended_on date not null,
    decided_by_organization_id uuid not null,
    vote_base integer not null check (vote_base > 0),
    votes_in_favour integer not null check (votes_in_favour * 2 > vote_base and votes_in_favour <= vote_base),
    proposal_base integer check (proposal_base > 0),
    proposal_in_favour integer check (proposal_in_favour between 0 and proposal_base),
    hearing text not null check (hearing in ('HEARD', 'STAYED_AWAY_WITHOUT_REASON', 'DETAINED_OR_CHARGED')),
    announced_on date not null check (announced_on >= fault_ended_on),
    removed_from_organization_id uuid,
    decision_number text,
    decided_on date check (decided_on >= announced_on),
    complaint_received_on date check (complaint_received_on >= decided_on),
    complaint_settled_on date check (complaint_settled_on >= complaint_received_on),
    complaint_result text check (complaint_result in ('DISMISSED', 'UPHELD')),
    settlement_number text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    check ((complaint_result is null) = (complaint_settled_on is null))
);
create index disciplinary_measure_member on members.disciplinary_measure (province_id, member_id);
create index disciplinary_measure_organization on members.disciplinary_measure (province_id, organization_id, announced_on);
create index disciplinary_measure_announced_on on members.disciplinary_measure (province_id, announced_on, id);

create table members.authority_notice (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    member_id uuid not null,
    organization_id uuid not null,
    act text not null check (act in ('STATE_SUSPENSION', 'STATE_PUNISHMENT', 'CHARGE', 'DETENTION')),
    done_on date not null,
    authority text not null check (authority <> ''),
    received_on date check (received_on >= done_on),
    number text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member
);
create index authority_notice_member on members.authority_notice (province_id, member_id);
create index authority_notice_awaited on members.authority_notice (province_id, member_id) where received_on is null;

create table members.praise (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    form text not null check (form in ('PRAISE', 'CERTIFICATE_OF_MERIT', 'PROVINCIAL_CERTIFICATE_OF_MERIT', 'OTHER')),
    organization_id uuid not null,
    achievement text not null check (achievement <> ''),
    praised_on date not null,
    decision_number text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member
);
create index praise_member on members.praise (province_id, member_id, praised_on);

select kernel.protect('members.disciplinary_measure', 'members.authority_notice', 'members.praise');

-- What is sensitive by itself is seen under a permission of its own, which reaches by the member's cell: it goes where the member goes.
create function members.follow_member() returns trigger
language plpgsql
as $$
begin
    update members.disciplinary_measure set organization_id = new.organization_id
    where province_id = new.province_id and member_id = new.id;
    update members.authority_notice set organization_id = new.organization_id
    where province_id = new.province_id and member_id = new.id;
    return null;
end
$$;

create trigger sensitive_facts_follow_member
    after update of organization_id on members.member
    for each row when (old.organization_id is distinct from new.organization_id)
    execute function members.follow_member();
