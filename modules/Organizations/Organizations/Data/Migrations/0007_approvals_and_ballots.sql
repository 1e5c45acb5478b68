-- How many ballots were held for a post (ORG-08). That an elected committee awaits its approval (ORG-12) follows from a term without a decision.
alter table organizations.committee_post add column ballots integer check (ballots between 1 and 3);
create index committee_term_awaits_approval on organizations.committee_term (province_id, organization_id) where decision_id is null and not is_appointed;
