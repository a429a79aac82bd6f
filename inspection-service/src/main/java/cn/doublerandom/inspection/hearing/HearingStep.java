package cn.doublerandom.inspection.hearing;

/** What every hearing goes through. */
public sealed interface HearingStep<O extends Opening, C> {
  /** Something is put to units. */
  record Opened<O extends Opening, C>(O opening) implements HearingStep<O, C> {}

  /**
   * A unit was heard.
   *
   * @param unit empty where it is the only one
   */
  record Answered<O extends Opening, C>(String unit, String answer, String by)
      implements HearingStep<O, C> {}

  /** Another person concluded. */
  record Concluded<O extends Opening, C>(C conclusion, String reason, String by)
      implements HearingStep<O, C> {}
}
