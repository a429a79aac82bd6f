package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.DrawRejection.CEREMONY_BARRED;
import static cn.doublerandom.draw.DrawRejection.CONTRIBUTION_KNOWN;
import static cn.doublerandom.draw.DrawRejection.CONTRIBUTION_NOT_COMMITTED;
import static cn.doublerandom.draw.DrawRejection.DRAW_ALREADY_EXECUTED;
import static cn.doublerandom.draw.DrawRejection.DRAW_NOT_COMMITTED;
import static cn.doublerandom.draw.DrawRejection.DRAW_OPEN;
import static cn.doublerandom.draw.DrawRejection.DRAW_OVERDUE;
import static cn.doublerandom.draw.DrawRejection.DRAW_UNKNOWN;
import static cn.doublerandom.draw.DrawRejection.EXECUTE_BY_INVALID;
import static cn.doublerandom.draw.DrawRejection.FRAME_EMPTY;
import static cn.doublerandom.draw.DrawRejection.FRAME_NOT_FROZEN;
import static cn.doublerandom.draw.DrawRejection.HASH_MALFORMED;
import static cn.doublerandom.draw.DrawRejection.INSPECTORS_TOO_FEW;
import static cn.doublerandom.draw.DrawRejection.NO_ITEM_CLAIMED;
import static cn.doublerandom.draw.DrawRejection.PLAN_NOT_PUBLISHED;
import static cn.doublerandom.draw.DrawRejection.REASON_MISSING;
import static cn.doublerandom.draw.DrawRejection.SECRET_NOT_COMMITTED;
import static cn.doublerandom.draw.DrawRejection.SLOTS_INVALID;
import static cn.doublerandom.draw.DrawRejection.TASK_ALREADY_DRAWN;
import static cn.doublerandom.draw.DrawRejection.TASK_OUTSIDE_WINDOW;
import static cn.doublerandom.draw.DrawRejection.VOID_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.DrawRejection.WITNESSES_FIRST;
import static cn.doublerandom.draw.DrawRejection.WITNESSES_TOO_FEW;
import static cn.doublerandom.draw.DrawRejection.WITNESS_UNKNOWN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.drawing.DrawCommand.RevealContribution;
import cn.doublerandom.draw.drawing.DrawEvent.ContributionRevealed;
import cn.doublerandom.draw.drawing.DrawEvent.DrawCommitted;
import cn.doublerandom.draw.drawing.DrawEvent.DrawExecuted;
import cn.doublerandom.draw.drawing.DrawEvent.DrawVoided;
import cn.doublerandom.draw.drawing.DrawEvent.EntropyObserved;
import cn.doublerandom.draw.drawing.DrawEvent.FrameFrozen;
import cn.doublerandom.draw.drawing.DrawEvent.VoidApproved;
import cn.doublerandom.draw.drawing.TaskDraws.Approval;
import cn.doublerandom.draw.drawing.TaskDraws.Committed;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.draw.drawing.TaskDraws.Undrawn;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 抽取的过程要确保公开、公正 (二(二), R29, R30, R76): lists and rules first, their hash in public second, chance
 * third, arithmetic last. A draw is never repeated; a void is approved twice and stays.
 */
public final class DrawDecider implements Decider<DrawCommand, DrawEvent, TaskDraws> {
  private static final Duration LONGEST_WAIT = Duration.ofDays(30);
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int LARGEST_TEAM = 16;

  @Override
  public TaskDraws initial() {
    return new Undrawn(0, false);
  }

  @Override
  public Decision<DrawEvent> decide(DrawCommand command, TaskDraws draws) {
    return switch (command) {
      case FreezeFrame freeze -> freeze(freeze, draws);
      case CommitDraw commit when !draws.isAbout(commit.drawId()) -> reject(DRAW_UNKNOWN);
      case CommitDraw commit -> commit(commit, draws);
      case RevealContribution reveal when !draws.isAbout(reveal.drawId()) -> reject(DRAW_UNKNOWN);
      case RevealContribution reveal -> reveal(reveal, draws);
      case ExecuteDraw execute when !draws.isAbout(execute.drawId()) -> reject(DRAW_UNKNOWN);
      case ExecuteDraw execute -> execute(execute, draws);
      case ApproveVoid approve when !draws.isAbout(approve.drawId()) -> reject(DRAW_UNKNOWN);
      case ApproveVoid approve -> approveVoid(approve, draws);
    };
  }

  private static Decision<DrawEvent> freeze(FreezeFrame freeze, TaskDraws draws) {
    return switch (draws) {
      case Frozen frozen -> reject(DRAW_OPEN, "drawId", frozen.frame().drawId());
      case Committed committed -> reject(DRAW_OPEN, "drawId", committed.frame().drawId());
      case Executed executed -> reject(TASK_ALREADY_DRAWN, "drawId", executed.frame().drawId());
      case Undrawn(int rounds, boolean barred) ->
          obstacle(freeze)
              .<Decision<DrawEvent>>map(Decision::reject)
              .orElseGet(() -> accept(new FrameFrozen(frame(freeze, rounds + 1))));
    };
  }

