package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.eventstore.decider.SecondPerson;

/**
 * Somebody left out by hand.
 *
 * @param approvedBy empty as long as nobody else agreed
 * @param mine whether who reads is who asked, and may take it back
 * @param other whether who reads never asked for it, and may decide on it
 */
record LeftOut(
    String subject,
    String code,
    String reason,
    String evidence,
    String by,
    String approvedBy,
    boolean mine,
    boolean other) {
  static LeftOut of(ExclusionList.Entry entry, String reader) {
    return new LeftOut(
        entry.exclusion().subject(),
        entry.exclusion().code(),
        entry.exclusion().reason(),
        entry.exclusion().evidence(),
        entry.by(),
        entry.approvedBy().orElse(""),
        SecondPerson.isSame(reader, entry.by()),
        !SecondPerson.isAmong(reader, entry.touchedBy()));
  }

  /** The form that ends the one of a subject; a page has one in each row. */
  static String ending(String subject) {
    return "end-" + subject;
  }

  public String ending() {
    return ending(subject);
  }
}
