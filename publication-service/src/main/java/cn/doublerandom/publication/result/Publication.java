package cn.doublerandom.publication.result;

import cn.doublerandom.eventstore.decider.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A result on its way to the public.
 *
 * <pre>
 * Unreceived ──told──▶ Received ──publish──▶ Published
 *   │ └──last day passed──▶ Unrecorded ──told──▶ Received
 *   └──window ended──▶ NotHeld ──finished, cancelled──▶ Settled ──as Unreceived──▶ …
 *
 * Published ──correction: asked by one, agreed to by another──▶ Published
 *   └──withdrawal: the same──▶ Withdrawn
 *   └──time over, or repaired──▶ Ended, {@link RepairRules}
 * An objection (异议) to what is Published is open until it is decided, {@link ObjectionRules}.
 * </pre>
 */
public sealed interface Publication {
  record Unreceived() implements Publication {}

  /** 逾期未检查: the window of the visit has ended without it. */
  record NotHeld(MissingVisit visit) implements Publication {}

  /**
   * A visit that was not held is owed no more.
   *
   * @param outcome FINISHED, and its result is to come, or CANCELLED
   */
  record Settled(MissingVisit visit, String outcome) implements Publication {
    /** Whether nobody is to be visited any more. */
    boolean fellAway() {
      return outcome.equals("CANCELLED");
    }
  }

  /**
   * A visit was finished, its last day has passed, and nothing is recorded.
   *
   * @param windowTo last day of its window, where it was finished after that
   */
  record Unrecorded(MissingResult missing, @Nullable LocalDate windowTo) implements Publication {}

  /**
   * @param windowTo last day of the visit's window, where it was finished after that
   */
  record Received(ResultContent content, @Nullable LocalDate windowTo) implements Publication {
    /**
     * The same as it is once it is public.
     *
     * @param issuer credit code of the bureau, with which its index numbers begin
     * @param term how long it is public; absent where no pack ends it
     */
    public Published publishedAs(
        String subjectName, LocalDate on, String issuer, @Nullable PublicTerm term) {
      return new Published(
          content,
          subjectName,
          on,
          windowTo == null && !on.isAfter(content.dueOn()),
          "%s/%d-%s".formatted(issuer, on.getYear(), content.resultId()),
          windowTo,
          List.of(),
          null,
          Proceedings.ofNew("", term));
    }
  }

  /**
   * @param content as it was corrected last
   * @param on the day it became public
   * @param windowTo last day of the visit's window, where it was finished after that
   * @param former what was public before it was corrected, oldest first
   * @param titles of plan and task, frozen; absent where it became public before they were
   * @param proceedings what goes on about it
   */
  record Published(
      ResultContent content,
      String subjectName,
      LocalDate on,
      boolean onTime,
      String indexNumber,
      @Nullable LocalDate windowTo,
      List<FormerResult> former,
      @Nullable Titles titles,
      Proceedings proceedings)
      implements Publication {
    public Published {
      former = List.copyOf(former);
    }

    /** What waits for another person; absent where nothing does. */
    public @Nullable AskedChange asked() {
      return proceedings.asked();
    }

    /** 异议 to it. */
    public Objections objections() {
      return proceedings.objections();
    }

    /** 联合惩戒 because of it. */
    public Disciplines disciplines() {
      return proceedings.disciplines();
    }

    /** How long it is public, and 信用修复 asked for. */
    public Repairs repairs() {
      return proceedings.repairs();
    }

    /** Whether this account inspected, recorded or published it, and so judges nothing about it. */
    public boolean concerns(String account) {
      return ObjectionRules.isConcerned(this, account);
    }

    /** Why 信用修复 cannot be asked for on a day, whoever asks; empty where it can. */
    public Optional<Rejection> whyNoRepair(LocalDate today) {
      return RepairRules.whyNotAsk(this, today);
    }

    Published asking(@Nullable AskedChange change) {
      return about(proceedings.asking(change));
    }

    Published objected(Objections changed) {
      return about(proceedings.objected(changed));
    }

    Published disciplined(Disciplines changed) {
      return about(proceedings.disciplined(changed));
    }

    Published repaired(Repairs changed) {
      return about(proceedings.repaired(changed));
    }

    /** The same result, about which something else goes on. */
    private Published about(Proceedings changed) {
      return new Published(
          content, subjectName, on, onTime, indexNumber, windowTo, former, titles, changed);
    }

    Published titled(@Nullable Titles frozen) {
      return new Published(
          content, subjectName, on, onTime, indexNumber, windowTo, former, frozen, proceedings);
    }

    Published corrected(ResultEvent.ResultCorrected to) {
      List<FormerResult> before = new ArrayList<>(former);
      before.add(
          new FormerResult(
              content.codes(),
              content.findings(),
              former.isEmpty() ? on : former.getLast().until(),
              to.on(),
              to.reason()));
      return new Published(
          content.with(to.findings(), to.codes()),
          subjectName,
          on,
          onTime,
          indexNumber,
          windowTo,
          before,
          titles,
          proceedings.asking(null));
    }
  }

  /** 已撤销: it stays to be read, with the reason why it does not hold. */
  record Withdrawn(Published was, String reason, LocalDate withdrawnOn) implements Publication {}

  /**
   * 公示期满或者已经修复: a stub stands in its place.
   *
   * @param was for the bureau alone from here on
   * @param reason why it was repaired; absent where the time was over
   */
  record Ended(Published was, Ending ending, @Nullable String reason) implements Publication {}
}
