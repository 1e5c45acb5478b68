-- The history of edits: what was changed by whom, when and why. Nobody can change it through the application.
create table edits (
    province_id smallint not null,
    id uuid not null,
    module text not null,
    entity text not null,
    entity_id uuid,
    entity_key jsonb,
    action text not null check (action in ('CREATED', 'CHANGED', 'DELETED')),
    -- {"fullName": {"before": "…", "after": "…"}}; a side that is null is left out.
    changes jsonb not null,
    made_at timestamptz not null,
    user_id uuid,
    user_name text not null,
    reason text,
    document text,
    primary key (province_id, id)
);
create index edits_entity on edits (province_id, entity, entity_id, made_at);
select kernel.protect_append_only('edits');