  private static Optional<DrawRejection> obstacle(FreezeFrame freeze) {
    if (!freeze.planPublished()) {
      return Optional.of(PLAN_NOT_PUBLISHED);
    } else if (freeze.today().isBefore(freeze.task().drawFrom())
        || freeze.today().isAfter(freeze.task().drawTo())) {
      return Optional.of(TASK_OUTSIDE_WINDOW);
    } else if (freeze.items().isEmpty()) {
      return Optional.of(NO_ITEM_CLAIMED);
    } else if (freeze.lists().frame().stream().allMatch(e -> e.excluded() != null)) {
      return Optional.of(FRAME_EMPTY);
    } else if (freeze.lists().inspectors().size() < freeze.leastTeam()) {
      return Optional.of(INSPECTORS_TOO_FEW);
    } else if (freeze.slots().size() < freeze.leastTeam() || freeze.slots().size() > LARGEST_TEAM) {
      return Optional.of(SLOTS_INVALID);
    }
    return Optional.empty();
  }

  private static FrozenFrame frame(FreezeFrame freeze, int round) {
    return new FrozenFrame(
        freeze.region() + "-" + freeze.task().key() + "-" + round,
        freeze.task().planNumber(),
        freeze.task().taskNumber(),
        round,
        freeze.rulePack(),
        freeze.task().rateNum(),
        freeze.task().rateDen(),
        freeze.lists(),
        freeze.slots(),
        freeze.alternates(),
        freeze.items(),
        freeze.today(),
        freeze.task().drawTo());
  }

  private static Decision<DrawEvent> commit(CommitDraw commit, TaskDraws draws) {
    return switch (draws) {
      case Undrawn undrawn -> reject(FRAME_NOT_FROZEN);
      case Committed committed -> reject(DRAW_OPEN, "drawId", commit.drawId());
      case Executed executed -> reject(DRAW_ALREADY_EXECUTED);
      case Frozen frozen when frozen.ceremonyBarred() -> reject(CEREMONY_BARRED);
      case Frozen frozen when !commit.ceremony().isSound() ->
          reject(WITNESSES_TOO_FEW, "field", "witnesses");
      case Frozen frozen when !hashes(commit.ceremony()).allMatch(h -> HASH.matcher(h).matches()) ->
          reject(HASH_MALFORMED, "field", "operatorCommitment");
      case Frozen frozen
          when !commit.executeBy().isAfter(commit.now())
              || commit.executeBy().isAfter(commit.now().plus(LONGEST_WAIT)) ->
          reject(EXECUTE_BY_INVALID, "field", "executeBy");
      case Frozen(var frame, var barred, var approval) -> {
        Commit committed = commitOf(frame, commit);
        yield accept(new DrawCommitted(committed, committed.hash()));
      }
    };
  }

  private static Stream<String> hashes(Entropy.CeremonyPromise ceremony) {
    return Stream.concat(
        Stream.of(ceremony.operatorCommitment()),
        ceremony.witnesses().stream().map(Entropy.Witness::commitment));
  }

  private static Commit commitOf(FrozenFrame frame, CommitDraw commit) {
    return new Commit(
        frame.drawId(),
        frame.planId(),
        frame.taskId(),
        frame.round(),
        Optional.empty(),
        frame.rulePack(),
        protocolTime(commit.executeBy()),
        new Commit.Stage.Whole(
            Hashes.merkleRoot(frame.lists().frameJson()),
            frame.lists().frame().size(),
            List.of(new Commit.Stratum("ALL", frame.rateNum(), frame.rateDen())),
            Optional.empty(),
            frame.alternates()),
        Commit.Roots.of(frame.lists()),
        frame.slots(),
        commit.ceremony());
  }

  /** Protocol times have whole seconds. */
  private static String protocolTime(Instant instant) {
    return Instant.ofEpochSecond(instant.getEpochSecond()).toString();
  }

  private static Decision<DrawEvent> reveal(RevealContribution reveal, TaskDraws draws) {
    return switch (draws) {
      case Undrawn undrawn -> reject(DRAW_NOT_COMMITTED);
      case Frozen frozen -> reject(DRAW_NOT_COMMITTED);
      case Executed executed -> reject(DRAW_ALREADY_EXECUTED);
      case Committed committed when isOverdue(committed, reveal.now()) -> reject(DRAW_OVERDUE);
      case Committed committed -> reveal(reveal.contribution(), committed);
    };
  }

  private static Decision<DrawEvent> reveal(Entropy.Contribution contribution, Committed draw) {
    Optional<Entropy.Witness> witness =
        ceremony(draw).witnesses().stream().filter(w -> w.by().equals(contribution.by())).findAny();
    if (witness.isEmpty()) {
      return reject(WITNESS_UNKNOWN, "field", "by");
    } else if (draw.contributions().stream().anyMatch(c -> c.by().equals(contribution.by()))) {
      return reject(CONTRIBUTION_KNOWN, "field", "by");
    } else if (!witness.get().commitment().equals(contribution.commitment())) {
      return reject(CONTRIBUTION_NOT_COMMITTED, "field", "value");
    }
    return accept(new ContributionRevealed(contribution));
  }

