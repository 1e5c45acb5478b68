-- Who can see a record is asked from the record's side too; the grants for the whole province are few among those of members for themselves.
create index grants_for_the_province on grants (province_id) where reach = 'PROVINCE';
