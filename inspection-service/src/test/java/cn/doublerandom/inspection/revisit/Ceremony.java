package cn.doublerandom.inspection.revisit;

import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.revisit.RevisitCommand.CommitSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.ConfirmRevisit;
import cn.doublerandom.inspection.revisit.RevisitCommand.DrawSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.FreezeSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.PromiseValue;
import cn.doublerandom.inspection.revisit.RevisitCommand.RecordFinding;
import cn.doublerandom.inspection.revisit.RevisitCommand.RevealValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The people of a sample, and what each says when it is his turn. */
public final class Ceremony {
  static final LocalDate TODAY = LocalDate.of(2023, 6, 20);
  static final Instant NOW = Instant.parse("2023-06-20T02:00:00Z");
  static final String SUPERVISOR = "supervisor";
  static final String SECRET = "5e".repeat(32);
  static final List<String> ITEMS = List.of("JT-WX-01", "JT-WX-02");
  static final Entropy.Contribution FIRST =
      new Entropy.Contribution("witness-1", "01".repeat(16), "351642");
  static final Entropy.Contribution SECOND =
      new Entropy.Contribution("witness-2", "02".repeat(16), "六月二十日");

  private Ceremony() {}

  static FrozenVisit visit(int number) {
    String subject = "S%02d".formatted(number);
    // Three teams in turn.
    int team = number % 3;
    return new FrozenVisit(
        "130534-2023001-001-1-" + subject,
        subject,
        List.of("JC%03d".formatted(2 * team), "JC%03d".formatted(2 * team + 1)));
  }

  static List<FrozenVisit> visits(int count) {
    return IntStream.range(0, count).mapToObj(Ceremony::visit).toList();
  }

  static List<Revisitor> officers(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new Revisitor("JC%03d".formatted(number), "大队"))
        .toList();
  }

  static FreezeSample freeze(int size, int open, List<FrozenVisit> visits, int officers) {
    return new FreezeSample(
        "130534",
        "2023001",
        "001",
        size,
        open,
        visits,
        officers(officers),
        "hebei-2023.1",
        SUPERVISOR,
        TODAY);
  }

  static FreezeSample freeze() {
    return freeze(2, 0, visits(9), 8);
  }

  static PromiseValue promise(Entropy.Contribution one) {
    return new PromiseValue(one.by(), one.commitment());
  }

  static CommitSample commit() {
    return new CommitSample(Hashes.ofSecret(SECRET), SUPERVISOR, NOW);
  }

  static RevealValue reveal(Entropy.Contribution one) {
    return new RevealValue(one, NOW.plusSeconds(60));
  }

  static DrawSample draw() {
    return new DrawSample(SECRET, SUPERVISOR, NOW.plusSeconds(120));
  }

  /** All steps until the sample is drawn. */
  public static List<RevisitCommand> steps() {
    return List.of(
        freeze(), promise(FIRST), promise(SECOND), commit(), reveal(FIRST), reveal(SECOND), draw());
  }

  /** What happens in them. */
  public static List<RevisitEvent> drawn() {
    return happened(steps());
  }

  static List<RevisitEvent> happened(List<RevisitCommand> commands) {
    var decider = new RevisitDecider();
    List<RevisitEvent> all = new ArrayList<>();
    TaskRevisits known = decider.initial();
    for (RevisitCommand command : commands) {
      var accepted = (Decision.Accepted<RevisitEvent>) decider.decide(command, known);
      for (RevisitEvent event : accepted.events()) {
        all.add(event);
        known = decider.evolve(known, event);
      }
    }
    return all;
  }

  /** The first revisit of the sample that is drawn. */
  static Revisit first() {
    var decider = new RevisitDecider();
    TaskRevisits known = decider.initial();
    for (RevisitEvent event : drawn()) {
      known = decider.evolve(known, event);
    }
    return ((Sample.Drawn) known.last().orElseThrow()).revisits().values().iterator().next();
  }

  static RecordFinding finds(String item, String code, String by) {
    return new RecordFinding(
        first().visitId(),
        new RevisitFinding(item, List.of(code), code.equals("1") ? "" : "灭火器过期"),
        ITEMS,
        by);
  }

  static ConfirmRevisit confirms(String by) {
    return new ConfirmRevisit(
        first().visitId(),
        ITEMS,
        ITEMS.stream().map(item -> new RevisitFinding(item, List.of("1"), "")).toList(),
        by,
        TODAY);
  }

  /** A whole sample of which one visit is seen again: of two items one agrees. */
  public static List<RevisitEvent> seenAgain() {
    List<RevisitCommand> all = new ArrayList<>(steps());
    String recorder = first().team().getFirst();
    all.add(finds("JT-WX-01", "1", recorder));
    all.add(finds("JT-WX-02", "A", recorder));
    all.add(confirms(first().team().getLast()));
    return happened(all);
  }
}
