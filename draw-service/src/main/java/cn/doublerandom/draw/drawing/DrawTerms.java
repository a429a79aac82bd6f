package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.Progress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What whoever froze chose for the draw, as a second person must see it to agree to it.
 *
 * @param alternates how many stand by per stratum
 * @param cap most new visits per inspector; absent where nobody is listed
 * @param floor the legal least as a fraction; absent where none was set
 * @param alreadyCovered subjects of the frame that count towards the floor; absent without one
 * @param annualCap 频次上限 of a subject, where whoever froze set it
 * @param minimumIntervalDays between two draws of a subject, where whoever froze set it
 * @param size how many will be drawn; absent where only teams are
 * @param sizeByPlan how many the plan's own number would give; absent where only teams are drawn
 * @param items what every visit will be about, ascending by code
 * @param approval absent as long as nobody has agreed, and in draws from before that was asked
 * @param missing people lacking in a trial of what was frozen; absent where nobody lacks, and where
 *     none was made
 * @param shortfall the same in words
 */
public record DrawTerms(
    List<Slot> slots,
    int alternates,
    @Nullable Integer cap,
    @Nullable String floor,
    @Nullable Integer alreadyCovered,
    @Nullable Integer annualCap,
    @Nullable Integer minimumIntervalDays,
    @Nullable Integer size,
    @Nullable Integer sizeByPlan,
    List<FrozenFrame.Item> items,
    @Nullable Approval approval,
    @Nullable Integer missing,
    @Nullable String shortfall) {
  /** Of fewer people than this, a slot rather names them than draws them. */
  static final int FEWEST_FITTING = 3;

  /** Whose word the approval is; the account stands in the ledger. */
  private static final String APPROVER = "审批人";

  public DrawTerms {
    slots = List.copyOf(slots);
    items = List.copyOf(items);
  }

  /**
   * One member of each team.
   *
   * @param tags that member must hold
   * @param fitting how many of the frozen inspectors do
   */
  public record Slot(List<String> tags, int fitting) {
    public Slot {
      tags = List.copyOf(tags);
    }

    /** Whether so few fit that it hardly is a draw. */
    public boolean isNarrow() {
      return fitting < FEWEST_FITTING;
    }
  }

  /**
   * A second person agreed.
   *
   * @param role in words; who it was is public nowhere
   */
  public record Approval(String role, LocalDate on) {}

  /** Of a freeze that is asked for. */
  static DrawTerms of(DrawCommand.FreezeFrame freeze) {
    return of(
        freeze.slots(),
        freeze.alternates(),
        freeze.lists(),
        Optional.of(freeze.rates()),
        freeze.limits(),
        freeze.items(),
        Optional.empty());
  }

  /** Of a frozen draw. */
  public static DrawTerms of(FrozenFrame frame, Optional<Preparation.Agreed> agreed) {
    return of(
        frame.slots(),
        frame.alternates(),
        frame.lists(),
        frame.continues() == null ? Optional.of(frame.rates()) : Optional.empty(),
        Optional.ofNullable(frame.limits()),
        frame.items(),
        agreed.map(a -> new Approval(APPROVER, a.on())));
  }

  /**
   * Of a draw whose lists are frozen, with what its teams would lack, as the preview said it. Takes
   * seconds where the teams are large.
   *
   * @param progress sees the trial
   */
  public static DrawTerms tried(TaskDraws.Frozen frozen, Progress progress) {
    FrozenFrame frame = frozen.frame();
    DrawTerms terms = of(frame, frozen.preparation().terms());
    List<String> selected =
        frame.continues() == null ? List.of() : frozen.past().ended().getLast().result().selected();
    int subjects = terms.size == null ? selected.size() : terms.size;
    return (frame.continues() == null
            ? DrawComputation.trial(rules(frame), frame.lists(), frame.slots(), progress)
                .infeasible()
            : DrawComputation.trial(selected, frame.lists(), frame.slots(), progress))
        .map(lack ->
            terms.lacking(
                lack.missing(),
                Shortfall.text(lack, frame.slots(), frame.lists().inspectors(), subjects)))
        .orElse(terms);
  }

  private static Commit.Stage.Whole rules(FrozenFrame frame) {
    Rates rates = frame.rates();
    return new Commit.Stage.Whole(
        Hashes.merkleRoot(List.of()),
        frame.lists().frame().size(),
        rates.strata(),
        rates.floor(),
        frame.alternates());
  }

  private DrawTerms lacking(int people, String inWords) {
    return new DrawTerms(
        slots,
        alternates,
        cap,
        floor,
        alreadyCovered,
        annualCap,
        minimumIntervalDays,
        size,
        sizeByPlan,
        items,
        approval,
        people,
        inWords);
  }

  private static DrawTerms of(
      List<List<String>> slots,
      int alternates,
      FrozenLists lists,
      Optional<Rates> rates,
      Optional<FrozenFrame.Limits> limits,
      List<FrozenFrame.Item> items,
      Optional<Approval> approval) {
    Optional<Commit.Floor> floor = rates.flatMap(Rates::floor);
    Optional<Integer> byPlan = rates.map(r -> size(r, Optional.empty(), lists));
    return new DrawTerms(
        slots.stream().map(tags -> new Slot(tags, fitting(tags, lists))).toList(),
        alternates,
        lists.inspectors().stream().map(InspectorEntry::cap).max(Integer::compare).orElse(null),
        floor.map(f -> f.num() + "/" + f.den()).orElse(null),
        floor.map(Commit.Floor::alreadyCovered).orElse(null),
        limits.map(FrozenFrame.Limits::annualCap).orElse(null),
        limits.map(FrozenFrame.Limits::minimumIntervalDays).orElse(null),
        floor.flatMap(f -> rates.map(r -> size(r, floor, lists))).or(() -> byPlan).orElse(null),
        byPlan.orElse(null),
        items,
        approval.orElse(null),
        null,
        null);
  }

  private static int fitting(List<String> tags, FrozenLists lists) {
    return (int) lists.inspectors().stream().filter(i -> i.tags().containsAll(tags)).count();
  }

  private static int size(Rates rates, Optional<Commit.Floor> floor, FrozenLists lists) {
    return DrawComputation.size(
        new Commit.Stage.Whole(
            Hashes.merkleRoot(List.of()), lists.frame().size(), rates.strata(), floor, 0),
        lists.frame());
  }

  /** Whether the floor makes the draw larger than the plan says. */
  public boolean isAbovePlan() {
    return size != null && sizeByPlan != null && size > sizeByPlan;
  }
}
