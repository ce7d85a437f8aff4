-- The whole queue: legs with both times and their sources, categories with prefix and range, what a desk serves and how,
-- acts out of the ordinary with their reasons, pauses, the turn of the day.

alter table queue_category
    add column prefix       text check (prefix ~ '^[A-Z]$'),       -- letter of the numbers; null: the code itself
    add column first_number int not null default 1,
    add column last_number  int not null default 999,
    add column priority     int not null default 0 check (priority between 0 and 9),
    add check (first_number >= 1 and last_number <= 999 and first_number <= last_number);

alter table desk
    add column queue_order  text not null default 'MERGED' check (queue_order in ('MERGED', 'IN_TURN')),
    add column languages    text[] not null default '{it}';

-- How many of a service were called on a day: who was put back at a position counts from here.
create table queue_calls (
    site_id           text not null references site,
    day               date not null,
    category          text not null,
    calls             bigint not null default 0,
    primary key (site_id, day, category)
);

alter table queue_entry
    drop constraint queue_entry_state_check,
    add constraint queue_entry_state_check
        check (state in ('WAITING', 'CALLED', 'SERVING', 'DONE', 'ABSENT', 'MERGED')),
    add column appointment_at    timestamptz,
    add column note              text,               -- from reception; nobody's data
    add column passes            int not null default 0,
    add column calls_at_requeue  bigint not null default 0,
    add column recalls           int not null default 0,
    add column reserved_desk_id  text references desk,
    add column merged_into       text references queue_entry;

-- One stay in the queue of one service. The wait of a leg is called_at - since, each with who measured it.
create table queue_leg (
    entry_id          text not null references queue_entry,
    leg               int not null,                  -- from 1
    category          text not null,
    since             timestamptz not null,
    since_source      text not null check (since_source in ('DISPENSER', 'SERVER', 'BRIDGE', 'MANUAL', 'UNKNOWN')),
    called_at         timestamptz,                   -- first call
    call_source       text check (call_source in ('SERVER', 'BRIDGE', 'MANUAL')),
    served_at         timestamptz,
    ended_at          timestamptz,
    desk_id           text references desk,          -- the desk that called first
    primary key (entry_id, leg),
    check ((called_at is null) = (call_source is null))
);
insert into queue_leg (entry_id, leg, category, since, since_source, called_at, call_source, desk_id)
    select id, 1, category, issued_at, 'DISPENSER', called_at, case when called_at is not null then 'SERVER' end, desk_id
    from queue_entry;

-- Every act on a ticket and every pause of a desk: who, where, when, why.
create table queue_act (
    id                bigint generated always as identity primary key,
    entry_id          text references queue_entry,
    site_id           text not null references site,
    at                timestamptz not null,
    desk_id           text not null references desk,
    operator_id       text not null references operator,
    act               text not null,
    source            text not null,
    detail            text not null                  -- reason, position, target
);
create index queue_act_of_entry on queue_act (entry_id);
create trigger queue_act_append_only before update or delete on queue_act
    for each row execute function append_only();

create table desk_pause (
    desk_id           text not null references desk,
    from_at           timestamptz not null,
    to_at             timestamptz,
    reason            text not null,
    operator_id       text not null references operator,
    primary key (desk_id, from_at)
);
-- A request names the site, desk or ticket it is about; rows of before named the ticket that came of it.
alter table queue_request rename column entry_id to target;
update queue_request set target = null;

create unique index one_open_pause on desk_pause (desk_id) where to_at is null;

-- What each day left open when the next one began: told once, nothing is erased.
create table queue_rollover (
    site_id           text not null references site,
    day               date not null,
    rolled_at         timestamptz not null,
    waiting           text[] not null,
    at_desk           text[] not null,
    primary key (site_id, day)
);
create trigger queue_rollover_append_only before update or delete on queue_rollover
    for each row execute function append_only();
