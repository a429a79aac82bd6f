package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.CeremonyRejection.CEREMONY_BARRED;
import static cn.doublerandom.draw.CeremonyRejection.HASH_MALFORMED;
import static cn.doublerandom.draw.CeremonyRejection.PROMISE_KNOWN;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_NOT_IMPARTIAL;
import static cn.doublerandom.draw.DepositRejection.DEPOSIT_CONFIRMED;
import static cn.doublerandom.draw.DepositRejection.DEPOSIT_DIFFERS;
import static cn.doublerandom.draw.DepositRejection.DEPOSIT_MISSING;
import static cn.doublerandom.draw.DepositRejection.NOT_THE_HOLDER;
import static cn.doublerandom.draw.FrameRejection.DRAW_OPEN;
import static cn.doublerandom.draw.FrameRejection.FRAME_NOT_FROZEN;
import static cn.doublerandom.draw.PhaseRejection.DRAW_ALREADY_EXECUTED;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.drawing.DrawCommand.ConfirmDeposit;
import cn.doublerandom.draw.drawing.DrawCommand.DepositSecret;
import cn.doublerandom.draw.drawing.DrawCommand.PromiseContribution;
import cn.doublerandom.draw.drawing.DrawEvent.ContributionPromised;
import cn.doublerandom.draw.drawing.DrawEvent.DepositConfirmed;
import cn.doublerandom.draw.drawing.DrawEvent.SecretDeposited;
import cn.doublerandom.draw.drawing.Preparation.Deposit;
import cn.doublerandom.draw.drawing.Preparation.Promised;
import cn.doublerandom.draw.drawing.TaskDraws.Committed;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.draw.drawing.TaskDraws.Sealed;
import cn.doublerandom.draw.drawing.TaskDraws.Undrawn;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Before the commit of a ceremony: each witness is named and promises himself, the operator's
 * secret is laid down with the supervisor. None of it can be done for another (R30, R65).
 */
final class Preparing {
  private Preparing() {}

  /** Where the round may end in a ceremony: after one that was broken off no other follows. */
  static Decision<DrawEvent> ceremonial(
      TaskDraws draws, Function<Frozen, Decision<DrawEvent>> rule) {
    return frozen(
        draws,
        frozen -> frozen.past().ceremonyBarred() ? reject(CEREMONY_BARRED) : rule.apply(frozen));
  }

  /** Only between freeze and commit. */
  static Decision<DrawEvent> frozen(TaskDraws draws, Function<Frozen, Decision<DrawEvent>> rule) {
    return switch (draws) {
      case Undrawn undrawn -> reject(FRAME_NOT_FROZEN);
      case Committed committed -> reject(DRAW_OPEN, "drawId", committed.frame().drawId());
      case Sealed sealed -> reject(DRAW_ALREADY_EXECUTED);
      case Executed executed -> reject(DRAW_ALREADY_EXECUTED);
      case Frozen frozen -> rule.apply(frozen);
    };
  }

  static Decision<DrawEvent> promise(PromiseContribution promise, TaskDraws draws) {
    return frozen(
        draws,
        frozen -> {
          Preparation known = frozen.preparation();
          Optional<Decision<DrawEvent>> refusal =
              Credentials.refusal(known, promise.by(), promise.credential());
          if (refusal.isPresent()) {
            return refusal.get();
          }
          Preparation.Witness witness = known.named(promise.by()).orElseThrow();
          Optional<Officer> officer =
              promise.credential() instanceof Credential.Account(var own)
                  ? Optional.of(own)
                  : Optional.empty();
          Optional<DrawRejection> partial =
              officer.flatMap(o -> Naming.partial(o.account(), promise.sides(), frozen));
          if (partial.isPresent()) {
            return reject(partial.get());
          } else if (witness.promised().isPresent()) {
            return reject(PROMISE_KNOWN, "field", "by");
          } else if (!Committing.HASH.matcher(promise.commitment()).matches()) {
            return reject(HASH_MALFORMED, "field", "commitment");
          }
          return accept(
              new ContributionPromised(
                  witness.name(),
                  promise.commitment(),
                  promise.pseudonym(),
                  officer.map(Officer::account).orElse(null),
                  officer.map(Officer::unit).orElse(null)));
        });
  }

  static Decision<DrawEvent> deposit(DepositSecret deposit, TaskDraws draws) {
    return ceremonial(
        draws,
        frozen -> {
          Preparation known = frozen.preparation();
          if (known.deposit().filter(Deposit::confirmed).isPresent()) {
            return reject(DEPOSIT_CONFIRMED);
          } else if (known.hasPromised(deposit.by())
              || known.hasPromised(deposit.holder())
              || SecondPerson.isAmong(deposit.by(), known.issuers())
              || SecondPerson.isAmong(deposit.holder(), known.issuers())) {
            return reject(WITNESS_NOT_IMPARTIAL);
          } else if (SecondPerson.isSame(deposit.by(), deposit.holder())) {
            return reject(NOT_THE_HOLDER);
          } else if (!Committing.HASH.matcher(deposit.commitment()).matches()
              || !Committing.HASH.matcher(deposit.receiptHash()).matches()) {
            return reject(HASH_MALFORMED, "field", "operatorCommitment");
          }
          return accept(
              new SecretDeposited(
                  deposit.commitment(),
                  deposit.sealed(),
                  deposit.key(),
                  deposit.receiptHash(),
                  deposit.by(),
                  deposit.holder()));
        });
  }

  static Decision<DrawEvent> confirm(ConfirmDeposit confirm, TaskDraws draws) {
    return frozen(
        draws,
        frozen -> {
          Optional<Deposit> laid = frozen.preparation().deposit();
          if (laid.isEmpty()) {
            return reject(DEPOSIT_MISSING);
          } else if (laid.get().confirmed()) {
            return reject(DEPOSIT_CONFIRMED);
          } else if (!SecondPerson.isSame(laid.get().holder(), confirm.by())) {
            return reject(NOT_THE_HOLDER);
          }
          return laid.get().commitment().equals(confirm.commitment())
                  && laid.get().receiptHash().equals(confirm.receiptHash())
              ? accept(new DepositConfirmed(confirm.by()))
              : reject(DEPOSIT_DIFFERS);
        });
  }

  static TaskDraws promised(Frozen frozen, ContributionPromised promised) {
    var own =
        new Promised(
            promised.commitment(),
            promised.pseudonym(),
            Objects.requireNonNullElse(promised.unit(), ""));
    return frozen.with(
        frozen
            .preparation()
            .changing(
                promised.by(),
                w -> new Preparation.Witness(w.name(), w.kind(), w.access(), Optional.of(own))));
  }

  static TaskDraws deposited(Frozen frozen, SecretDeposited laid) {
    return frozen.with(
        frozen
            .preparation()
            .with(
                new Deposit(
                    laid.commitment(),
                    laid.sealed(),
                    laid.key(),
                    laid.receiptHash(),
                    laid.by(),
                    laid.holder(),
                    false)));
  }

  static TaskDraws confirmed(Frozen frozen) {
    Deposit d = frozen.preparation().deposit().orElseThrow();
    return frozen.with(
        frozen
            .preparation()
            .with(
                new Deposit(
                    d.commitment(),
                    d.sealed(),
                    d.key(),
                    d.receiptHash(),
                    d.by(),
                    d.holder(),
                    true)));
  }
}
