package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.EntropyRejection.ENTROPY_NOT_YET;
import static cn.doublerandom.draw.EntropyRejection.ENTROPY_UNFIT;
import static cn.doublerandom.draw.EntropyRejection.LOTTERY_DAY_DIFFERS;
import static cn.doublerandom.draw.EntropyRejection.LOTTERY_ENTRIES_EXHAUSTED;
import static cn.doublerandom.draw.EntropyRejection.LOTTERY_NUMBERS_IMPOSSIBLE;
import static cn.doublerandom.draw.EntropyRejection.LOTTERY_NUMBERS_UNCONFIRMED;
import static cn.doublerandom.draw.PhaseRejection.DRAW_ALREADY_EXECUTED;
import static cn.doublerandom.draw.PhaseRejection.DRAW_NOT_COMMITTED;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.drawing.DrawCommand.ObserveNumbers;
import cn.doublerandom.draw.drawing.DrawEvent.EntropyObserved;
import cn.doublerandom.draw.drawing.Given.Bulletin;
import cn.doublerandom.draw.drawing.TaskDraws.Committed;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.draw.drawing.TaskDraws.Sealed;
import cn.doublerandom.draw.drawing.TaskDraws.Undrawn;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a lottery gave is typed by people, and a program cannot read the bulletin: so two enter the
 * same numbers, one of whom neither froze nor committed. Other numbers are refused and stay on
 * record; who mistyped enters them again.
 */
public final class Observing {
  /** What one account may enter for one draw; more is no mistake. */
  static final int MOST_ENTRIES = 10;

  private Observing() {}

  static Decision<DrawEvent> observe(ObserveNumbers observe, TaskDraws draws) {
    return switch (draws) {
      case Undrawn undrawn -> reject(DRAW_NOT_COMMITTED);
      case Frozen frozen -> reject(DRAW_NOT_COMMITTED);
      case Sealed sealed -> reject(DRAW_ALREADY_EXECUTED);
      case Executed executed -> reject(DRAW_ALREADY_EXECUTED);
      case Committed draw when !(draw.commit().entropy() instanceof Entropy.LotteryPromise) ->
          reject(ENTROPY_UNFIT);
      case Committed draw when observe.now().isBefore(Executing.entropyTime(draw)) ->
          reject(ENTROPY_NOT_YET);
      case Committed draw ->
          misread(new Bulletin(observe.reveal(), observe.drawnOn()), draw)
              .orElseGet(() -> entered(observe.reveal(), observe.by(), draw));
    };
  }

  /**
   * Why what somebody read is not the issue that was committed to: an issue of an earlier day has
   * numbers everybody knew, and its bulletin says so.
   */
  static Optional<Decision<DrawEvent>> misread(Bulletin bulletin, Committed draw) {
    if (!(draw.commit().entropy() instanceof Entropy.LotteryPromise promise)) {
      return Optional.of(reject(ENTROPY_UNFIT, "field", "numbers"));
    }
    Optional<Decision<DrawEvent>> impossible =
        impossible(promise.groups(), bulletin.reveal().numbers());
    if (impossible.isPresent()) {
      return impossible;
    } else if (!DrawComputation.fits(draw.commit(), bulletin.reveal())) {
      return Optional.of(reject(ENTROPY_UNFIT, "field", "numbers"));
    }
    LocalDate promised = PublicLottery.dayOf(promise);
    return bulletin.drawnOn().equals(promised)
        ? Optional.empty()
        : Optional.of(
            reject(
                LOTTERY_DAY_DIFFERS, Map.of("field", "drawnOn", "promised", promised.toString())));
  }

