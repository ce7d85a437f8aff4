-- A search reported by a desk names whoever it showed; rows of desks that only counted keep their number.

alter table access_row alter column person_id type text[]
    using case when person_id is null then '{}'::text[] else array[person_id] end;
alter table access_row rename column person_id to person_ids;
alter table access_row alter column person_ids set not null;
create index access_person on access_row using gin (person_ids);
