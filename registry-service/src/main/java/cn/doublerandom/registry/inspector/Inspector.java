package cn.doublerandom.registry.inspector;

import cn.doublerandom.bureau.figures.Turns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An inspector (执法检查人员).
 *
 * <pre>Unregistered ──register──▶ Registered (revised, conflicts declared, leave granted)</pre>
 *
 * <p>What takes him out of the draw, or brings him in, waits for a second person, as a subject's
 * leaving does (ADR 26).
 */
public sealed interface Inspector {
  record Unregistered() implements Inspector {}

  /**
   * @param recusals declared, ascending by subject
   * @param leaves in the order they were granted
   * @param details as told last; its status is the one told last, from whatever day
   * @param erasure asked for and not yet approved, or approved
   * @param statuses 在岗 or 离岗, from which day
   * @param absenceAsked waiting for a second person
   * @param recusalsAsked that wait for a second person, in the order they were asked for
   * @param decided which of those that hold a second person agreed to, and who it was
   */
  record Registered(
      InspectorDetails details,
      List<Recusal> recusals,
      List<Leave> leaves,
      Optional<ErasureRequest> erasure,
      Turns<InspectorStatus> statuses,
      Optional<AbsenceAsked> absenceAsked,
      List<RecusalAsked> recusalsAsked,
      Map<Recusal, String> decided)
      implements Inspector {
    /** The entry as it stands on a day. */
    public InspectorDetails asOf(LocalDate day) {
      return details.withStatus(statuses.asOf(day));
    }

    /** Who agreed to a recusal; absent where it took one person, or follows from the register. */
    public @Nullable String decidedBy(Recusal recusal) {
      return decided.get(recusal);
    }

    Registered withErasure(Optional<ErasureRequest> asked) {
      return new Registered(
          details, recusals, leaves, asked, statuses, absenceAsked, recusalsAsked, decided);
    }

    Registered with(Optional<AbsenceAsked> asked) {
      return new Registered(
          details, recusals, leaves, erasure, statuses, asked, recusalsAsked, decided);
    }

    Registered with(Leave granted, Optional<AbsenceAsked> asked) {
      List<Leave> all = new ArrayList<>(leaves);
      all.add(granted);
      return new Registered(
          details, recusals, List.copyOf(all), erasure, statuses, asked, recusalsAsked, decided);
    }

    /** After an event about recusals. */
    Registered recused(InspectorEvent event) {
      return new Registered(
          details,
          Recusal.after(recusals, event),
          leaves,
          erasure,
          statuses,
          absenceAsked,
          Recusals.after(recusalsAsked, event),
          Recusals.decided(decided, event));
    }
  }

  /**
   * What another person must agree to, beside recusals.
   *
   * @param leave absent where it is about no leave
   * @param leftFrom first day of 离岗; absent where it is about no departure
   * @param by account that asked
   * @param validity of certificates that end on other days by it; absent where it is about none
   * @param narrowing of the teams he can be drawn into; absent where it is about none
   * @param activeFrom first day of 在岗 of who is new or comes back; absent where it is about none
   * @param batch all that a table asked for at once; absent where no table did
   * @param revision all that a row changes; absent where it changes no more than the status
   */
  record AbsenceAsked(
      @Nullable Leave leave,
      @Nullable LocalDate leftFrom,
      String by,
      @Nullable Validity validity,
      @Nullable Narrowing narrowing,
      @Nullable LocalDate activeFrom,
      @Nullable String batch,
      @Nullable Revision revision) {
    /** The first day of what was asked for; absent where it begins with the approval. */
    public @Nullable LocalDate from() {
      LocalDate runOut = validity == null || revision != null ? null : validity.until().plusDays(1);
      return Stream.of(leave == null ? null : leave.from(), leftFrom, activeFrom, runOut)
          .filter(Objects::nonNull)
          .min(Comparator.naturalOrder())
          .orElse(null);
    }

    /** What waits, and by whom. */
    public String inWords() {
      var words = new StringJoiner("，");
      if (leave != null) {
        words.add(leave.from() + " 至 " + leave.until() + " 请假");
      }
      if (leftFrom != null) {
        words.add("自 " + leftFrom + " 起离岗");
      }
      if (activeFrom != null) {
        words.add("自 " + activeFrom + " 起在岗");
      }
      if (validity != null) {
        words.add("执法证有效期" + (revision == null ? "提前至 " : "改为 ") + validity.inWords());
      }
      if (narrowing != null) {
        words.add(narrowing.inWords());
      }
      if (revision != null && !revision.parts().isEmpty()) {
        words.add(revision.inWords());
      }
      return words.add("由 " + by + " 申请" + (batch == null ? "" : "，批次 " + batch)).toString();
    }
  }

  /**
   * Somebody asked that the name be made unreadable for ever.
   *
   * @param by account that asked; another one must approve
   */
  record ErasureRequest(String reason, String by, boolean approved) {
    ErasureRequest(String reason, String by) {
      this(reason, by, false);
    }

    ErasureRequest agreed() {
      return new ErasureRequest(reason, by, true);
    }
  }
}
