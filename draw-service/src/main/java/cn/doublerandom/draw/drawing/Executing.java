package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.CeremonyRejection.CEREMONY_WITHOUT_ACCOUNTS;
import static cn.doublerandom.draw.CeremonyRejection.COMMIT_NOT_COSIGNED;
import static cn.doublerandom.draw.CeremonyRejection.CONTRIBUTION_KNOWN;
import static cn.doublerandom.draw.CeremonyRejection.CONTRIBUTION_NOT_COMMITTED;
import static cn.doublerandom.draw.CeremonyRejection.OPERATOR_FIRST;
import static cn.doublerandom.draw.CeremonyRejection.REVEAL_TOO_SOON;
import static cn.doublerandom.draw.CeremonyRejection.SECRET_NOT_COMMITTED;
import static cn.doublerandom.draw.CeremonyRejection.WITNESSES_FIRST;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_UNKNOWN;
import static cn.doublerandom.draw.EntropyRejection.BEACON_SIGNATURE_INVALID;
import static cn.doublerandom.draw.EntropyRejection.ENTROPY_NOT_YET;
import static cn.doublerandom.draw.EntropyRejection.ENTROPY_UNFIT;
import static cn.doublerandom.draw.PhaseRejection.DRAW_ALREADY_EXECUTED;
import static cn.doublerandom.draw.PhaseRejection.DRAW_NOT_COMMITTED;
import static cn.doublerandom.draw.PhaseRejection.DRAW_OVERDUE;
import static cn.doublerandom.draw.SealingRejection.DRAW_NOT_SEALED;
import static cn.doublerandom.draw.SealingRejection.VRF_PROOF_INVALID;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.drawing.DrawCommand.NoteOverdue;
import cn.doublerandom.draw.drawing.DrawCommand.OpenDraw;
import cn.doublerandom.draw.drawing.DrawCommand.RevealContribution;
import cn.doublerandom.draw.drawing.DrawEvent.ContributionRevealed;
import cn.doublerandom.draw.drawing.DrawEvent.DrawExecuted;
import cn.doublerandom.draw.drawing.DrawEvent.DrawOpened;
import cn.doublerandom.draw.drawing.DrawEvent.DrawOverdue;
import cn.doublerandom.draw.drawing.DrawEvent.EntropyObserved;
import cn.doublerandom.draw.drawing.TaskDraws.Committed;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.draw.drawing.TaskDraws.Sealed;
import cn.doublerandom.draw.drawing.TaskDraws.Undrawn;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.draw.protocol.Vrf;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phases Entropy, Execute and Open: chance comes, the rest is arithmetic (protocol §4 to §8). */
final class Executing {
  /** What the operator has after the last witness revealed, in real time (protocol §4). */
  static final Duration OPERATORS_TIME = Duration.ofMinutes(10);

  private Executing() {}

  static Decision<DrawEvent> reveal(RevealContribution reveal, TaskDraws draws) {
    return switch (draws) {
      case Undrawn undrawn -> reject(DRAW_NOT_COMMITTED);
      case Frozen frozen -> reject(DRAW_NOT_COMMITTED);
      case Sealed sealed -> reject(DRAW_ALREADY_EXECUTED);
      case Executed executed -> reject(DRAW_ALREADY_EXECUTED);
      case Committed committed when isOverdue(committed, reveal.now()) -> reject(DRAW_OVERDUE);
      case Committed committed when isWithoutAccounts(committed) ->
          reject(CEREMONY_WITHOUT_ACCOUNTS);
      case Committed committed -> reveal(reveal, committed);
    };
  }

  private static Decision<DrawEvent> reveal(RevealContribution reveal, Committed draw) {
    Entropy.Contribution contribution = reveal.contribution();
    Optional<Decision<DrawEvent>> refusal =
        Credentials.refusal(draw.preparation(), contribution.by(), reveal.credential());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Entropy.Witness> witness =
        witnesses(draw).stream().filter(w -> w.by().equals(contribution.by())).findAny();
    if (witness.isEmpty()) {
      return reject(WITNESS_UNKNOWN, "field", "by");
    } else if (draw.contributions().stream().anyMatch(c -> c.by().equals(contribution.by()))) {
      return reject(CONTRIBUTION_KNOWN, "field", "by");
    } else if (!witness.get().commitment().equals(contribution.commitment())) {
      return reject(CONTRIBUTION_NOT_COMMITTED, "field", "value");
    }
    return seenInTime(reveal)
        .orElseGet(() ->
            accept(
                new ContributionRevealed(
                    contribution,
                    reveal.credential() instanceof Credential.Account(var officer)
                        ? officer.account()
                        : null,
                    draw.preparation().pseudonym(contribution.by()).orElse(null),
                    reveal.seen().orElseThrow(),
                    reveal.recordedAt().toString())));
  }

