package cn.doublerandom.publication.result;

import cn.doublerandom.bureau.result.ResultCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A result as the read side knows it.
 *
 * @param published null while it is recorded only
 * @param unrecorded true where not even that was done in time; absent where it was
 * @param windowTo last day of the visit's window, where it was finished after that; absent where it
 *     was in time
 */
public record ResultNotice(
    ResultContent content,
    @Nullable Published published,
    @Nullable Boolean unrecorded,
    @Nullable LocalDate windowTo) {
  /** What everybody can read. */
  public static ResultNotice of(Publication.Published p) {
    return new ResultNotice(
        p.content(),
        new Published(
            p.subjectName(),
            p.on(),
            p.onTime(),
            p.indexNumber(),
            p.former().isEmpty() ? null : p.former(),
            null,
            p.asked() == null ? null : p.asked().by(),
            ObjectedResult.of(p),
            StandingDiscipline.of(p.disciplines()),
            p.disciplines().waiting().map(Discipline::by).orElse(null),
            PublicTime.of(p),
            p.disciplines().endingSince()),
        null,
        p.windowTo());
  }

  /** The same of one that was withdrawn. */
  public static ResultNotice of(Publication.Withdrawn w) {
    ResultNotice was = of(w.was());
    Published p = Objects.requireNonNull(was.published());
    return new ResultNotice(
        was.content(),
        new Published(
            p.subjectName(),
            p.on(),
            p.onTime(),
            p.indexNumber(),
            p.former(),
            new Withdrawal(w.withdrawnOn(), w.reason()),
            null,
            p.objected(),
            p.disciplines(),
            null,
            null,
            p.endingSince()),
        null,
        was.windowTo());
  }

  /**
   * The stub of one that is over: number, days and what stood there as a hash; no name, no result,
   * no version, no objection.
   */
  public static ResultNotice of(Publication.Ended e) {
    ResultNotice was = of(e.was());
    Published p = Objects.requireNonNull(was.published());
    return new ResultNotice(
        was.content().with(List.of(), List.of()),
        new Published(
            was.content().subjectId(),
            p.on(),
            p.onTime(),
            p.indexNumber(),
            null,
            null,
            null,
            null,
            null,
            null,
            PublicTime.over(e.ending()),
            p.endingSince()),
        null,
        was.windowTo());
  }

  /** Whether its publication was withdrawn: it is neither public nor due any more. */
  public boolean isWithdrawn() {
    return published != null && published.withdrawn() != null;
  }

  /** Whether it counts as published: it was made public, and not withdrawn since. */
  public boolean isCounted() {
    return published != null && !isWithdrawn();
  }

  /** Whether something was found; a publication that is over was one of a finding. */
  public boolean isFinding() {
    return ended().isPresent() || ResultCode.areFinding(content.codes());
  }

  /** 信用修复: whether the firm waits for a decision. */
  public boolean isRepairAsked() {
    return published != null
        && published.time() != null
        && published.time().repairAskedOn() != null;
  }

  /** Whether it is public, and was neither withdrawn nor is over. */
  public boolean holds() {
    return published != null && published.withdrawn() == null && ended().isEmpty();
  }

  /** What stands in its place; empty while it is public, and before. */
  public Optional<Ending> ended() {
    return Optional.ofNullable(published).map(Published::time).map(PublicTime::ended);
  }

  /** The year it counts in: that in which it was finished, or should have been. */
  public int year() {
    return (windowTo == null ? content.finishedOn() : windowTo).getYear();
  }

  /** Whether an objection waits for an answer that should be there. */
  public boolean isAnsweredLate(LocalDate today) {
    return published != null && published.objected() != null && published.objected().isLate(today);
  }

  public boolean recorded() {
    return unrecorded == null || !unrecorded;
  }

  /**
   * @param indexNumber 索引号
   * @param former what was public before it was corrected; absent where it never was
   * @param withdrawn absent where it still holds
   * @param changeAskedBy account that asked for a change that waits; absent where none does
   * @param objected 异议 to it; absent where nobody objected
   * @param disciplines 联合惩戒 because of it; absent where there is none
   * @param disciplineAskedBy account that proposed joint discipline that waits; absent where none
   *     does
   * @param onTime whether it was public by its deadline, of a visit that was held in its window
   * @param time how long it is public; absent where it has no end
   * @param endingSince the day since which receivers of joint discipline are to say what they did
   *     about its end; absent where none is
   */
  public record Published(
      String subjectName,
      LocalDate on,
      boolean onTime,
      String indexNumber,
      @Nullable List<FormerResult> former,
      @Nullable Withdrawal withdrawn,
      @Nullable String changeAskedBy,
      @Nullable ObjectedResult objected,
      @Nullable List<StandingDiscipline> disciplines,
      @Nullable String disciplineAskedBy,
      @Nullable PublicTime time,
      @Nullable LocalDate endingSince) {
    /** Since when it is over, and why; absent while it is public. */
    public @Nullable Ending ended() {
      return time == null ? null : time.ended();
    }

    /** How often it was made public, the correction included. */
    public int version() {
      Ending ended = ended();
      return ended == null ? 1 + versionsBefore().size() : ended.version();
    }

    /**
     * Whether an objection was rejected when another version was public than what is public now, or
     * before that was withdrawn: then the result does not stand as the answer says.
     *
     * @param version the version that was public when it was answered; absent where it is not known
     */
    public boolean isOutlived(Objection.Outcome outcome, @Nullable Integer version) {
      return outcome == Objection.Outcome.REJECTED
          && version != null
          && (withdrawn != null || version < version());
    }

    /** What was public before, oldest first. */
    public List<FormerResult> versionsBefore() {
      return former == null ? List.of() : former;
    }
  }

  /** 撤销: since when it holds no more, and why. */
  public record Withdrawal(LocalDate on, String reason) {}

  /**
   * A version that was corrected, and what the correction changed.
   *
   * @param number counted from 1
   * @param differences item by item
   */
  public record Version(int number, FormerResult result, List<Difference> differences) {}

  /**
   * What a correction changed for one item.
   *
   * @param was codes as they were public
   * @param is codes that are public instead
   */
  public record Difference(String item, List<String> was, List<String> is) {}

  /** What was public before, oldest first; none of one that was never corrected. */
  public List<Version> versions() {
    List<FormerResult> before = published == null ? List.of() : published.versionsBefore();
    return IntStream.range(0, before.size())
        .mapToObj(i ->
            new Version(
                i + 1,
                before.get(i),
                differences(
                    before.get(i).findings(),
                    i + 1 < before.size() ? before.get(i + 1).findings() : content.findings())))
        .toList();
  }

  /** A correction changes what was found for items, and neither adds nor takes one. */
  private static List<Difference> differences(
      List<ResultContent.Finding> was, List<ResultContent.Finding> is) {
    return IntStream.range(0, was.size())
        .filter(i -> !was.get(i).equals(is.get(i)))
        .mapToObj(i -> new Difference(was.get(i).itemName(), was.get(i).codes(), is.get(i).codes()))
        .toList();
  }

  /** 检查结果 in words. */
  public String text() {
    return ResultCode.text(content.codes());
  }

  public String subjectName() {
    return published == null ? content.subjectId() : published.subjectName();
  }
}
