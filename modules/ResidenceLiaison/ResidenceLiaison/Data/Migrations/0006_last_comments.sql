-- The last comment of each introduction on a page is the end of its part of an index.
create index comment_introduction on residence_liaison.comment (province_id, introduction_id, drafted_on, id);
