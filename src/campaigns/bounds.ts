/*
 * All that the watch may ever hold, in one place (docs/spec/campaigns.md, M1). Past a bound the oldest is forgotten; work per post
 * stays the same. Some 350 MB when full, as measured over millions of posts (bench/campaigns.bench.ts).
 */

/** Traces that at least two accounts share. */
export const TRACES_MAX = 1 << 16
/** Maps that are full are emptied by so many at a time. */
export const SLACK = 64
/** Accounts remembered under all traces together. */
export const CARRIERS_MAX = 1 << 19
/** Accounts remembered under one trace: of a tag that all the world uses, the last ones. */
export const CARRIERS_OF_TRACE_MAX = 1_024
/** Of a post that is passed on, whose meetings are a matter of a minute. */
export const CARRIERS_OF_REPOST_MAX = 96
/** Posts of one account remembered under one trace. */
export const ACTS_OF_CARRIER_MAX = 8
/** 2^n traces that one account alone has left so far; a newer one takes the cell. */
export const FIRST_SIGHT_BITS = 19
/** 2^n posts that are still found by their id when they are deleted. */
export const RECENT_POST_BITS = 18
/** Accounts in the graph of those that act together, and pairs that each of them has. */
export const ACTORS_MAX = 1 << 16
export const PAIRS_OF_ACTOR_MAX = 48
/** Different contents remembered of one pair. */
export const OCCASIONS_OF_PAIR_MAX = 8
/** Accounts before this one under a trace that it is paired with. */
export const NEIGHBOURS_MAX = 12
/** 2^n cells of each count by account. */
export const ACCOUNT_COUNT_BITS = 18
/** Campaigns that are watched, with their members and traces. */
export const CAMPAIGNS_MAX = 128
export const MEMBERS_MAX = 2_000
export const TRACES_OF_CAMPAIGN_MAX = 64
/** Tags of one post that are looked at, and characters of one of them. */
export const TAGS_OF_POST_MAX = 8
export const LABEL_LENGTH_MAX = 160
