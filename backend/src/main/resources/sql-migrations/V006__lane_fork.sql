-- Operations refused because another history holds their place in the lane: two copies of one installation wrote it.
-- Only who, where and when; the body stays at the desk that made it.
create table lane_fork (
    operation_id      uuid primary key,
    lane              text not null,
    epoch             text not null,
    lane_sequence     bigint not null,
    type              text not null,
    desk_id           text not null references desk,
    installation_id   text not null,
    operator_id       text not null,
    body_hash         bytea not null,
    occurred_at       timestamptz not null,
    first_seen_at     timestamptz not null
);
create index lane_fork_lane on lane_fork (lane, epoch, lane_sequence);
