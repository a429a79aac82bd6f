package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.application.Preparations;
import cn.doublerandom.inspection.preparation.Notice;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.preparation.Recusal;
import cn.doublerandom.inspection.visit.Gate;
import cn.doublerandom.inspection.visit.ToldNotice;
import cn.doublerandom.inspection.visit.VisitState;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What goes before a visit as its page shows it.
 *
 * @param approves whether the reader approves visits
 * @param decides whether the reader decides on recusals
 */
public record ShownPreparation(
    ShownVisit shown, Preparations.Prepared prepared, boolean approves, boolean decides) {
  /**
   * One thing that has to be done before.
   *
   * @param done whether nothing of it is left to do
   * @param waived whether another person agreed that it is not done at all
   */
  public record ShownGate(String step, String clause, boolean done, boolean waived) {}

  public PreparationSummary done() {
    return prepared.done();
  }

  /** Whether the visit has not begun, so that something may still be done before it. */
  public boolean open() {
    return shown.state() == VisitState.ASSIGNED && !shown.visit().inspectors().isEmpty();
  }

  public List<ShownGate> gates() {
    return prepared.gates().stream()
        .map(gate ->
            new ShownGate(
                gate.step().name(),
                gate.clause(),
                isDone(gate.step()),
                gate.step() == Gate.Step.NOTICE && unannounced()))
        .toList();
  }

  private boolean isDone(Gate.Step step) {
    return switch (step) {
      case TRAINING -> untrained().isEmpty();
      case APPROVAL -> done().approval().equals("GIVEN");
      case NOTICE -> unannounced() || (done().notice() != null && !outdated());
    };
  }

  private boolean asks(Gate.Step step) {
    return open()
        && prepared.gates().stream().anyMatch(gate -> gate.step() == step)
        && !isDone(step);
  }

  /** Whether the notice that was served does not say what holds now, so that it is served anew. */
  private boolean outdated() {
    return onOtherDay() || ofOtherTeam();
  }

  /** Whether another day was agreed since. */
  public boolean onOtherDay() {
    Notice notice = done().notice();
    return open()
        && notice != null
        && shown.visit().day() != null
        && !shown.visit().day().equals(notice.day());
  }

  /** Whether somebody comes whom it does not name. */
  public boolean ofOtherTeam() {
    Notice notice = done().notice();
    return open()
        && notice != null
        && !new ToldNotice(notice.day(), notice.team()).names(shown.visit().inspectors());
  }

  private boolean unannounced() {
    return done().approval().equals("GIVEN") && done().unannounced() != null;
  }

  private List<String> untrained() {
    return shown.visit().inspectors().stream()
        .filter(who -> !SecondPerson.isAmong(who, done().trained().keySet()))
        .toList();
  }

  /** Who has not confirmed his training yet. */
  public String others() {
    return String.join("、", untrained());
  }

  /** Whether the reader has to confirm his own. */
  public boolean trains() {
    return asks(Gate.Step.TRAINING) && SecondPerson.isAmong(shown.account(), untrained());
  }

  public boolean requests() {
    return asks(Gate.Step.APPROVAL)
        && List.of("UNASKED", "DECLINED", "TAKEN_BACK").contains(done().approval());
  }

  /** Whether the reader takes back that he asked. */
  public boolean takesBack() {
    return open()
        && done().approval().equals("ASKED")
        && done().askedBy() != null
        && SecondPerson.isSame(shown.account(), done().askedBy());
  }

  public boolean serves() {
    return asks(Gate.Step.NOTICE) && !asks(Gate.Step.APPROVAL);
  }

  /** Whether the reader agrees or declines. */
  public boolean decidesApproval() {
    return approves && open() && done().approval().equals("ASKED");
  }

  public List<Recusal> recusals() {
    return done().recusals();
  }

  /** Recusals the reader decides on. */
  public List<Recusal> undecided() {
    return decides && open()
        ? recusals().stream().filter(one -> one.decided() == null).toList()
        : List.of();
  }

  /**
   * Whether a recusal keeps the visit from beginning: it is not decided, or who is recused is still
   * one of the team.
   */
  public boolean held() {
    return open() && (done().recusalOpen() || !replaced().isEmpty());
  }

  /** Who is recused and still one of the team; nobody once the visit has begun. */
  public String replaced() {
    return open()
        ? recusals().stream()
            .filter(one -> one.decided() != null && one.decided().agreed())
            .map(Recusal::inspector)
            .filter(one -> SecondPerson.isAmong(one, shown.visit().inspectors()))
            .distinct()
            .collect(Collectors.joining("、"))
        : "";
  }

  /** Whether its approval waits for somebody who is not the reader. */
  public boolean waitsForApproval() {
    return open() && done().approval().equals("ASKED") && !decidesApproval();
  }

  /** Whether nothing is in the way of the visit. */
  public boolean ready() {
    return gates().stream().allMatch(ShownGate::done) && !held();
  }

  /** Whether there is anything to show. */
  public boolean any() {
    return !prepared.gates().isEmpty() || !recusals().isEmpty();
  }
}
