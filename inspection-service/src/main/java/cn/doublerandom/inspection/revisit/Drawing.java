package cn.doublerandom.inspection.revisit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.REASON_MISSING;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_NOBODY_LEFT;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_NOT_NOW;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_NOT_YOURS;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_PROMISE_STANDS;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_REVEALS_MISSING;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_REVEAL_UNFIT;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_SAMPLE_STANDS;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_SECRET_UNFIT;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_SIZE_UNFIT;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_TASK_OPEN;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_TOO_LATE;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_UNKNOWN;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_VOID_ALONE;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_WITNESSES_FEW;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_WITNESS_PARTIAL;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.revisit.RevisitCommand.CommitSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.DrawSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.FreezeSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.PromiseValue;
import cn.doublerandom.inspection.revisit.RevisitCommand.RevealValue;
import cn.doublerandom.inspection.revisit.RevisitCommand.VoidSample;
import cn.doublerandom.inspection.revisit.RevisitEvent.SampleCommitted;
import cn.doublerandom.inspection.revisit.RevisitEvent.SampleDrawn;
import cn.doublerandom.inspection.revisit.RevisitEvent.SampleFrozen;
import cn.doublerandom.inspection.revisit.RevisitEvent.SamplePromised;
import cn.doublerandom.inspection.revisit.RevisitEvent.SampleRevealed;
import cn.doublerandom.inspection.revisit.RevisitEvent.SampleVoided;
import cn.doublerandom.inspection.revisit.Sample.Committed;
import cn.doublerandom.inspection.revisit.Sample.Drawn;
import cn.doublerandom.inspection.revisit.Sample.Frozen;
import cn.doublerandom.inspection.revisit.Sample.Voided;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sample, step by step in the order of the protocol: the list is frozen, witnesses promise, the
 * commit is told, witnesses reveal, and only then the operator, whose secret makes the result.
 */
final class Drawing {
  /** As many visits as a task of a county has, many times over. */
  private static final int MOST_VISITS = 2_000;

  private static final int LEAST_WITNESSES = 2;
  private static final int MOST_WITNESSES = 15;

  /** From the commit to the end of its ceremony. */
  private static final Duration LONGEST = Duration.ofDays(5);

  private Drawing() {}

  static Decision<RevisitEvent> freeze(FreezeSample freeze, TaskRevisits known) {
    if (known.last().filter(sample -> !(sample instanceof Voided)).isPresent()) {
      return reject(REVISIT_SAMPLE_STANDS);
    } else if (freeze.open() > 0 || freeze.visits().isEmpty()) {
      return reject(REVISIT_TASK_OPEN, "open", freeze.open());
    } else if (freeze.size() < 1
        || freeze.size() > freeze.visits().size()
        || freeze.visits().size() > MOST_VISITS) {
      return reject(REVISIT_SIZE_UNFIT, Map.of("field", "size", "closed", freeze.visits().size()));
    }
    FrozenSample sample = sample(freeze, known.nextRound());
    return sample
        .unattended()
        .<Decision<RevisitEvent>>map(
            visit -> reject(REVISIT_NOBODY_LEFT, "visitId", visit.visitId()))
        .orElseGet(() -> accept(new SampleFrozen(sample)));
  }

  private static FrozenSample sample(FreezeSample freeze, int round) {
    String task = freeze.taskId() + FrozenSample.PURPOSE;
    return new FrozenSample(
        "%s-%s-%s-%d".formatted(freeze.bureau(), freeze.planId(), task, round),
        freeze.planId(),
        task,
        round,
        freeze.rulePack(),
        freeze.size(),
        freeze.visits(),
        freeze.revisitors(),
        freeze.by(),
        freeze.today());
  }

  static Decision<RevisitEvent> promise(PromiseValue promise, Optional<Sample> last) {
    return switch (last.orElse(null)) {
      case null -> reject(REVISIT_UNKNOWN);
      case Frozen frozen when SecondPerson.isSame(promise.by(), frozen.frozen().by()) ->
          reject(REVISIT_WITNESS_PARTIAL);
      case Frozen frozen
          when frozen
              .promises()
              .contains(new Entropy.Witness(promise.by(), promise.commitment())) ->
          accept();
      case Frozen frozen
          when frozen.hasPromised(promise.by()) || frozen.promises().size() >= MOST_WITNESSES ->
          reject(REVISIT_PROMISE_STANDS);
      case Frozen frozen ->
          accept(
              new SamplePromised(frozen.frozen().sampleId(), promise.by(), promise.commitment()));
      case Committed committed -> reject(REVISIT_NOT_NOW);
      case Drawn drawn -> reject(REVISIT_NOT_NOW);
      case Voided voided -> reject(REVISIT_NOT_NOW);
    };
  }

