package cn.doublerandom.registry.application;

import cn.doublerandom.registry.subject.SubjectDetails;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of a subject, and what of it is no part of the entry.
 *
 * @param personName the name of a person before it is sealed; empty where it is none
 * @param since first day and reason of the status, as far as the row says them
 */
public record ToldSubject(SubjectDetails details, String personName, Since since) {
  /**
   * What a row says of its status.
   *
   * @param from its first day; absent where the row does not say it
   * @param reason empty where the row does not say it
   */
  public record Since(@Nullable LocalDate from, String reason) {}

  /** Whether something of it is a person's own, and sealed. */
  boolean tellsOfPerson() {
    return !personName.isEmpty() || details.namesItsOwner();
  }
}
