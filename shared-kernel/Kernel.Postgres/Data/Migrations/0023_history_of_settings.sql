-- What the kernel itself records (modules enabled and disabled, decisions on policies, events that were let go) is found by what it is about.
create index edits_of_settings on edits (province_id, entity, (entity_key ->> 0), made_at) where module = 'kernel';
