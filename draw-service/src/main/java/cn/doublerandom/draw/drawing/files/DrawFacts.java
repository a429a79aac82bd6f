package cn.doublerandom.draw.drawing.files;

import cn.doublerandom.bureau.figures.Percent;
import cn.doublerandom.bureau.rules.RulePacks;
import cn.doublerandom.draw.drawing.ExactCount;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.PublicLottery;
import cn.doublerandom.draw.drawing.StratumWords;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.PrintedDraw;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.paperkit.Fours;
import cn.doublerandom.servicekit.rules.RulePackFiles;
import cn.doublerandom.servicekit.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What both papers of a draw say, as their templates want it; codes that are read aloud in groups
 * of four.
 *
 * @param rulePack titles of the packs that were in force
 * @param frameSize subjects in scope
 * @param eligible of them those who may be drawn
 * @param excluded the others, by the code of the reason
 * @param agreedOn the day a second person agreed to the terms; absent in old draws
 * @param entropy ceremony, lottery or drand
 * @param sources what was promised of chance and what came
 * @param witnesses names, in the order of the commit; of a public source none
 * @param salt of a draw that was sealed; absent in others
 * @param missing how many people the teams lack
 */
public record DrawFacts(
    String drawId,
    String issuer,
    String plan,
    String task,
    int round,
    boolean isVoid,
    LocalDate frozenOn,
    LocalDate from,
    LocalDate to,
    LocalDate executedOn,
    String executeBy,
    String rulePack,
    int frameSize,
    int eligible,
    Map<String, Integer> excluded,
    List<FrozenFrame.Item> items,
    List<Stratum> strata,
    @Nullable LocalDate agreedOn,
    String entropy,
    List<Source> sources,
    List<String> witnesses,
    String commitHash,
    String seed,
    String resultHash,
    @Nullable String salt,
    int inspectors,
    int missing) {
  private static final RulePacks SHIPPED = RulePackFiles.shipped();

  /** A class: how many of how many. */
  public record Stratum(
      String stratum,
      String words,
      int inScope,
      int eligible,
      String rate,
      String expected,
      int drawn) {}

  /**
   * A part of chance.
   *
   * @param by whose; for a public source its name
   * @param promised what was fixed before
   * @param came what was revealed
   */
  public record Source(String by, String promised, String came) {}

  static DrawFacts of(PrintedDraw printed) {
    TaskDraws.Executed draw = printed.draw();
    FrozenFrame frame = draw.frame();
    Commit commit = draw.commit();
    return new DrawFacts(
        frame.drawId(),
        printed.issuer(),
        frame.planId(),
        frame.taskId(),
        frame.round(),
        printed.isVoid(),
        frame.checkFrom(),
        frame.firstDay(),
        frame.lastDay(),
        draw.executedOn(),
        minuteOf(commit.executeBy()),
        packs(frame.rulePack()),
        frame.lists().frame().size(),
        frame.lists().drawable().size(),
        excluded(frame),
        frame.items(),
        strata(draw),
        draw.terms().map(agreed -> agreed.on()).orElse(null),
        kind(commit.entropy()),
        sources(commit.entropy(), draw.result().entropy()),
        witnesses(commit.entropy()),
        Fours.of(draw.commitHash()),
        Fours.of(draw.result().seed().hex()),
        Fours.of(draw.resultHash()),
        draw.salt().map(Fours::of).orElse(null),
        commit.roots().inspectorCount(),
        draw.result().infeasible().map(DrawResult.Infeasible::missing).orElse(0));
  }

  /** By their titles; one that does not ship any more by its id. */
  static String packs(String inForce) {
    return Arrays.stream(inForce.split("\\+"))
        .map(id -> SHIPPED.find(id).map(pack -> "《" + pack.title() + "》").orElse(id))
        .collect(Collectors.joining("、"));
  }

  /** As the office's clock shows it. */
  private static String minuteOf(String instant) {
    return LocalDateTime.ofInstant(Instant.parse(instant), BusinessClock.SHANGHAI)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString()
        .replace('T', ' ');
  }

  private static Map<String, Integer> excluded(FrozenFrame frame) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (FrameEntry entry : frame.lists().frame()) {
      if (entry.excluded() != null) {
        reasons.merge(entry.excluded(), 1, Integer::sum);
      }
    }
    return reasons;
  }

  private static List<Stratum> strata(TaskDraws.Executed draw) {
    Map<String, String> rates = new HashMap<>();
    if (draw.commit().stage() instanceof Commit.Stage.Whole whole) {
      whole.strata().forEach(s -> rates.put(s.name(), Percent.of(s.num(), s.den())));
    }
    return draw.result().drawn().map(DrawResult.Drawn::allocation).orElse(List.of()).stream()
        .map(a ->
            new Stratum(
                a.stratum(),
                StratumWords.of(a.stratum()),
                a.inScope(),
                a.eligible(),
                rates.getOrDefault(a.stratum(), ""),
                ExactCount.shown(a.expected()),
                a.drawn()))
        .toList();
  }

  private static String kind(Entropy.Promise promise) {
    return switch (promise) {
      case Entropy.CeremonyPromise ceremony -> "ceremony";
      case Entropy.LotteryPromise lottery -> "lottery";
      case Entropy.DrandPromise drand -> "drand";
    };
  }

  private static List<String> witnesses(Entropy.Promise promise) {
    return promise instanceof Entropy.CeremonyPromise ceremony
        ? ceremony.witnesses().stream().map(Entropy.Witness::by).toList()
        : List.of();
  }

  private static List<Source> sources(Entropy.Promise promise, Entropy.Reveal reveal) {
    return switch (promise) {
      case Entropy.CeremonyPromise ceremony -> ofCeremony(ceremony, reveal);
      case Entropy.LotteryPromise lottery ->
          List.of(
              new Source(
                  lottery.source(),
                  "%s %s".formatted(lottery.issue(), PublicLottery.dayOf(lottery)),
                  reveal instanceof Entropy.LotteryReveal came ? numbers(came) : ""));
      case Entropy.DrandPromise drand ->
          List.of(
              new Source(
                  "drand " + Fours.of(drand.chain()),
                  Long.toString(drand.round()),
                  reveal instanceof Entropy.DrandReveal came ? Fours.of(came.randomness()) : ""));
    };
  }

  /** The operator first, who has no name here; each witness with what he gave. */
  private static List<Source> ofCeremony(Entropy.CeremonyPromise promise, Entropy.Reveal reveal) {
    List<Source> sources = new ArrayList<>();
    if (reveal instanceof Entropy.CeremonyReveal came) {
      sources.add(
          new Source("", Fours.of(promise.operatorCommitment()), Fours.of(came.operatorSecret())));
      Map<String, Entropy.Contribution> given =
          came.contributions().stream().collect(Collectors.toMap(Entropy.Contribution::by, c -> c));
      for (Entropy.Witness witness : promise.witnesses()) {
        Entropy.Contribution one = given.get(witness.by());
        sources.add(
            new Source(
                witness.by(),
                Fours.of(witness.commitment()),
                one == null ? "" : Fours.of(one.nonce()) + "　" + one.value()));
      }
    }
    return sources;
  }

  private static String numbers(Entropy.LotteryReveal came) {
    return came.numbers().stream()
        .map(group -> group.stream().map("%02d"::formatted).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" ＋ "));
  }

  /** For the counted reasons of a template. */
  public List<Reason> reasons() {
    return excluded.entrySet().stream().map(e -> new Reason(e.getKey(), e.getValue())).toList();
  }

  /** How many could not be drawn for one reason. */
  public record Reason(String code, int count) {}
}
