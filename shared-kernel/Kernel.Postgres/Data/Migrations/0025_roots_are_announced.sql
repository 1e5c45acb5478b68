-- Whoever reaches all below the only root of the tree reaches the whole tree, and no place is looked up for them. That is found out when rights are read, so every host forgets
-- the rights of a province, as it does when a grant changes, as soon as a root begins, ends or moves. A change of the tree also touches the root to lock it, which tells nobody anything.
create function announce_root() returns trigger language plpgsql as $$
begin
    perform pg_notify('modular_access', coalesce(new.province_id, old.province_id)::text);
    return null;
end
$$;

create trigger announce_new_root after insert on organization_tree
    for each row when (new.parent_id is null) execute function announce_root();
create trigger announce_changed_root after update on organization_tree
    for each row when (
        (old.parent_id is null or new.parent_id is null)
        and (old.province_id, old.organization_id, old.parent_id, old.path, old.valid, old.standing)
            is distinct from (new.province_id, new.organization_id, new.parent_id, new.path, new.valid, new.standing))
    execute function announce_root();
create trigger announce_removed_root after delete on organization_tree
    for each row when (old.parent_id is null) execute function announce_root();
