package cn.doublerandom.inspection.ui;

import cn.doublerandom.bureau.figures.Percent;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.revisit.Agreement;
import cn.doublerandom.inspection.revisit.Revisit;
import cn.doublerandom.inspection.revisit.RevisitFinding;
import cn.doublerandom.inspection.revisit.SampleSummary;
import java.util.List;
import java.util.Map;

/**
 * A sample as its page shows it.
 *
 * @param names of those who were visited, by code
 * @param account who reads it
 * @param supervises whether he may freeze, draw and void
 * @param witnesses whether he may promise and reveal
 * @param whole whether what was found is told to him
 */
public record ShownSample(
    SampleSummary sample,
    Map<String, String> names,
    String account,
    boolean supervises,
    boolean witnesses,
    boolean whole) {
  private static final int LEAST_WITNESSES = 2;
  private static final int TENTHS = 10;
  private static final int GROUP = 4;

  private boolean isFrozen() {
    return sample.phase() == SampleSummary.Phase.FROZEN;
  }

  private boolean isCommitted() {
    return sample.phase() == SampleSummary.Phase.COMMITTED;
  }

  /** Whether the reader froze it. */
  public boolean mine() {
    return SecondPerson.isSame(account, sample.frozenBy());
  }

  private boolean hasPromised() {
    return SecondPerson.isAmong(account, sample.promised());
  }

  private boolean hasRevealed() {
    return SecondPerson.isAmong(account, sample.revealed());
  }

  /** Whether he may promise now. */
  public boolean promising() {
    return isFrozen() && witnesses && !mine() && !hasPromised();
  }

  /** Whether he may commit now. */
  public boolean committing() {
    return isFrozen() && mine() && supervises && sample.promised().size() >= LEAST_WITNESSES;
  }

  /** Whether too few have promised yet. */
  public boolean waitsForPromises() {
    return isFrozen() && sample.promised().size() < LEAST_WITNESSES;
  }

  /** Whether he may reveal now. */
  public boolean revealing() {
    return isCommitted() && hasPromised() && !hasRevealed();
  }

  /** Whether he may draw now. */
  public boolean drawing() {
    return isCommitted() && mine() && supervises && !waitsForReveals();
  }

  /** Whether a witness has not revealed yet. */
  public boolean waitsForReveals() {
    return isCommitted() && sample.revealed().size() < sample.promised().size();
  }

  /** Whether he may give it up. */
  public boolean voiding() {
    return (isFrozen() || isCommitted()) && supervises && !mine();
  }

  public boolean drawn() {
    return sample.phase() == SampleSummary.Phase.DRAWN;
  }

  /** Name of who was visited, or his code. */
  public String nameOf(String subject) {
    return names.getOrDefault(subject, subject);
  }

  /** As every other share is read. */
  public String percent(Agreement one) {
    return Percent.of(one.agreed(), one.compared());
  }

  /** One end of the interval, {@code 49.0%}. */
  public String end(int thousandths) {
    return "%d.%d%%".formatted(thousandths / TENTHS, thousandths % TENTHS);
  }

  /** A hash as two people compare it. */
  public String spaced(String hash) {
    return hash.replaceAll("(.{%d})(?!$)".formatted(GROUP), "$1 ");
  }

  /** What the first team found for items whose codes differ. */
  public List<RevisitFinding> differing(Revisit one) {
    Revisit.Confirmed end = one.confirmed();
    return end == null
        ? List.of()
        : end.first().stream().filter(first -> !again(one, first).equals(codes(first))).toList();
  }

  /** Codes of the first finding. */
  public String codes(RevisitFinding first) {
    return String.join("、", first.codes());
  }

  /** Codes of the second finding for the same item. */
  public String again(Revisit one, RevisitFinding first) {
    return one.findings().stream()
        .filter(found -> found.item().equals(first.item()))
        .findFirst()
        .map(this::codes)
        .orElse("");
  }
}
