package cn.doublerandom.inspection.hearing;

import java.time.LocalDate;
import java.util.List;

/** A hearing in a list, whatever it is about. */
public interface HearingSummary {
  String id();

  /** Who is heard. */
  List<String> units();

  /** Who said nothing yet; of what is over nobody is waited for. */
  List<String> unheard();

  LocalDate answerBy();

  /** Who began it. */
  String begunBy();
}
