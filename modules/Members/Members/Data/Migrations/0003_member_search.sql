-- Search within names. The province stands in the index, so that a search reads the names of one province and not of the country;
-- a name such as Nguyễn is borne by two fifths of all.
create extension if not exists btree_gin schema public;
create index member_search on members.member using gin (province_id, search_key public.gin_trgm_ops);