  /** Too many, too few, twice the same, or one that is not in the drum: no other issue has them. */
  private static Optional<Decision<DrawEvent>> impossible(
      List<Entropy.Group> groups, List<List<Integer>> numbers) {
    for (int i = 0; i < Math.min(groups.size(), numbers.size()); i++) {
      Entropy.Group group = groups.get(i);
      if (!isOf(group, numbers.get(i))) {
        Object[] rule = {i + 1, group.count(), group.min(), group.max()};
        return Optional.of(
            reject(
                LOTTERY_NUMBERS_IMPOSSIBLE,
                Map.of(
                    "field",
                    "numbers",
                    "more",
                    Map.of(
                        "zh",
                        "第 %d 组应为 %d 个不同的号码，每个在 %d 至 %d 之间。".formatted(rule),
                        "en",
                        "Group %d has %d different numbers from %d to %d.".formatted(rule)))));
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(Entropy.Group group, List<Integer> numbers) {
    return numbers.size() == group.count()
        && Set.copyOf(numbers).size() == group.count()
        && numbers.stream().allMatch(n -> group.min() <= n && n <= group.max());
  }

  /** On record, whether it is what others entered or not; the same again is no second entry. */
  private static Decision<DrawEvent> entered(
      Entropy.LotteryReveal reveal, String by, Committed draw) {
    List<Observation> own =
        draw.observed().stream().filter(o -> SecondPerson.isSame(o.by(), by)).toList();
    if (!own.isEmpty() && own.getLast().reveal().equals(reveal)) {
      return accept();
    }
    return own.size() < MOST_ENTRIES
        ? accept(new EntropyObserved(reveal, by))
        : reject(LOTTERY_ENTRIES_EXHAUSTED);
  }

  /** Why nothing can be drawn with these numbers yet; empty where two people gave them. */
  static Optional<Decision<DrawEvent>> unconfirmed(
      Entropy.LotteryReveal reveal, String by, Committed draw) {
    List<Observation> others = ofOthers(by, draw);
    List<Observation> same = others.stream().filter(o -> o.reveal().equals(reveal)).toList();
    if (same.isEmpty() && !others.isEmpty()) {
      return Optional.of(entered(reveal, by, draw));
    }
    Set<String> hands = draw.preparation().hands();
    boolean isFree = !SecondPerson.isAmong(by, hands);
    return same.stream().anyMatch(o -> isFree || !SecondPerson.isAmong(o.by(), hands))
        ? Optional.empty()
        : Optional.of(reject(LOTTERY_NUMBERS_UNCONFIRMED));
  }

  /** Whether what the account entered last is not what anybody else entered, and others did. */
  public static boolean differs(String by, TaskDraws draws) {
    if (!(draws instanceof Committed draw)) {
      return false;
    }
    List<Observation> others = ofOthers(by, draw);
    return !others.isEmpty()
        && latest(draw.observed()).stream()
            .filter(o -> SecondPerson.isSame(o.by(), by))
            .anyMatch(own -> others.stream().noneMatch(o -> o.reveal().equals(own.reveal())));
  }

  private static List<Observation> ofOthers(String by, Committed draw) {
    return latest(draw.observed()).stream().filter(o -> !SecondPerson.isSame(o.by(), by)).toList();
  }

  /** What each person entered last. */
  static List<Observation> latest(List<Observation> observed) {
    List<Observation> latest = new ArrayList<>();
    for (Observation one : observed) {
      latest.removeIf(before -> SecondPerson.isSame(before.by(), one.by()));
      latest.add(one);
    }
    return latest;
  }

  /** Events of old do not say who entered the numbers: they were executed by one person. */
  static TaskDraws observed(TaskDraws draws, EntropyObserved observed) {
    String by = observed.by();
    return by != null
            && draws instanceof Committed draw
            && observed.entropy() instanceof Entropy.LotteryReveal reveal
        ? draw.with(new Observation(reveal, by))
        : draws;
  }

  /** Who worked on the draw, those who entered numbers and the one who executes it too. */
  static Set<String> touchedBy(Committed draw, @Nullable String executor) {
    Set<String> all = new LinkedHashSet<>(draw.preparation().by(executor).touchedBy());
    draw.observed().forEach(o -> all.add(o.by()));
    return all;
  }
}
