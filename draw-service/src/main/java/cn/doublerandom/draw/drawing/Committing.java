package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.CeremonyRejection.CEREMONY_BARRED;
import static cn.doublerandom.draw.CeremonyRejection.WITNESSES_ALL_BY_CODE;
import static cn.doublerandom.draw.CeremonyRejection.WITNESSES_FROM_INSIDE;
import static cn.doublerandom.draw.CeremonyRejection.WITNESSES_NAMED;
import static cn.doublerandom.draw.CeremonyRejection.WITNESSES_NOT_PROMISED;
import static cn.doublerandom.draw.CeremonyRejection.WITNESSES_TOO_FEW;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_CODES_ONE_HAND;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_NOT_IMPARTIAL;
import static cn.doublerandom.draw.DepositRejection.DEPOSIT_MISSING;
import static cn.doublerandom.draw.DepositRejection.DEPOSIT_UNCONFIRMED;
import static cn.doublerandom.draw.EntropyRejection.DRAND_UNKNOWN;
import static cn.doublerandom.draw.EntropyRejection.ENTROPY_AFTER_EXECUTE_BY;
import static cn.doublerandom.draw.EntropyRejection.ENTROPY_NOT_ALLOWED;
import static cn.doublerandom.draw.EntropyRejection.ENTROPY_TOO_SOON;
import static cn.doublerandom.draw.EntropyRejection.LOTTERY_ISSUE_MALFORMED;
import static cn.doublerandom.draw.EntropyRejection.LOTTERY_NOT_DRAWN_THEN;
import static cn.doublerandom.draw.EntropyRejection.LOTTERY_UNKNOWN;
import static cn.doublerandom.draw.FrameRejection.DRAW_OPEN;
import static cn.doublerandom.draw.FrameRejection.FRAME_NOT_FROZEN;
import static cn.doublerandom.draw.FrameRejection.FRAME_TOO_OLD;
import static cn.doublerandom.draw.PhaseRejection.DRAW_ALREADY_EXECUTED;
import static cn.doublerandom.draw.PhaseRejection.EXECUTE_BY_INVALID;
import static cn.doublerandom.draw.PhaseRejection.MODE_OF_PARENT;
import static cn.doublerandom.draw.SealingRejection.OPEN_BY_INVALID;
import static cn.doublerandom.draw.TermsRejection.TERMS_NOT_APPROVED;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawEvent.DrawCommitted;
import cn.doublerandom.draw.drawing.Preparation.Access;
import cn.doublerandom.draw.drawing.TaskDraws.Committed;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.draw.drawing.TaskDraws.Sealed;
import cn.doublerandom.draw.drawing.TaskDraws.Undrawn;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Phase Commit: the hash of everything frozen is public before any chance exists (protocol §3). */
final class Committing {
  static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** From the freeze to the commit: who waits longer draws from a register of before. */
  private static final int MOST_DAYS = 7;

  private static final Duration LONGEST_WAIT = Duration.ofDays(30);
  private static final Duration LONGEST_SEAL = Duration.ofDays(366);

  /** §4: a public source speaks at least a minute after the commit is cosigned. */
  private static final Duration LEAST_AHEAD = Duration.ofMinutes(2);

  private Committing() {}

  static Decision<DrawEvent> commit(CommitDraw commit, TaskDraws draws) {
    return switch (draws) {
      case Undrawn undrawn -> reject(FRAME_NOT_FROZEN);
      case Committed committed -> reject(DRAW_OPEN, "drawId", commit.drawId());
      case Sealed sealed -> reject(DRAW_ALREADY_EXECUTED);
      case Executed executed -> reject(DRAW_ALREADY_EXECUTED);
      case Frozen frozen
          when !commit.executeBy().isAfter(commit.now())
              || commit.executeBy().isAfter(commit.now().plus(LONGEST_WAIT)) ->
          reject(EXECUTE_BY_INVALID, "field", "executeBy");
      case Frozen frozen when isTooOld(frozen.frame(), commit.now()) ->
          reject(FRAME_TOO_OLD, "frozenOn", frozen.frame().checkFrom().toString());
      case Frozen frozen when !isOpenedInTime(commit) -> reject(OPEN_BY_INVALID, "field", "openBy");
      case Frozen frozen when !hasModeOfParent(commit, frozen) -> reject(MODE_OF_PARENT);
      case Frozen frozen ->
          obstacle(commit, frozen, promise(commit, frozen))
              .or(() -> terms(commit, frozen))
              .orElseGet(() -> {
                Commit committed = commitOf(frozen.frame(), commit, promise(commit, frozen));
                return accept(new DrawCommitted(committed, committed.hash(), commit.by()));
              });
    };
  }

