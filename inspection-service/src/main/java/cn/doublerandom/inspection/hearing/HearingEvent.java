package cn.doublerandom.inspection.hearing;

/** What happens to a hearing, in the words of its kind. */
public interface HearingEvent<O extends Opening, C> {
  /** The same in the words of every hearing. */
  HearingStep<O, C> step();
}
