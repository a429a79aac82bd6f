package cn.doublerandom.inspection.preparation;

import cn.doublerandom.inspection.visit.Readiness;
import cn.doublerandom.inspection.visit.ToldNotice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How far a visit is prepared.
 *
 * @param trained when each member confirmed his training
 * @param recusals in the order in which they were asked for
 * @param code 检查码, once it is issued
 * @param ratingCode by whom the code of the rating was last made; empty where it was not
 * @param ratingToken what that code became under a key the ledger does not have
 */
public record Preparation(
    Map<String, LocalDate> trained,
    Approval approval,
    Optional<Notice> notice,
    List<Recusal> recusals,
    Optional<String> code,
    Optional<RatingCode> ratingCode,
    Optional<String> ratingToken) {
  static final Preparation NONE =
      new Preparation(
          Map.of(),
          new Approval.Unasked(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Preparation {
    trained = Map.copyOf(trained);
    recusals = List.copyOf(recusals);
  }

  /** What of it is done. */
  public Readiness readiness() {
    boolean approved = approval instanceof Approval.Given;
    return new Readiness(
        trained.keySet(),
        approved,
        notice.isPresent() || isUnannounced(),
        whose(Recusal::isOpen),
        whose(Recusal::isAgreed),
        isUnannounced()
            ? null
            : notice.map(served -> new ToldNotice(served.day(), served.team())).orElse(null));
  }

  /** Whether another person agreed that the subject is not told before. */
  public boolean isUnannounced() {
    return approval instanceof Approval.Given given && given.isUnannounced();
  }

  private Set<String> whose(Predicate<Recusal> which) {
    return recusals.stream().filter(which).map(Recusal::inspector).collect(Collectors.toSet());
  }

  Optional<Recusal> open(String inspector) {
    return recusals.stream()
        .filter(one -> one.isOpen() && one.inspector().equals(inspector))
        .findFirst();
  }

  Preparation trained(String inspector, LocalDate on) {
    Map<String, LocalDate> all = new HashMap<>(trained);
    all.put(inspector, on);
    return new Preparation(all, approval, notice, recusals, code, ratingCode, ratingToken);
  }

  Preparation with(Approval other) {
    return new Preparation(trained, other, notice, recusals, code, ratingCode, ratingToken);
  }

  Preparation with(Notice served) {
    return new Preparation(
        trained, approval, Optional.of(served), recusals, code, ratingCode, ratingToken);
  }

  Preparation coded(String issued) {
    return new Preparation(
        trained, approval, notice, recusals, Optional.of(issued), ratingCode, ratingToken);
  }

  Preparation with(PreparationEvent.RatingCodeMade made) {
    int before = ratingCode.map(RatingCode::times).orElse(0);
    return new Preparation(
        trained,
        approval,
        notice,
        recusals,
        code,
        Optional.of(new RatingCode(made.by(), made.on(), before + 1)),
        Optional.of(made.token()));
  }

  Preparation with(Recusal asked) {
    List<Recusal> all = new ArrayList<>(recusals);
    all.add(asked);
    return new Preparation(trained, approval, notice, all, code, ratingCode, ratingToken);
  }

  Preparation decided(String inspector, Recusal.Decided so) {
    List<Recusal> all = new ArrayList<>(recusals);
    all.replaceAll(
        one -> one.isOpen() && one.inspector().equals(inspector) ? one.decided(so) : one);
    return new Preparation(trained, approval, notice, all, code, ratingCode, ratingToken);
  }
}
