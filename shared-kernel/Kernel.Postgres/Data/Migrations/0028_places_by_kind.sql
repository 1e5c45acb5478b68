-- Who asks for all grassroots organizations of a province asks for one place in six; the rest of the row is not needed to tell which they are.
create index organization_tree_kind on organization_tree (province_id, kind, path) include (organization_id, valid);
