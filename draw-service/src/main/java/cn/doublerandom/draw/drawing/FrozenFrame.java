package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.programme.ProgrammeContent;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can no longer change once a draw begins (名单, phase Freeze).
 *
 * @param drawId bureau-plan-task-round
 * @param round from 1 without gaps
 * @param rulePack version of the rules used
 * @param rateNum numerator of the one rate of old draws; 0 where strata are given
 * @param rateDen denominator
 * @param slots tags each team member must hold
 * @param alternates how many stand by per stratum
 * @param items what will be inspected
 * @param checkFrom first day of the visits
 * @param checkTo last day of the visits
 * @param strata classes and their rates; absent in draws from before there were any
 * @param floor the legal least, if one was set
 * @param continues resultHash of the infeasible draw whose teams are drawn again, if so
 * @param unlisted inspectors of the register who could not be drawn that day, and why
 * @param combined the tasks drawn together, where there are several
 * @param excluded why subjects of the frame could not be drawn, in words; absent in draws from
 *     before that was kept
 * @param frozenBy who froze; absent in draws from before that was kept
 * @param upcoming what was known of days after the freeze; absent where nothing was, and in draws
 *     from before it was asked
 * @param registerSeq ledger number of the registry up to which its news was heard; absent in draws
 *     from before it was asked
 * @param recusedFrom what stood behind the recusals of the frame's subjects; absent where nobody
 *     was or was asked to be recused, and in draws from before that was kept
 * @param limits how often a subject may be drawn, where whoever froze set it; absent where nobody
 *     did, and in draws from before that was kept
 * @param names of the frame's subjects, under which everything of this draw is published whatever
 *     they are called later; absent in draws from before they were kept
 * @param programme whose check days bind the visits; absent in draws from before it was kept
 */
public record FrozenFrame(
    String drawId,
    String planId,
    String taskId,
    int round,
    String rulePack,
    int rateNum,
    int rateDen,
    FrozenLists lists,
    List<List<String>> slots,
    int alternates,
    List<Item> items,
    LocalDate checkFrom,
    LocalDate checkTo,
    @Nullable List<Commit.Stratum> strata,
    Commit.@Nullable Floor floor,
    @Nullable String continues,
    @Nullable List<Unlisted> unlisted,
    @Nullable CombinedDraw combined,
    @Nullable List<Excluded> excluded,
    @Nullable Officer frozenBy,
    @Nullable List<Upcoming> upcoming,
    @Nullable Long registerSeq,
    @Nullable List<RecusedFrom> recusedFrom,
    @Nullable Limits limits,
    @Nullable List<Named> names,
    @Nullable Programme programme) {
  public FrozenFrame {
    slots = slots.stream().map(List::copyOf).toList();
    items = List.copyOf(items);
    strata = strata == null ? null : List.copyOf(strata);
    unlisted = unlisted == null ? null : List.copyOf(unlisted);
    excluded = excluded == null ? null : List.copyOf(excluded);
    upcoming = upcoming == null ? null : List.copyOf(upcoming);
    recusedFrom = recusedFrom == null ? null : List.copyOf(recusedFrom);
    names = names == null ? null : PackedNames.of(names);
  }

  /**
   * One frozen inspection item.
   *
   * @param key true for 重点; absent for 一般, and in draws from before that was kept
   */
  public record Item(String code, String name, @Nullable Boolean key) {
    public Item(String code, String name) {
      this(code, name, null);
    }

    boolean isKey() {
      return key != null && key;
    }
  }

  /**
   * A subject under the name it had when the lists were frozen.
   *
   * @param name as the register had it; of a person its code
   */
  public record Named(String subject, String name) {
    /** Everybody in a frame, ascending, packed. */
    public static List<Named> of(List<FrameEntry> frame, List<KnownSubject> subjects) {
      Predicate<String> inFrame = FrozenLists.inFrame(frame);
      return PackedNames.of(
          subjects.stream()
              .filter(subject -> inFrame.test(subject.id()))
              .map(subject -> new Named(subject.id(), subject.name()))
              .sorted(Comparator.comparing(Named::subject))
              .toList());
    }
  }

  /** The names of some subjects, ascending; absent in draws from before they were kept. */
  public @Nullable List<Named> named(Collection<String> subjects) {
    Set<String> wanted = Set.copyOf(subjects);
    return names == null
        ? null
        : names.stream().filter(one -> wanted.contains(one.subject())).toList();
  }

  /** The name of a subject; empty in draws from before it was kept. */
  public Optional<String> named(String subject) {
    return names == null ? Optional.empty() : PackedNames.of(names).find(subject).map(Named::name);
  }

  /**
   * How often a subject may be drawn, set by whoever froze and by no rule pack.
   *
   * @param annualCap 频次上限 of a subject a year
   * @param minimumIntervalDays between two draws of a subject
   */
  public record Limits(@Nullable Integer annualCap, @Nullable Integer minimumIntervalDays) {
    /** Empty where neither was set. */
    public static Optional<Limits> of(
        @Nullable Integer annualCap, @Nullable Integer minimumIntervalDays) {
      return annualCap == null && minimumIntervalDays == null
          ? Optional.empty()
          : Optional.of(new Limits(annualCap, minimumIntervalDays));
    }
  }

  /**
   * An inspector who was not on the list.
   *
   * @param reason NOT_ACTIVE, CERTIFICATE_EXPIRED or ON_LEAVE
   */
  public record Unlisted(String inspector, String reason) {}

  /** Why a subject could not be drawn, in words; the code alone in draws of old. */
  public Optional<Excluded> excluded(String subject) {
    return excluded == null
        ? Optional.empty()
        : excluded.stream().filter(e -> e.subject().equals(subject)).findFirst();
  }

  /** What was known of a subject's days to come. */
  public Optional<Upcoming> upcoming(String subject) {
    return upcoming == null
        ? Optional.empty()
        : upcoming.stream().filter(u -> u.subject().equals(subject)).findFirst();
  }

  /** Those who may be drawn. */
  public List<FrameEntry> eligible() {
    return lists.frame().stream().filter(entry -> entry.excluded() == null).toList();
  }

  /**
   * The published programme of the batch, as far as it binds the visits.
   *
   * @param checkFrom first day of the visits
   * @param checkTo last day of the visits
   */
  public record Programme(
      String documentNumber, String title, LocalDate checkFrom, LocalDate checkTo) {
    public static Programme of(ProgrammeContent content) {
      return new Programme(
          content.documentNumber(), content.title(), content.checkFrom(), content.checkTo());
    }
  }

  /** The first day on which a visit can be held, by plan and programme. */
  public LocalDate firstDay() {
    return programme == null || checkFrom.isAfter(programme.checkFrom)
        ? checkFrom
        : programme.checkFrom;
  }

  /** The last day on which a visit can be held, by plan and programme. */
  public LocalDate lastDay() {
    return programme == null || checkTo.isBefore(programme.checkTo) ? checkTo : programme.checkTo;
  }

  /** How many of which class. */
  Rates rates() {
    return strata == null
        ? Rates.ofAll(rateNum, rateDen)
        : new Rates(strata, Optional.ofNullable(floor));
  }
}