  private static boolean isTooOld(FrozenFrame frame, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, PublicLottery.BEIJING);
    return today.isAfter(frame.checkFrom().plusDays(MOST_DAYS));
  }

  /** Of a ceremony what the witnesses promised, each himself; else what the request names. */
  private static Entropy.Promise promise(CommitDraw commit, Frozen frozen) {
    return commit.source().orElseGet(() -> frozen.preparation().promise());
  }

  private static boolean isOpenedInTime(CommitDraw commit) {
    return commit
        .seal()
        .map(seal -> Instant.parse(seal.openBy()))
        .map(openBy ->
            openBy.isAfter(commit.executeBy())
                && !openBy.isAfter(commit.executeBy().plus(LONGEST_SEAL)))
        .orElse(true);
  }

  private static boolean hasModeOfParent(CommitDraw commit, Frozen frozen) {
    return frozen.frame().continues() == null
        || frozen.past().ended().getLast().commit().seal().isPresent() == commit.seal().isPresent();
  }

  /** Whoever chose slots and floor does not commit to them before another agreed to them. */
  private static Optional<Decision<DrawEvent>> terms(CommitDraw commit, Frozen frozen) {
    return frozen.preparation().isAgreed(commit.by())
        ? Optional.empty()
        : Optional.of(reject(TERMS_NOT_APPROVED));
  }

  private static Optional<Decision<DrawEvent>> obstacle(
      CommitDraw commit, Frozen frozen, Entropy.Promise promise) {
    Set<ChanceRules.Kind> allowed = commit.rules().allowed(frozen.frame());
    if (!allowed.contains(kind(promise))) {
      return Optional.of(
          reject(
              ENTROPY_NOT_ALLOWED, "allowed", allowed.stream().map(Enum::name).sorted().toList()));
    } else if (areDropped(frozen, promise, allowed)) {
      return Optional.of(
          reject(
              WITNESSES_NAMED,
              "names",
              frozen.preparation().witnesses().stream().map(Preparation.Witness::name).toList()));
    }
    return switch (promise) {
      case Entropy.CeremonyPromise c when frozen.past().ceremonyBarred() ->
          Optional.of(reject(CEREMONY_BARRED));
      case Entropy.CeremonyPromise c -> ceremony(commit, frozen);
      case Entropy.LotteryPromise lottery
          when commit.rules().lotteries().stream().noneMatch(known -> known.pins(lottery)) ->
          Optional.of(notThen(lottery, commit.rules().lotteries()));
      case Entropy.LotteryPromise lottery
          when commit.rules().lotteries().stream()
              .noneMatch(known -> known.pins(lottery) && known.numbers(lottery)) ->
          Optional.of(reject(LOTTERY_ISSUE_MALFORMED, "field", "lottery.issue"));
      case Entropy.LotteryPromise lottery -> timely(Instant.parse(lottery.drawnAt()), commit);
      case Entropy.DrandPromise drand when !drand.chain().equals(Entropy.QUICKNET) ->
          Optional.of(reject(DRAND_UNKNOWN, "field", "chain"));
      case Entropy.DrandPromise drand -> timely(Entropy.timeOf(drand), commit);
    };
  }

  /** A lottery that is known, but not drawn at that time, says when it is. */
  private static Decision<DrawEvent> notThen(
      Entropy.LotteryPromise promise, List<PublicLottery> lotteries) {
    return lotteries.stream()
        .filter(known -> known.isOf(promise))
        .findFirst()
        .<Decision<DrawEvent>>map(known ->
            reject(
                LOTTERY_NOT_DRAWN_THEN,
                Map.of("field", "lottery.drawnAt", "more", known.calendar())))
        .orElseGet(() -> reject(LOTTERY_UNKNOWN, "field", "lottery"));
  }

  /** Whether a public source takes the place of witnesses who could still make the chance. */
  private static boolean areDropped(
      Frozen frozen, Entropy.Promise promise, Set<ChanceRules.Kind> allowed) {
    return kind(promise) != ChanceRules.Kind.CEREMONY
        && allowed.contains(ChanceRules.Kind.CEREMONY)
        && !frozen.past().ceremonyBarred()
        && !frozen.preparation().witnesses().isEmpty();
  }

  private static ChanceRules.Kind kind(Entropy.Promise promise) {
    return switch (promise) {
      case Entropy.CeremonyPromise c -> ChanceRules.Kind.CEREMONY;
      case Entropy.LotteryPromise l -> ChanceRules.Kind.LOTTERY;
      case Entropy.DrandPromise d -> ChanceRules.Kind.DRAND;
    };
  }

  /** One person cannot do it alone: enough witnesses, one from outside, a confirmed deposit. */
  private static Optional<Decision<DrawEvent>> ceremony(CommitDraw commit, Frozen frozen) {
    Preparation known = frozen.preparation();
    List<Preparation.Witness> promised = known.promised();
    WitnessRule rule = commit.rules().witnesses();
    if (!known.unpromised().isEmpty()) {
      return Optional.of(reject(WITNESSES_NOT_PROMISED, "names", known.unpromised()));
    } else if (promised.size() < rule.least()) {
      return Optional.of(reject(WITNESSES_TOO_FEW, "least", rule.least()));
    } else if (promised.stream().noneMatch(w -> isFromOutside(w, rule, frozen))) {
      return Optional.of(
          reject(
              WITNESSES_FROM_INSIDE,
              "outside",
              rule.outside().stream().map(WitnessKind::text).sorted().toList()));
    } else if (!known.hasPromiseOfOwnRight()) {
      return Optional.of(reject(WITNESSES_ALL_BY_CODE));
    } else if (known.hasCodesOfOneHand()) {
      return Optional.of(reject(WITNESS_CODES_ONE_HAND));
    } else if (known.withAccount(commit.by()).isPresent()
        || promised.stream().anyMatch(w -> isIssuedBy(w, commit.by()))) {
      return Optional.of(reject(WITNESS_NOT_IMPARTIAL));
    } else if (known.deposit().isEmpty()) {
      return Optional.of(reject(DEPOSIT_MISSING));
    }
    return known.deposit().filter(Preparation.Deposit::confirmed).isPresent()
        ? Optional.empty()
        : Optional.of(reject(DEPOSIT_UNCONFIRMED));
  }

  private static boolean isFromOutside(
      Preparation.Witness witness, WitnessRule rule, Frozen frozen) {
    Officer freezer = frozen.frame().frozenBy();
    String unit = witness.promised().map(Preparation.Promised::unit).orElse("");
    // Who has an account and no unit, or faces an office without a name, is from nowhere.
    boolean ofTheOffice =
        freezer != null
            && witness.access() instanceof Access.Account
            && (SecondPerson.isNobody(unit)
                || SecondPerson.isNobody(freezer.unit())
                || SecondPerson.isSame(unit, freezer.unit()));
    return rule.outside().contains(witness.kind()) && !ofTheOffice;
  }

  private static boolean isIssuedBy(Preparation.Witness witness, String account) {
    return witness.access() instanceof Access.Code code
        && SecondPerson.isSame(code.issuedBy(), account);
  }

  private static Optional<Decision<DrawEvent>> timely(Instant entropy, CommitDraw commit) {
    if (entropy.isBefore(commit.now().plus(LEAST_AHEAD))) {
      return Optional.of(reject(ENTROPY_TOO_SOON));
    }
    return entropy.isBefore(commit.executeBy())
        ? Optional.empty()
        : Optional.of(reject(ENTROPY_AFTER_EXECUTE_BY, "field", "executeBy"));
  }

  private static Commit commitOf(FrozenFrame frame, CommitDraw commit, Entropy.Promise promise) {
    Rates rates = frame.rates();
    String continues = frame.continues();
    return new Commit(
        frame.drawId(),
        frame.planId(),
        frame.taskId(),
        frame.round(),
        commit.seal(),
        frame.rulePack(),
        protocolTime(commit.executeBy()),
        continues == null
            ? new Commit.Stage.Whole(
                frame.lists().frameRoot(),
                frame.lists().frame().size(),
                rates.strata(),
                rates.floor(),
                frame.alternates())
            : new Commit.Stage.TeamsOnly(continues),
        Commit.Roots.of(frame.lists()),
        frame.slots(),
        promise);
  }

  /** Protocol times have whole seconds. */
  static String protocolTime(Instant instant) {
    return Instant.ofEpochSecond(instant.getEpochSecond()).toString();
  }
}
