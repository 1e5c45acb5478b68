-- What rests on a decision document is found by it. Without these a merger of provinces, which gives each document to another province, would read all that is decided for each.

create index organization_event_decided_by on organizations.organization_event (province_id, decision_id);
create index organization_name_decided_by on organizations.organization_name (province_id, decision_id);
create index organization_kind_decided_by on organizations.organization_kind (province_id, decision_id);
create index committee_term_decided_by on organizations.committee_term (province_id, decision_id);
create index committee_post_decided_by on organizations.committee_post (province_id, decision_id);
