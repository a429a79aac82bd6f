package cn.doublerandom.publication.notice;

import cn.doublerandom.publication.result.ResultNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Everything that is public, as it is read. */
public interface NoticeBoard {
  CompletionStage<List<Noted.PlanNotice>> plans(String after, int limit);

  /** Every alarm about a step of a plan, what it said last. */
  CompletionStage<List<Noted.PlanAlarm>> alarms();

  CompletionStage<List<Noted.ProgrammeNotice>> programmes(String after, int limit);

  CompletionStage<Optional<Noted.ProgrammeNotice>> programme(String programmeId);

  CompletionStage<List<Noted.DrawNotice>> draws(String after, int limit);

  CompletionStage<Optional<Noted.DrawNotice>> draw(String drawId);

  /** The newest checkpoints of the other services, newest first. */
  CompletionStage<List<Noted.Anchor>> anchors(int limit);

  /** Published results only. */
  CompletionStage<List<ResultNotice>> results(String after, int limit);

  /** Results that are recorded and not public, by id. */
  CompletionStage<List<ResultNotice>> open(String after, int limit);

  /** Published results of one draw, by subject. */
  CompletionStage<List<ResultNotice>> resultsOf(String drawId);

  CompletionStage<Optional<ResultNotice>> result(String resultId);

  /** Public data of subjects, by id; unknown ones are absent. */
  CompletionStage<Map<String, Noted.KnownSubject>> subjects(List<String> ids);

  /**
   * The official figures of a year (docs/glossary.md, 指标).
   *
   * @param registered enterprises on the register on 31 December of the year before
   * @param inspected different ones of them inspected this year
   * @param recorded results recorded
   * @param published of them public
   * @param publishedOnTime of them within their deadline
   * @param overdue ids of results whose deadline has passed without publication
   */
  record Statistics(
      int year,
      long registered,
      long inspected,
      long recorded,
      long published,
      long publishedOnTime,
      List<String> overdue) {
    /** Coverage in hundredths of a percent, rounded down: never more than was done. */
    public long coverageBasisPoints() {
      return registered == 0 ? 0 : inspected * 10_000 / registered;
    }

    public long publicationBasisPoints() {
      return recorded == 0 ? 0 : published * 10_000 / recorded;
    }
  }

  CompletionStage<Statistics> statistics(int year, LocalDate today);
}
