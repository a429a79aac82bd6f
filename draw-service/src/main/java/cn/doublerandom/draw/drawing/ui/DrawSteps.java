package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.Preparation;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawDesk;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.pagekit.Step;
import cn.doublerandom.pagekit.Step.Stage;
import cn.doublerandom.servicekit.time.BusinessClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a draw stands: its steps, and what is missing for the next one, by whom and from when. */
final class DrawSteps {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.SHANGHAI);

  private DrawSteps() {}

  /** A time of Shanghai, as a table shows it. */
  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /** The same of a time as it is kept; empty where there is none. */
  static String moment(@Nullable String kept) {
    return kept == null || kept.isEmpty() ? "" : moment(Instant.parse(kept));
  }

  /**
   * What is missing.
   *
   * @param when since or until when; may be empty
   * @param address where it is done; empty where it is done on somebody's own machine
   */
  record Need(String what, String who, String when, String address) {}

  /** What is prepared for the draw under way; empty where it is over. */
  static Optional<Preparation> preparation(TaskDraws draws) {
    return switch (draws) {
      case TaskDraws.Undrawn undrawn -> Optional.empty();
      case TaskDraws.Frozen frozen -> Optional.of(frozen.preparation());
      case TaskDraws.Committed committed -> Optional.of(committed.preparation());
      case TaskDraws.Sealed sealed -> Optional.empty();
      case TaskDraws.Executed executed -> Optional.empty();
    };
  }

  static List<Step> steps(DrawDesk.Seen seen, DrawPhase phase, StepWords words) {
    List<Step> steps = new ArrayList<>();
    if (phase == DrawPhase.VOIDED) {
      return steps;
    }
    boolean committed = phase != DrawPhase.FROZEN;
    boolean drawn = phase == DrawPhase.SEALED || phase == DrawPhase.EXECUTED;
    Optional<Preparation> known = preparation(seen.draws());
    steps.add(step(words.freeze(), true, true));
    steps.add(
        step(words.agree(), committed || known.flatMap(Preparation::agreed).isPresent(), true));
    if (!isBarred(seen.draws())) {
      steps.add(
          step(words.witness(), committed || known.filter(DrawSteps::isReady).isPresent(), true));
    }
    steps.add(step(words.commit(), committed, seen.inTheWay().commit().isEmpty()));
    steps.add(step(words.reveal(), drawn || hasSpoken(seen.draws()), committed));
    steps.add(
        overdue(step(words.execute(), drawn, committed && hasSpoken(seen.draws())), seen, drawn));
    if (commit(seen.draws()).flatMap(Commit::seal).isPresent()) {
      steps.add(step(words.open(), phase == DrawPhase.EXECUTED, drawn));
    }
    return steps;
  }

  /** A round after a ceremony that was broken off is drawn by a public source. */
  private static boolean isBarred(TaskDraws draws) {
    return draws instanceof TaskDraws.Frozen frozen && frozen.past().ceremonyBarred();
  }

  private static Step step(String name, boolean isDone, boolean isTurn) {
    return new Step(name, isDone ? Stage.DONE : isTurn ? Stage.NOW : Stage.LATER, "", "");
  }

  private static Step overdue(Step step, DrawDesk.Seen seen, boolean isDrawn) {
    return !isDrawn && seen.listed().filter(e -> e.overdueSince() != null).isPresent()
        ? new Step(step.name(), Stage.LATE, "", "")
        : step;
  }

  private static boolean isReady(Preparation known) {
    return known.deposit().filter(Preparation.Deposit::confirmed).isPresent()
        && !known.witnesses().isEmpty()
        && known.witnesses().stream().allMatch(w -> w.promised().isPresent());
  }

  private static Optional<Commit> commit(TaskDraws draws) {
    return switch (draws) {
      case TaskDraws.Undrawn undrawn -> Optional.empty();
      case TaskDraws.Frozen frozen -> Optional.empty();
      case TaskDraws.Committed committed -> Optional.of(committed.commit());
      case TaskDraws.Sealed sealed -> Optional.of(sealed.draw().commit());
      case TaskDraws.Executed executed -> Optional.of(executed.commit());
    };
  }

  /** Whether every witness has revealed, or one person has entered what a public source said. */
  private static boolean hasSpoken(TaskDraws draws) {
    return draws instanceof TaskDraws.Committed committed
        && switch (committed.commit().entropy()) {
          case Entropy.CeremonyPromise ceremony ->
              committed.contributions().size() == ceremony.witnesses().size();
          case Entropy.LotteryPromise lottery -> !committed.observed().isEmpty();
          case Entropy.DrandPromise drand -> false;
        };
  }

  /**
   * What is missing, by whom.
   *
   * @param isKeyKnown whether a supervisor has registered a key to seal to
   * @param reveals from when on witnesses may reveal, by the business clock; empty where they may
   *     already, or nobody can say yet
   */
  static List<Need> needs(
      DrawDesk.Seen seen,
      boolean isKeyKnown,
      Optional<Instant> reveals,
      StepWords words,
      KeeperWords keeper,
      ReleaseWords release) {
    return switch (seen.draws()) {
      case TaskDraws draws when !draws.isAbout(seen.drawId()) -> List.of();
      case TaskDraws.Undrawn undrawn -> List.of();
      case TaskDraws.Frozen frozen -> frozen(seen, frozen, isKeyKnown, words, keeper, release);
      case TaskDraws.Committed committed -> committed(seen, committed, reveals, words);
      case TaskDraws.Sealed sealed ->
          List.of(
              new Need(
                  words.needOpen(),
                  words.byCoordinatorOrSupervisor(),
                  sealed
                      .draw()
                      .commit()
                      .seal()
                      .map(seal -> words.until(moment(Instant.parse(seal.openBy()))))
                      .orElse(""),
                  ""));
      case TaskDraws.Executed executed -> executed(seen, executed, words);
    };
  }

  private static List<Need> frozen(
      DrawDesk.Seen seen,
      TaskDraws.Frozen frozen,
      boolean isKeyKnown,
      StepWords words,
      KeeperWords keeper,
      ReleaseWords release) {
    List<Need> needs = new ArrayList<>();
    if (frozen.preparation().agreed().isEmpty()) {
      needs.add(new Need(words.needAgree(), words.byApprover(), "", ""));
    }
    if (isBarred(frozen)) {
      needs.add(new Need(keeper.needPublicSource(), words.byCoordinator(), "", ""));
      return needs;
    }
    Preparation known = frozen.preparation();
    int lacking = seen.witnesses().least() - known.witnesses().size();
    if (lacking > 0) {
      needs.add(new Need(words.needWitnesses(lacking), words.byNaming(), "", ""));
    }
    known.witnesses().stream()
        .filter(w -> w.promised().isEmpty())
        .forEach(w ->
            needs.add(
                new Need(
                    words.needPromise(w.name()),
                    words.byHimself(),
                    "",
                    DrawPlaces.ceremony(seen.drawId()))));
    known
        .releases()
        .asked()
        .forEach(
            one -> needs.add(new Need(release.needed(one.name()), words.byApprover(), "", "")));
    if (known.deposit().isEmpty()) {
      if (!isKeyKnown) {
        needs.add(
            new Need(
                keeper.needKey(), keeper.bySupervisorsKeys(), "", DrawPlaces.supervisorKeys()));
      }
      needs.add(new Need(words.needDeposit(), words.byOperator(), "", ""));
    } else if (known.deposit().filter(Preparation.Deposit::confirmed).isEmpty()) {
      needs.add(new Need(words.needConfirm(), words.bySupervisor(), "", ""));
    }
    if (needs.isEmpty()) {
      needs.add(new Need(words.needCommit(), words.byCoordinator(), "", ""));
    }
    return needs;
  }

  private static List<Need> committed(
      DrawDesk.Seen seen, TaskDraws.Committed draw, Optional<Instant> reveals, StepWords words) {
    return switch (draw.commit().entropy()) {
      case Entropy.CeremonyPromise ceremony -> ceremony(seen, draw, ceremony, reveals, words);
      case Entropy.LotteryPromise lottery ->
          List.of(
              new Need(
                  words.needNumbers(lottery.source(), lottery.issue(), draw.observed().size()),
                  words.byTwo(),
                  words.since(moment(Instant.parse(lottery.drawnAt()))),
                  ""));
      case Entropy.DrandPromise drand ->
          List.of(
              new Need(
                  words.needBeacon(drand.round()),
                  words.byCoordinatorOrSupervisor(),
                  words.since(moment(Entropy.timeOf(drand))),
                  ""));
    };
  }

  private static List<Need> ceremony(
      DrawDesk.Seen seen,
      TaskDraws.Committed draw,
      Entropy.CeremonyPromise ceremony,
      Optional<Instant> reveals,
      StepWords words) {
    List<Need> needs = new ArrayList<>();
    String from = reveals.map(at -> words.since(moment(at))).orElse("");
    if (seen.revealFrom().isEmpty() || !from.isEmpty()) {
      needs.add(new Need(words.needCosign(), words.byItself(), from, ""));
    }
    Set<String> revealed = revealed(draw);
    ceremony.witnesses().stream()
        .filter(w -> !revealed.contains(w.by()))
        .forEach(w ->
            needs.add(
                new Need(
                    words.needReveal(w.by()),
                    words.byHimself(),
                    from,
                    DrawPlaces.ceremony(seen.drawId()))));
    needs.add(
        new Need(
            words.needSecret(),
            words.byOperatorOrSupervisor(),
            words.until(moment(Instant.parse(draw.commit().executeBy()))),
            ""));
    return needs;
  }

  static Set<String> revealed(TaskDraws.Committed draw) {
    Set<String> names = new HashSet<>();
    draw.contributions().forEach(one -> names.add(one.by()));
    return names;
  }

  private static List<Need> executed(DrawDesk.Seen seen, TaskDraws.Executed draw, StepWords words) {
    List<Need> needs = new ArrayList<>();
    draw.result()
        .infeasible()
        .ifPresent(lack ->
            needs.add(new Need(words.needTeams(lack.missing()), words.byCoordinator(), "", "")));
    if (!draw.roster().open().isEmpty()) {
      needs.add(
          new Need(
              words.needReplacements(draw.roster().open().size()),
              words.byAnother(),
              "",
              DrawPlaces.replacements(seen.drawId())));
    }
    if (!draw.roster().due().isEmpty()) {
      needs.add(
          new Need(
              words.needDue(draw.roster().due().size()),
              words.byCoordinator(),
              "",
              DrawPlaces.replacements(seen.drawId())));
    }
    return needs;
  }
}