  static Decision<RevisitEvent> commit(CommitSample commit, Optional<Sample> last) {
    return switch (last.orElse(null)) {
      case null -> reject(REVISIT_UNKNOWN);
      case Frozen frozen when !SecondPerson.isSame(commit.by(), frozen.frozen().by()) ->
          reject(REVISIT_NOT_YOURS);
      case Frozen frozen when frozen.promises().size() < LEAST_WITNESSES ->
          reject(REVISIT_WITNESSES_FEW);
      case Frozen frozen -> {
        Commit told =
            frozen
                .frozen()
                .commit(
                    new Entropy.CeremonyPromise(commit.operatorCommitment(), frozen.promises()),
                    commit.now().plus(LONGEST));
        yield accept(
            new SampleCommitted(frozen.frozen().sampleId(), told, told.hash(), commit.by()));
      }
      case Committed committed -> reject(REVISIT_NOT_NOW);
      case Drawn drawn -> reject(REVISIT_NOT_NOW);
      case Voided voided -> reject(REVISIT_NOT_NOW);
    };
  }

  static Decision<RevisitEvent> reveal(RevealValue reveal, Optional<Sample> last) {
    return switch (last.orElse(null)) {
      case null -> reject(REVISIT_UNKNOWN);
      case Frozen frozen -> reject(REVISIT_NOT_NOW);
      case Committed committed when isOver(committed, reveal.now()) -> reject(REVISIT_TOO_LATE);
      case Committed committed ->
          Sample.promiseOf(committed.promises(), reveal.contribution().by())
              .map(promised -> reveal(reveal.contribution(), promised, committed))
              .orElseGet(() -> reject(REVISIT_NOT_YOURS));
      case Drawn drawn -> reject(REVISIT_NOT_NOW);
      case Voided voided -> reject(REVISIT_NOT_NOW);
    };
  }

  private static Decision<RevisitEvent> reveal(
      Entropy.Contribution typed, Entropy.Witness promised, Committed committed) {
    // The name is the promise's own spelling: it is a part of what was promised.
    var told = new Entropy.Contribution(promised.by(), typed.nonce(), typed.value());
    if (!told.commitment().equals(promised.commitment())) {
      return reject(REVISIT_REVEAL_UNFIT);
    }
    return committed.revealedBy(promised.by()).isPresent()
        ? accept()
        : accept(new SampleRevealed(committed.frozen().sampleId(), told));
  }

  static Decision<RevisitEvent> draw(DrawSample draw, Optional<Sample> last) {
    return switch (last.orElse(null)) {
      case null -> reject(REVISIT_UNKNOWN);
      case Frozen frozen -> reject(REVISIT_NOT_NOW);
      case Committed committed when !SecondPerson.isSame(draw.by(), committed.frozen().by()) ->
          reject(REVISIT_NOT_YOURS);
      case Committed committed when isOver(committed, draw.now()) -> reject(REVISIT_TOO_LATE);
      case Committed committed when !committed.isRevealed() -> reject(REVISIT_REVEALS_MISSING);
      case Committed committed -> draw(draw, committed);
      case Drawn drawn -> reject(REVISIT_NOT_NOW);
      case Voided voided -> reject(REVISIT_NOT_NOW);
    };
  }

  private static Decision<RevisitEvent> draw(DrawSample draw, Committed committed) {
    Entropy.CeremonyReveal entropy = committed.reveal(draw.operatorSecret());
    if (!DrawComputation.fits(committed.commit(), entropy)) {
      return reject(REVISIT_SECRET_UNFIT, "field", "operatorSecret");
    }
    DrawComputation.Outcome outcome =
        DrawComputation.draw(committed.commit(), committed.frozen().lists(), entropy);
    return accept(
        new SampleDrawn(
            committed.frozen().sampleId(),
            outcome.result(),
            // Everybody may go everywhere but where he was: there are always teams.
            outcome.certificate().orElseThrow(),
            outcome.result().hash(),
            draw.by()));
  }

  static Decision<RevisitEvent> abandon(VoidSample given, Optional<Sample> last) {
    return switch (last.orElse(null)) {
      case null -> reject(REVISIT_UNKNOWN);
      case Frozen frozen -> abandon(given, frozen.frozen());
      case Committed committed -> abandon(given, committed.frozen());
      case Drawn drawn -> reject(REVISIT_NOT_NOW);
      case Voided voided -> reject(REVISIT_NOT_NOW);
    };
  }

  private static Decision<RevisitEvent> abandon(VoidSample given, FrozenSample sample) {
    if (SecondPerson.isSame(given.by(), sample.by())) {
      return reject(REVISIT_VOID_ALONE);
    }
    return ReasonText.isInWords(given.reason())
        ? accept(new SampleVoided(sample.sampleId(), given.reason(), given.by()))
        : reject(REASON_MISSING, "field", "reason");
  }

  private static boolean isOver(Committed committed, Instant now) {
    return !now.isBefore(Instant.parse(committed.commit().executeBy()));
  }

  /** Who is drawn is seen again by whom, in the order of the protocol. */
  static Drawn drawn(Committed committed, SampleDrawn event) {
    Map<String, Revisit> revisits = new LinkedHashMap<>();
    for (DrawResult.Team team : event.result().teams()) {
      FrozenVisit visit = committed.frozen().visit(team.subject()).orElseThrow();
      revisits.put(
          visit.visitId(),
          new Revisit(
              visit.visitId(),
              visit.subjectId(),
              visit.inspectors(),
              team.inspectors(),
              null,
              List.of(),
              null));
    }
    return new Drawn(
        committed.frozen(), committed.commit(), event.result(), event.certificate(), revisits);
  }
}
