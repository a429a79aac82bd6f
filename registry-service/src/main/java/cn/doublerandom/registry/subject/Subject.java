package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A subject (检查对象).
 *
 * <pre>
 * Unregistered ──register──▶ Registered ──merge──▶ Merged
 *                                ▲                    │
 *                                └───────unmerge──────┘
 * </pre>
 *
 * <p>A registered one is revised, reclassified or changes its status any number of times.
 *
 * <pre>as it was ──gone, paused, back, or out of a frame──▶ asked ──another person──▶ as asked for
 *     ▲                                              │
 *     └──────────── declined or withdrawn ───────────┘
 * </pre>
 *
 * <p>A merge that was asked for, or its reversal, ends in the same three ways.
 */
public sealed interface Subject {
  record Unregistered() implements Subject {}

  /**
   * @param details the entry as told last; its status and class are those of the day it was told
   * @param risk where the credit risk class comes from; empty where nobody said
   * @param asked a merge that waits for a second person
   * @param statusAsked a status that waits for a second person
   * @param timeline what holds from which day
   */
  record Registered(
      SubjectDetails details,
      Optional<RiskSource> risk,
      Optional<Asked> asked,
      Optional<StatusAsked> statusAsked,
      Timeline timeline)
      implements Subject {
    /** The entry as it stands on a day. */
    public SubjectDetails asOf(LocalDate day) {
      return timeline.asOf(details, day);
    }
  }

  /**
   * A duplicate: from a day on it stands for another entry and is never drawn.
   *
   * @param details the entry as told last
   * @param asked a reversal that waits for a second person
   * @param timeline what holds from which day
   */
  record Merged(
      SubjectDetails details,
      Optional<RiskSource> risk,
      String into,
      Optional<Asked> asked,
      Timeline timeline)
      implements Subject {
    /** The entry as it stands on a day. */
    public SubjectDetails asOf(LocalDate day) {
      return timeline.asOf(details, day);
    }
  }

  /**
   * What somebody asked for.
   *
   * @param into empty where a merge is to be taken back
   * @param by who asked last, as it stands
   * @param touchedBy all who asked since the last approval; none of them approves it
   */
  record Asked(
      Optional<String> into, String reason, LocalDate effective, String by, Set<String> touchedBy) {
    public Asked {
      touchedBy = Set.copyOf(touchedBy);
    }
  }

  /**
   * A status somebody asked for, or something else that leaves.
   *
   * @param effective its first day
   * @param by who asked last, as it stands
   * @param batch the import it came with; absent where it was asked alone
   * @param touchedBy all who asked since the last approval; none of them approves it
   * @param departure what leaves beside the status; absent where nothing does
   * @param revision the row that changes who the subject is; absent where it stays
   */
  record StatusAsked(
      SubjectStatus status,
      String reason,
      LocalDate effective,
      String by,
      @Nullable String batch,
      Set<String> touchedBy,
      @Nullable Departure departure,
      @Nullable Revision revision) {
    public StatusAsked {
      touchedBy = Set.copyOf(touchedBy);
    }

    boolean isSaidBy(SubjectEvent.StatusRequested request) {
      return asksTheSame(request)
          && reason.equals(request.reason())
          && effective.equals(request.effective())
          && by.equals(request.by());
    }

    /** Whether both would make the same of the entry, whoever asks and why. */
    boolean asksTheSame(SubjectEvent.StatusRequested request) {
      return status == request.status()
          && Objects.equals(departure, request.departure())
          && Objects.equals(revision, request.revision());
    }

    /** Whether the status is to change. */
    public boolean asksStatus() {
      return departure == null || !departure.statusStays();
    }

    /** The same beside the status the entry has: of who is new it is said that he is. */
    public String inWordsOf(SubjectStatus now) {
      return (now == SubjectStatus.UNCONFIRMED && asksStatus() ? "新入库，" : "") + inWords();
    }

    /** The entry as it will be when another person agrees. */
    public SubjectDetails from(SubjectDetails entry) {
      SubjectDetails told = revision == null ? entry : revision.told();
      SubjectDetails left = departure == null || revision != null ? told : departure.asked(told);
      return asksStatus() ? left.withStatus(status) : left;
    }

    /** What waits, since when and by whom, for whoever comes after. */
    public String inWords() {
      var words = new StringJoiner("，");
      if (asksStatus()) {
        words.add("登记状态变更为" + status.word() + "，自 " + effective + " 起");
      }
      if (revision != null) {
        words.add(revision.inWords());
      }
      if (departure != null) {
        departure.inWords().forEach(words::add);
      }
      return words.add("由 " + by + " 申请").toString() + (batch == null ? "" : "（批次 " + batch + "）");
    }

    /** The same beside a row of a table, which may say another day, which is not taken, or none. */
    public String inWordsBeside(SubjectCommand.RegisterSubject row) {
      LocalDate from = row.statusFrom();
      boolean isOtherDay =
          asksStatus()
              && row.details().status() == status
              && from != null
              && !from.equals(effective);
      boolean isOfToday =
          asksStatus() && status.isGone() && from == null && effective.equals(row.effective());
      return inWords()
          + (isOtherDay ? "；本行写的是自 " + from + " 起，与之不同，未采用" : "")
          + (isOfToday ? "；未写" + status.word() + "日期，按今日" : "");
    }
  }
}
