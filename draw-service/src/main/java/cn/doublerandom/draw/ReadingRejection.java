package cn.doublerandom.draw;

/** What cannot stand in the cells of a plan. */
public enum ReadingRejection implements DrawRejection {
  QUOTA_TOO_LONG(
      "quota-too-long", "抽查比例最多 500 个字。", "A quota has at most 500 characters.", Kind.INVALID),
  QUOTA_ZERO("quota-zero", "抽查比例不能为 0。", "A quota of 0 % inspects nobody.", Kind.INVALID),
  QUOTA_ABOVE_HUNDRED(
      "quota-above-hundred", "抽查比例不能超过 100%。", "A quota cannot exceed 100 %.", Kind.INVALID),
  QUOTA_NEGATIVE("quota-negative", "抽查比例、数量不能为负数。", "A quota cannot be negative.", Kind.INVALID),
  QUOTA_RANGE_REVERSED(
      "quota-range-reversed", "区间的起点大于终点。", "The range ends below its beginning.", Kind.INVALID),
  QUOTA_TOO_PRECISE(
      "quota-too-precise", "抽查比例最多四位小数。", "A quota has at most four decimals.", Kind.INVALID),
  QUOTA_NOT_PLAIN(
      "quota-not-plain",
      "抽查比例、数量须写成完整的数字和一个单位，不能用科学计数法或算式（如 1e1、2×10、10%%）。",
      "A quota is written out in digits with one unit, no power and no product.",
      Kind.INVALID),
  QUOTA_OF_A_PART(
      "quota-of-a-part",
      "只是一部分对象的比例或数量，须写明对全部对象的比例或数量，或每一类的比例。",
      "The number is of some of the subjects; say that of all, or of each class.",
      Kind.INVALID),
  COUNT_ZERO("count-zero", "抽查数量不能为 0。", "A count of 0 inspects nobody.", Kind.INVALID),
  COUNT_NOT_WHOLE("count-not-whole", "抽查数量应为整数。", "A count is a whole number.", Kind.INVALID),
  COUNT_TOO_LARGE(
      "count-too-large", "抽查数量最多 100 万。", "A count is at most 1,000,000.", Kind.INVALID),
  STAFF_RATIO_ZERO(
      "staff-ratio-zero",
      "人员与对象之比的两边都应大于 0。",
      "Both sides of a staff ratio are above 0.",
      Kind.INVALID),
  FREQUENCY_OUT_OF_RANGE(
      "frequency-out-of-range",
      "频次应为 1 至 1000 的整数。",
      "A frequency is a whole number of 1 to 1000.",
      Kind.INVALID),
  PERIOD_TOO_LONG(
      "period-too-long", "期间最多 200 个字。", "A period has at most 200 characters.", Kind.INVALID),
  PERIOD_UNSPECIFIED(
      "period-unspecified",
      "没有写明期间，须由人员确定。",
      "No period is given; somebody must decide.",
      Kind.INVALID),
  PERIOD_UNREADABLE(
      "period-unreadable", "期间无法读取，例如 2023年3月至11月。", "The period cannot be read.", Kind.INVALID),
  PERIOD_YEAR_MISSING(
      "period-year-missing",
      "期间没有写年份，也没有给出计划年度。",
      "Neither period nor plan names a year.",
      Kind.INVALID),
  PERIOD_IMPOSSIBLE(
      "period-impossible", "没有这样的年、月、日。", "There is no such year, month or day.", Kind.INVALID),
  PERIOD_REVERSED(
      "period-reversed", "期间的结束早于开始。", "The period ends before it begins.", Kind.INVALID);

  private final Wording wording;

  ReadingRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