  private static Decision<DrawEvent> execute(ExecuteDraw execute, TaskDraws draws) {
    return switch (draws) {
      case Undrawn undrawn -> reject(DRAW_NOT_COMMITTED);
      case Frozen frozen -> reject(DRAW_NOT_COMMITTED);
      case Executed executed -> reject(DRAW_ALREADY_EXECUTED);
      case Committed draw when isOverdue(draw, execute.now()) -> reject(DRAW_OVERDUE);
      case Committed draw when draw.contributions().size() < ceremony(draw).witnesses().size() ->
          reject(WITNESSES_FIRST);
      case Committed draw
          when !HASH.matcher(execute.operatorSecret()).matches()
              || !Hashes.ofSecret(execute.operatorSecret())
                  .equals(ceremony(draw).operatorCommitment()) ->
          reject(SECRET_NOT_COMMITTED, "field", "operatorSecret");
      case Committed draw -> {
        var entropy = new Entropy.CeremonyReveal(execute.operatorSecret(), draw.contributions());
        var outcome = DrawComputation.draw(draw.commit(), draw.frame().lists(), entropy);
        yield accept(
            new EntropyObserved(entropy),
            new DrawExecuted(
                outcome.result(),
                outcome.result().hash(),
                outcome.certificate().orElse(Map.of()),
                execute.today()));
      }
    };
  }

  private static boolean isOverdue(Committed draw, Instant now) {
    return !now.isBefore(Instant.parse(draw.commit().executeBy()));
  }

  private static Entropy.CeremonyPromise ceremony(Committed draw) {
    return switch (draw.commit().entropy()) {
      case Entropy.CeremonyPromise ceremony -> ceremony;
      case Entropy.LotteryPromise lottery ->
          throw new IllegalStateException("only ceremonies are committed to");
      case Entropy.DrandPromise drand ->
          throw new IllegalStateException("only ceremonies are committed to");
    };
  }

  private static Decision<DrawEvent> approveVoid(ApproveVoid approve, TaskDraws draws) {
    return switch (draws) {
      case Undrawn undrawn -> reject(DRAW_UNKNOWN);
      case Executed executed -> reject(DRAW_ALREADY_EXECUTED);
      case Frozen frozen -> approveVoid(approve, frozen.approval());
      case Committed committed -> approveVoid(approve, committed.approval());
    };
  }

  private static Decision<DrawEvent> approveVoid(ApproveVoid approve, Optional<Approval> first) {
    if (approve.reason().isBlank()) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (first.isEmpty()) {
      return accept(new VoidApproved(approve.by(), approve.reason()));
    } else if (first.get().by().equals(approve.by())) {
      return reject(VOID_NEEDS_SECOND_PERSON);
    }
    return accept(
        new VoidApproved(approve.by(), approve.reason()),
        new DrawVoided(first.get().reason(), first.get().by(), approve.by()));
  }

  @Override
  public TaskDraws evolve(TaskDraws draws, DrawEvent event) {
    return switch (event) {
      case FrameFrozen(var frame) ->
          new Frozen(
              frame,
              draws instanceof Undrawn undrawn && undrawn.ceremonyBarred(),
              Optional.empty());
      case DrawCommitted(var commit, var hash) ->
          new Committed(
              ((Frozen) draws).frame(), commit, hash, List.of(), ((Frozen) draws).approval());
      case ContributionRevealed(var contribution) -> revealed((Committed) draws, contribution);
      case EntropyObserved observed -> draws;
      case DrawExecuted executed -> {
        Committed draw = (Committed) draws;
        yield new Executed(
            draw.frame(),
            draw.commit(),
            draw.commitHash(),
            executed.result(),
            executed.resultHash(),
            executed.certificate());
      }
      case VoidApproved(var by, var reason) -> approved(draws, new Approval(by, reason));
      case DrawVoided voided ->
          switch (draws) {
            case Frozen frozen -> new Undrawn(frozen.frame().round(), frozen.ceremonyBarred());
            case Committed committed -> new Undrawn(committed.frame().round(), true);
            case Undrawn undrawn -> undrawn;
            case Executed executed -> executed;
          };
    };
  }

  /** In the order of the witnesses, whoever was first: the order must not be a choice. */
  private static Committed revealed(Committed draw, Entropy.Contribution fresh) {
    List<Entropy.Contribution> known = new ArrayList<>(draw.contributions());
    known.add(fresh);
    List<Entropy.Contribution> ordered =
        ceremony(draw).witnesses().stream()
            .flatMap(w -> known.stream().filter(c -> c.by().equals(w.by())))
            .toList();
    return new Committed(draw.frame(), draw.commit(), draw.commitHash(), ordered, draw.approval());
  }

  private static TaskDraws approved(TaskDraws draws, Approval approval) {
    return switch (draws) {
      case Frozen frozen ->
          new Frozen(frozen.frame(), frozen.ceremonyBarred(), Optional.of(approval));
      case Committed c ->
          new Committed(
              c.frame(), c.commit(), c.commitHash(), c.contributions(), Optional.of(approval));
      case Undrawn undrawn -> undrawn;
      case Executed executed -> executed;
    };
  }
}