  /** Order closes fraud: the commit was in public, seen by somebody outside, before any reveal. */
  private static Optional<Decision<DrawEvent>> seenInTime(RevealContribution reveal) {
    Optional<Instant> from =
        reveal.seen().map(seen -> Instant.parse(seen.cosignedAt()).plus(reveal.patience()));
    if (from.isEmpty()) {
      return Optional.of(reject(COMMIT_NOT_COSIGNED));
    }
    return from.get().isAfter(reveal.recordedAt())
        ? Optional.of(reject(REVEAL_TOO_SOON, "from", from.get().toString()))
        : Optional.empty();
  }

  /** The witnesses of a ceremony; a public source has none. */
  static List<Entropy.Witness> witnesses(Committed draw) {
    return draw.commit().entropy() instanceof Entropy.CeremonyPromise ceremony
        ? ceremony.witnesses()
        : List.of();
  }

  static Decision<DrawEvent> execute(ExecuteDraw execute, TaskDraws draws, Progress progress) {
    return switch (draws) {
      case Undrawn undrawn -> reject(DRAW_NOT_COMMITTED);
      case Frozen frozen -> reject(DRAW_NOT_COMMITTED);
      case Sealed sealed -> reject(DRAW_ALREADY_EXECUTED);
      case Executed executed -> reject(DRAW_ALREADY_EXECUTED);
      // After its time another reveal would be a choice. Once all have spoken, as a public source
      // has, only to withhold the result would be one: late is a violation for all to see, and no
      // reason to hide who would have been drawn.
      case Committed draw when isWaitedFor(draw) && isOverdue(draw, execute.now()) ->
          reject(DRAW_OVERDUE);
      case Committed draw when isWaitedFor(draw) ->
          reject(isWithoutAccounts(draw) ? CEREMONY_WITHOUT_ACCOUNTS : WITNESSES_FIRST);
      case Committed draw when isOperatorsTurn(execute, draw) ->
          reject(OPERATOR_FIRST, "from", othersFrom(draw).orElseThrow().toString());
      case Committed draw ->
          switch (execute.given()) {
            // Before its time a public source has not spoken, whatever anybody says it said.
            case Given.Bulletin bulletin when execute.now().isBefore(entropyTime(draw)) ->
                reject(ENTROPY_NOT_YET);
            case Given.Beacon beacon when execute.now().isBefore(entropyTime(draw)) ->
                reject(ENTROPY_NOT_YET);
            case Given.Beacon(var reveal, boolean holds) when !holds ->
                reject(BEACON_SIGNATURE_INVALID, "field", "signature");
            case Given.Beacon(var reveal, boolean holds)
                when !DrawComputation.fits(draw.commit(), reveal) ->
                reject(ENTROPY_UNFIT);
            case Given.Bulletin bulletin when Observing.misread(bulletin, draw).isPresent() ->
                Observing.misread(bulletin, draw).get();
            case Given.OperatorSecret secret
                when !DrawComputation.fits(draw.commit(), draw.entropy(secret)) ->
                reject(SECRET_NOT_COMMITTED, "field", "operatorSecret");
            case Given.Bulletin(var numbers, var drawnOn) ->
                Observing.unconfirmed(numbers, execute.by(), draw)
                    .orElseGet(() -> sealedAsCommitted(execute, draw, progress));
            case Given given -> sealedAsCommitted(execute, draw, progress);
          };
    };
  }

  private static Decision<DrawEvent> sealedAsCommitted(
      ExecuteDraw execute, Committed draw, Progress progress) {
    return isSealedAsCommitted(execute, draw)
        ? executed(execute, draw, progress)
        : reject(VRF_PROOF_INVALID);
  }

  /**
   * The copy of the operator's secret is there for the operator who does not reveal, not in the
   * place of him: whoever else has it, the supervisor who opened it or somebody he told, waits.
   */
  private static boolean isOperatorsTurn(ExecuteDraw execute, Committed draw) {
    return draw.preparation()
            .deposit()
            .filter(d -> !SecondPerson.isSame(d.by(), execute.by()))
            .isPresent()
        && othersFrom(draw).filter(execute.recordedAt()::isBefore).isPresent();
  }

