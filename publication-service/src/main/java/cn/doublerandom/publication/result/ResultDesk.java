package cn.doublerandom.publication.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Results as a publisher looks for them: what waits, what is late, what is public. */
public interface ResultDesk {
  /** How far a result is, as it is looked for. */
  enum Stage {
    /** Recorded and not public, late or not. */
    TO_PUBLISH,
    /** Its last day has passed, recorded or not. */
    OVERDUE,
    /** Its last day has passed and it is not even recorded. */
    UNRECORDED,
    /** A correction or withdrawal waits for another person. */
    CHANGE_ASKED,
    /** 异议: the firm waits for an answer. */
    OBJECTED,
    /** 联合惩戒 waits for another person. */
    DISCIPLINE_ASKED,
    /** 联合惩戒 has ended, and receivers have not said yet what they did about it. */
    DISCIPLINE_ENDED,
    /** 信用修复: the firm waits for a decision. */
    REPAIR_ASKED,
    /** Public, corrected since or not; withdrawn ones are not, as in every report. */
    PUBLISHED,
    /** 已撤销: it was public, and holds no more. */
    WITHDRAWN
  }

  /**
   * What is looked for.
   *
   * @param stage empty for all of them
   * @param task number of a plan, of a task, or both with a hyphen; empty for all
   * @param until latest last day
   * @param search part of the subject's name, or the beginning of its code; empty for all
   * @param today business day, from which what is late is late
   */
  record Asked(
      Optional<Stage> stage, String task, LocalDate until, String search, LocalDate today) {
    /** Later than every last day. */
    public static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    /** All of a stage. */
    public static Asked of(Stage stage, LocalDate today) {
      return new Asked(Optional.of(stage), "", ANY_DAY, "", today);
    }
  }

  /**
   * Those found: what is not public first, by the last day; of published ones the newest first.
   *
   * @param skipped how many of them come before
   */
  CompletionStage<List<ResultNotice>> found(Asked asked, int skipped, int limit);

  CompletionStage<Long> count(Asked asked);
}
