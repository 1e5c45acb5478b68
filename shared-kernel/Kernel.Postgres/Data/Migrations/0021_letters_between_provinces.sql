-- What one province hands to another of the same deployment. The letter lies in the addressee's province; the sender keeps nothing of it here. It is open until one
-- of the two settles it, whoever comes first: the addressee accepts or returns it, the sender takes it back. What it carried goes with the settlement.
create table letters (
    province_id smallint not null,
    id uuid not null,
    from_province_id smallint not null references provinces (id),
    kind text not null check (kind ~ '^[a-z0-9-]+\.[a-z0-9-]+$'),
    content jsonb,
    state text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'RETURNED', 'RECALLED')),
    sent_at timestamptz not null,
    settled_at timestamptz,
    primary key (province_id, id),
    check (from_province_id <> province_id),
    check ((state = 'OPEN') = (settled_at is null)),
    check ((state = 'OPEN') = (content is not null))
);
-- The application reads the letters of its province and changes none: every act on one is a function below, which says for each side what it may do.
select kernel.protect_table('letters', 'select');

-- Tells a province, in its own outbox, what became of a letter. The connection stands in that province already.
create function announce_letter(addressee smallint, letter_kind text, what text, payload jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    insert into kernel.outbox (province_id, generation, event_id, module, event_name, payload, occurred_at)
    values (addressee, (select generation from kernel.outbox_generation), kernel.time_ordered_uuid(), split_part(letter_kind, '.', 1), letter_kind || '-' || what, payload, now());
    perform pg_notify('modular_outbox', addressee::text);
end
$$;
revoke execute on function announce_letter from public;

-- Sends a letter from the province of the connection. Nothing of the other province is read.
create function send_letter(letter uuid, addressee smallint, letter_kind text, letter_content jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    sender smallint := current_setting('app.province')::smallint;
begin
    perform set_config('app.province', addressee::text, true);
    insert into kernel.letters (province_id, id, from_province_id, kind, content, sent_at)
    values (addressee, letter, sender, letter_kind, letter_content, now());
    perform kernel.announce_letter(addressee, letter_kind, 'arrived', jsonb_build_object('letterId', letter, 'fromProvince', sender));
    perform set_config('app.province', sender::text, true);
end
$$;
comment on function send_letter is 'Hands a letter to another province of the deployment.';

-- Takes a letter back that the province of the connection sent; false where the addressee was faster, or it is not this province's letter.
create function recall_letter(letter uuid, addressee smallint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    sender smallint := current_setting('app.province')::smallint;
    recalled_kind text;
begin
    perform set_config('app.province', addressee::text, true);
    update kernel.letters set state = 'RECALLED', content = null, settled_at = now()
    where province_id = addressee and id = letter and from_province_id = sender and state = 'OPEN'
    returning kind into recalled_kind;
    if recalled_kind is not null then
        perform kernel.announce_letter(addressee, recalled_kind, 'recalled', jsonb_build_object('letterId', letter));
    end if;
    perform set_config('app.province', sender::text, true);
    return recalled_kind is not null;
end
$$;
comment on function recall_letter is 'Takes back a letter that was sent and is still open; answers whether it was.';

-- Accepts or returns a letter to the province of the connection, and tells the sender; false where it is open no more.
create function answer_letter(letter uuid, is_accepted boolean, answer jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    addressee smallint := current_setting('app.province')::smallint;
    answered record;
begin
    update kernel.letters set state = case when is_accepted then 'ACCEPTED' else 'RETURNED' end, content = null, settled_at = now()
    where province_id = addressee and id = letter and state = 'OPEN'
    returning kind, from_province_id into answered;
    if answered is null then
        return false;
    end if;
    perform set_config('app.province', answered.from_province_id::text, true);
    perform kernel.announce_letter(
        answered.from_province_id, answered.kind, 'answered', jsonb_build_object('letterId', letter, 'isAccepted', is_accepted, 'answer', answer));
    perform set_config('app.province', addressee::text, true);
    return true;
end
$$;
comment on function answer_letter is 'Accepts or returns a letter and tells the sending province; answers whether it was still open.';
