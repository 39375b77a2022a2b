/*
 * What of CEL's conformance files is not for us, and why. docs/rules/cel.md tells the same to those who write rules.
 */

const MESSAGES = 'needs protobuf messages; conditions look at signals, which are plain values'
const EXTENSION = 'an extension that conditions have no use for'
const PARSER = 'the parser we use does not read this form'

/** Whole files, or sections as file/section. */
export const LEFT_OUT_SECTIONS: ReadonlyMap<string, string> = new Map([
  ['block_ext', EXTENSION],
  ['encoders_ext', EXTENSION],
  ['math_ext', EXTENSION],
  ['macros2', 'an extension: macros with two variables'],
  ['optionals', 'an extension: has() and unknowns serve conditions instead'],
  ['string_ext/char_at', EXTENSION],
  ['string_ext/replace', EXTENSION],
  ['string_ext/quote', EXTENSION],
  ['string_ext/format', EXTENSION],
  ['string_ext/format_errors', EXTENSION],
  ['dynamic', MESSAGES],
  ['enums', MESSAGES],
  ['proto2', MESSAGES],
  ['proto2_ext', MESSAGES],
  ['proto3', MESSAGES],
  ['wrappers', MESSAGES],
  ['comparisons/eq_wrapper', MESSAGES],
  ['parse/whitespace', MESSAGES],
  ['parse/comments', MESSAGES],
  ['parse/struct_field_names', MESSAGES],
  ['conversions/dyn', 'type() is left out: the kind of every signal is known when a pack is loaded'],
  ['conversions/type', 'type() is left out: the kind of every signal is known when a pack is loaded'],
  ['type_deductions', 'asks what a type checker infers; ours is the parser library’s own'],
  ['namespace/namespace', 'containers of names; signals have full names'],
  ['fields/quoted_map_fields', PARSER],
])

const BYTES = "the parser we use takes letters in b'…' for Latin-1, not UTF-8; no signal is bytes"
const RAW_BYTES = "the parser we use does not read br'…'; no signal is bytes"
const ZONE = 'named time zones differ between machines and years; fixed offsets do not'
const TYPE = 'type() is left out'

/** Single tests, as file/section/test. */
export const LEFT_OUT_TESTS: ReadonlyMap<string, string> = new Map([
  ['basic/self_eval_nonzeroish/self_eval_bytes_escape', BYTES],
  ['comparisons/eq_literal/eq_bytes', BYTES],
  ['comparisons/ne_literal/not_ne_bytes', BYTES],
  ['comparisons/eq_literal/eq_dyn_json_null', MESSAGES],
  ['comparisons/eq_literal/not_eq_dyn_proto2_msg_null', MESSAGES],
  ['comparisons/eq_literal/not_eq_dyn_proto3_msg_null', MESSAGES],
  ['comparisons/ne_literal/ne_proto2', MESSAGES],
  ['comparisons/ne_literal/ne_proto3', MESSAGES],
  ['comparisons/ne_literal/ne_proto2_missing_fields_neq', MESSAGES],
  ['comparisons/ne_literal/ne_proto3_missing_fields_neq', MESSAGES],
  ['comparisons/ne_literal/ne_proto_nan_not_equal', MESSAGES],
  ['comparisons/ne_literal/ne_proto_different_types', MESSAGES],
  ['comparisons/ne_literal/ne_proto2_any_unpack', MESSAGES],
  ['comparisons/ne_literal/ne_proto2_any_unpack_bytewise_fallback', MESSAGES],
  ['comparisons/ne_literal/ne_proto3_any_unpack', MESSAGES],
  ['comparisons/ne_literal/ne_proto3_any_unpack_bytewise_fallback', MESSAGES],
  ['comparisons/gt_literal/not_gt_double', PARSER],
  ['parse/nest/message_literal', MESSAGES],
  ['parse/repeat/select', MESSAGES],
  ['parse/repeat/message_literal', MESSAGES],
  ['parse/bytes_literals/raw_single_quoted_escapes', RAW_BYTES],
  ['parse/bytes_literals/raw_double_quoted_escapes', RAW_BYTES],
  ['parse/bytes_literals/raw_triple_single_quoted_escapes', RAW_BYTES],
  ['parse/bytes_literals/raw_triple_double_quoted_escapes', RAW_BYTES],
  ['parse/bytes_literals/upper_raw_single_quoted_escapes', RAW_BYTES],
  ['parse/bytes_literals/upper_raw_double_quoted_escapes', RAW_BYTES],
  ['parse/bytes_literals/upper_raw_triple_single_quoted_escapes', RAW_BYTES],
  ['parse/bytes_literals/upper_raw_triple_double_quoted_escapes', RAW_BYTES],
  ['timestamps/timestamp_conversions/toType_timestamp', TYPE],
  ['timestamps/timestamp_conversions/type_comparison', TYPE],
  ['timestamps/duration_conversions/toType_duration', TYPE],
  ['timestamps/duration_conversions/type_comparison', TYPE],
  ['timestamps/timestamp_selectors_tz/getDate', ZONE],
  ['timestamps/timestamp_selectors_tz/getDayOfMonth_name_pos', ZONE],
  ['timestamps/timestamp_selectors_tz/getDayOfMonth_name_neg', ZONE],
  ['timestamps/timestamp_selectors_tz/getDayOfYear', ZONE],
  ['timestamps/timestamp_selectors_tz/getMinutes', ZONE],
  ['timestamps/duration_converters/get_milliseconds', MESSAGES],
  [
    'timestamps/timestamp_range/sub_time_duration_over',
    'a difference of nearly 10,000 years, which the specification allows and 64-bit nanoseconds do not hold',
  ],
  [
    'timestamps/timestamp_range/sub_time_duration_under',
    'a difference of nearly 10,000 years, which the specification allows and 64-bit nanoseconds do not hold',
  ],
])
