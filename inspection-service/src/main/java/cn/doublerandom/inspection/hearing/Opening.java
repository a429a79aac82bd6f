package cn.doublerandom.inspection.hearing;

import java.time.LocalDate;
import java.util.List;

/** What is put to units, as it stood when it was: what is counted later changes nothing. */
public interface Opening {
  /** Who is heard, at least one. */
  List<String> units();

  /** Last day on which they are waited for. */
  LocalDate answerBy();

  /** Who put it to them. */
  String by();
}