  /** Since when others than the operator may complete; empty where no time of a reveal is known. */
  private static Optional<Instant> othersFrom(Committed draw) {
    return draw.lastReveal().map(last -> last.plus(OPERATORS_TIME));
  }

  /** When a public source speaks; a ceremony has no time of its own. */
  static Instant entropyTime(Committed draw) {
    return switch (draw.commit().entropy()) {
      case Entropy.CeremonyPromise ceremony -> Instant.MAX;
      case Entropy.LotteryPromise lottery -> Instant.parse(lottery.drawnAt());
      case Entropy.DrandPromise drand -> Entropy.timeOf(drand);
    };
  }

  /** A sealed draw has the one proof of its key, an open one has none. */
  private static boolean isSealedAsCommitted(ExecuteDraw execute, Committed draw) {
    Optional<Commit.Seal> seal = draw.commit().seal();
    return seal.isPresent() == execute.sealing().isPresent()
        && execute
            .sealing()
            .map(s ->
                Vrf.holds(
                    seal.orElseThrow().vrfKey(),
                    DrawComputation.alpha(draw.commit(), draw.entropy(execute.given())),
                    s.vrfProof()))
            .orElse(true);
  }

  private static Decision<DrawEvent> executed(
      ExecuteDraw execute, Committed draw, Progress progress) {
    Entropy.Reveal entropy = draw.entropy(execute.given());
    List<String> selection =
        draw.frame().continues() == null
            ? List.of()
            : draw.past().ended().getLast().result().selected();
    var outcome =
        DrawComputation.draw(
            draw.commit(),
            draw.frame().lists(),
            entropy,
            execute.sealing().map(Sealing::vrfProof),
            selection,
            progress);
    return accept(
        new EntropyObserved(
            entropy, entropy instanceof Entropy.LotteryReveal ? execute.by() : null),
        new DrawExecuted(
            outcome.result(),
            outcome.result().hash(),
            outcome.certificate().orElse(Map.of()),
            execute.today(),
            execute.sealing().map(Sealing::salt).orElse(null),
            execute.by()));
  }

  /** Of a ledger from before each witness acted himself: nobody can reveal there any more. */
  private static boolean isWithoutAccounts(Committed draw) {
    return isCeremony(draw) && draw.preparation().witnesses().isEmpty();
  }

  /** A witness has not revealed; nobody knows yet what will come of it. */
  private static boolean isWaitedFor(Committed draw) {
    return draw.contributions().size() < witnesses(draw).size();
  }

  static boolean isCeremony(Committed draw) {
    return draw.commit().entropy() instanceof Entropy.CeremonyPromise;
  }

  static boolean isOverdue(Committed draw, Instant now) {
    return !now.isBefore(Instant.parse(draw.commit().executeBy()));
  }

  static Decision<DrawEvent> open(OpenDraw open, TaskDraws draws) {
    return switch (draws) {
      case Sealed(var draw, var approval) ->
          accept(
              new DrawOpened(
                  open.today(), draw.visits(), draw.result().drawn().isPresent(), open.by()));
      case Undrawn undrawn -> reject(DRAW_NOT_SEALED);
      case Frozen frozen -> reject(DRAW_NOT_SEALED);
      case Committed committed -> reject(DRAW_NOT_SEALED);
      case Executed executed -> reject(DRAW_NOT_SEALED);
    };
  }

  /** Every commit ends by executeBy, every seal by openBy; one that did not is said in public. */
  static Decision<DrawEvent> overdue(NoteOverdue note, TaskDraws draws) {
    return switch (draws) {
      case Committed draw when isOverdue(draw, note.now()) ->
          accept(new DrawOverdue(draw.commit().executeBy()));
      case Sealed(var draw, var approval)
          when !note.now().isBefore(Instant.parse(draw.commit().seal().orElseThrow().openBy())) ->
          accept(new DrawOverdue(draw.commit().seal().orElseThrow().openBy()));
      case Committed draw -> accept();
      case Sealed sealed -> accept();
      case Undrawn undrawn -> accept();
      case Frozen frozen -> accept();
      case Executed executed -> accept();
    };
  }
}
