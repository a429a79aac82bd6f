package cn.doublerandom.inspection.visit;

import cn.doublerandom.inspection.Officer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** All visits as they are listed. */
public interface VisitDirectory {
  /**
   * What is asked for of the visits somebody may read; an empty word asks for nothing.
   *
   * @param officer one of the team
   * @param unit one of the team's
   * @param state ASSIGNED, IN_PROGRESS, FINISHED, IN_REVIEW, RECORDED or CANCELLED
   * @param search the subject's code from its beginning, or a part of its name
   * @param dueBy what comes next is due on this day or before it; 2023-03-15
   * @param notHeld only those whose window has ended and that are neither finished nor cancelled
   * @param byDay by the day of what comes next and not by id
   * @param after where the last part ended, see {@link #place}
   */
  record Query(
      Officer reader,
      String officer,
      String unit,
      String state,
      String search,
      String dueBy,
      boolean notHeld,
      boolean byDay,
      String after) {
    private static final String DONE = "9999-12-31";

    /**
     * The same of an inspector who names nobody: his own visits. Those of his unit he asks for by
     * its name.
     */
    public Query ownFirst() {
      return reader.reach() == Officer.Reach.TEAM && officer.isEmpty() && unit.isEmpty()
          ? new Query(reader, reader.account(), unit, state, search, dueBy, notHeld, byDay, after)
          : this;
    }

    /** Where a visit stands in the order that is asked for. */
    public String place(VisitSummary visit) {
      return byDay ? waitsOn(visit) + " " + visit.visitId() : visit.visitId();
    }

    private static String waitsOn(VisitSummary visit) {
      return switch (visit.state()) {
        case "RECORDED", "CANCELLED" -> DONE;
        default -> {
          LocalDate other = visit.dueOn() == null ? visit.to() : visit.dueOn();
          yield String.valueOf(visit.day() == null ? other : visit.day());
        }
      };
    }
  }

  /** Those that are asked for, in the order that is asked for. */
  CompletionStage<List<VisitSummary>> found(Query query, int limit);

  /** How many those are, wherever the part begins. */
  CompletionStage<Long> count(Query query);

  /** Those of the ids there are, by id. */
  CompletionStage<List<VisitSummary>> among(Collection<String> ids);

  /** Visits to a subject whose results are recorded, the last first. */
  CompletionStage<List<VisitSummary>> recorded(String subject, int limit);

  /** All visits to a subject, the last assigned first. */
  CompletionStage<List<VisitSummary>> ofSubject(String subject);

  /** Visits of one draw, by id. */
  CompletionStage<List<VisitSummary>> ofDraw(String drawId, int limit);

  /**
   * Visits of all draws of one task, by id.
   *
   * @param task plan and task, {@code 2023001-001}
   */
  CompletionStage<List<VisitSummary>> ofTask(String task, int limit);

  /** Visits of an account's team that are not done, by the last day of what comes next. */
  CompletionStage<Waiting> waiting(String account, int limit);

  /** Visits somebody answers for whose last day has passed, by that day. */
  CompletionStage<Waiting> late(Officer reader, LocalDate today, int limit);

  /** Finished visits somebody answers for whose result is due from a day on up to another. */
  CompletionStage<Waiting> near(Officer reader, LocalDate today, LocalDate last, int limit);

  /**
   * Visits that are not done.
   *
   * @param total how many there are beside the first, too
   */
  record Waiting(List<VisitSummary> first, long total) {
    public Waiting {
      first = List.copyOf(first);
    }
  }

  /** Visits of which another day is asked for and waits for a second person, by id after one. */
  CompletionStage<List<VisitSummary>> dayAsked(String after, int limit);

  /** Visits whose result waits for somebody's agreement, by id after one. */
  CompletionStage<List<VisitSummary>> inReview(ReviewStep.By next, String after, int limit);

  /**
   * Recorded visits of which a finding waits for a follow-up that nobody has opened, by id after
   * one.
   */
  CompletionStage<List<VisitSummary>> unfollowed(String after, int limit);

  /** Visits that are not over and of which a request for an expert waits, by id after one. */
  CompletionStage<List<VisitSummary>> askingForExperts(String after, int limit);

  /**
   * Finished visits whose record is to go without signatures and waits for that, by id after one.
   */
  CompletionStage<List<VisitSummary>> gapped(String after, int limit);

  /** Visits that are finished and of which no result is final, by id. */
  CompletionStage<List<VisitSummary>> open(String after, int limit);
}
