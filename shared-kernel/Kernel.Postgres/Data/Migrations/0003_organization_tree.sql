-- Where each organization stands in the tree of its province, by period. Structure only: names and rules are the Organizations module's.
create table organization_tree (
    province_id smallint not null,
    organization_id uuid not null,
    parent_id uuid,
    -- Labels from the root down, each ended by a dot. All below P lie in [P, P with its last '.' replaced by '/').
    path text collate "C" not null check (path ~ '^([0-9a-z]+\.)+$'),
    depth integer not null check (depth >= 0),
    kind text not null,
    valid daterange not null check (not isempty(valid)),
    -- As valid, but without a beginning for the first place and without an end for the last: who reaches the organization.
    standing daterange not null check (not isempty(standing)),
    primary key (province_id, organization_id, valid),
    check ((parent_id is null) = (depth = 0)),
    constraint organization_has_one_place_a_day
        exclude using gist (province_id with =, organization_id with =, valid with &&) deferrable initially deferred,
    constraint path_leads_to_one_organization_a_day
        exclude using gist (province_id with =, path with =, valid with &&) deferrable initially deferred
);
create index organization_tree_path on organization_tree (province_id, path, valid);
create index organization_tree_parent on organization_tree (province_id, parent_id);
select kernel.protect('organization_tree');

-- Gives every organization a label that no other one of the deployment has.
create sequence organization_label;
select kernel.grant_unprotected('organization_label', 'usage');
