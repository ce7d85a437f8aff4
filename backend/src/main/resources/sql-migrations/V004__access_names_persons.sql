-- Every row of an access log names the persons shown, not only their number; the feed knows whose data an item holds, so
-- that a desk is told only of those it serves. The logs are append only: the type changes, no row is rewritten by hand.

alter table query_log alter column person_id type text[]
    using case when person_id is null then '{}'::text[] else array[person_id] end;
alter table query_log rename column person_id to person_ids;
alter table query_log alter column person_ids set default '{}';
alter table query_log alter column person_ids set not null;
create index query_log_viewed on query_log (desk_id, at) where kind = 'VIEW';
create index query_log_person on query_log using gin (person_ids);

alter table feed add column person_id text;          -- whose data the body holds; null: nobody's
alter table feed add column day date;                -- of a booking, civil day of Europe/Rome
update feed set person_id = body ->> 'personId', day = cast(body ->> 'startsAt' as timestamp)::date;
