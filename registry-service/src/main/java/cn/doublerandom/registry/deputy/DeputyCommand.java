package cn.doublerandom.registry.deputy;

import cn.doublerandom.bureau.people.Deputyship;
import java.time.LocalDate;

/** What may be asked of the entry of a deputy and his principal. */
public sealed interface DeputyCommand {
  /**
   * It waits for a second person.
   *
   * @param reason in words
   * @param today business day
   */
  record ProposeDeputy(Deputyship entry, String reason, String by, LocalDate today)
      implements DeputyCommand {}

  /**
   * Another person agrees to what waits.
   *
   * @param today business day
   */
  record ApproveDeputy(String by, LocalDate today) implements DeputyCommand {}

  /**
   * Another person does not agree, or whoever proposed it takes it back.
   *
   * @param reason in words, which whoever proposed it will read
   */
  record DeclineDeputy(String by, String reason) implements DeputyCommand {}

  /**
   * One of the four ends it before its last day.
   *
   * @param reason in words
   * @param today business day
   */
  record EndDeputy(String by, String reason, LocalDate today) implements DeputyCommand {}
}
