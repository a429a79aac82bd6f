package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.EntropyRejection;
import cn.doublerandom.draw.SealingRejection;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.Given;
import cn.doublerandom.draw.drawing.Sealing;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Gathers from outside what an execution needs: the beacon's round, and the seal. */
@ApplicationScoped
public class Execution {
  private final BeaconRounds beacon;
  private final SealingSecrets keys;

  @Inject
  Execution(BeaconRounds beacon, SealingSecrets keys) {
    this.beacon = beacon;
    this.keys = keys;
  }

  /** The command for a draw as it stands; whether it may be executed is for the rules to say. */
  public Uni<DrawCommand> command(
      String drawId,
      TaskDraws draws,
      EntropyGiven body,
      String by,
      Instant recordedAt,
      Instant now,
      LocalDate today) {
    if (!(draws instanceof TaskDraws.Committed draw) || !draws.isAbout(drawId)) {
      String secret = body.operatorSecret() == null ? "" : body.operatorSecret();
      return Uni.createFrom()
          .item(
              new DrawCommand.ExecuteDraw(
                  drawId,
                  new Given.OperatorSecret(secret),
                  Optional.empty(),
                  by,
                  recordedAt,
                  now,
                  today));
    }
    return given(draw.commit(), body)
        .map(given ->
            new DrawCommand.ExecuteDraw(
                drawId, given, sealing(draw, given), by, recordedAt, now, today));
  }

  private Uni<Given> given(Commit commit, EntropyGiven body) {
    return switch (commit.entropy()) {
      case Entropy.CeremonyPromise ceremony -> {
        if (body.operatorSecret() == null) {
          throw new ProblemException(EntropyRejection.ENTROPY_UNFIT);
        }
        yield Uni.createFrom().item(new Given.OperatorSecret(body.operatorSecret()));
      }
      case Entropy.LotteryPromise lottery -> {
        if (body.numbers() == null || body.drawnOn() == null) {
          throw new ProblemException(EntropyRejection.ENTROPY_UNFIT);
        }
        yield Uni.createFrom()
            .item(
                new Given.Bulletin(
                    new Entropy.LotteryReveal(lottery.source(), lottery.issue(), body.numbers()),
                    body.drawnOn()));
      }
      case Entropy.DrandPromise drand -> {
        Uni<Entropy.DrandReveal> round =
            body.signature() == null
                ? beacon.fetch(drand)
                : Uni.createFrom().item(beacon.pasted(drand, body.signature()));
        yield round.map(reveal -> new Given.Beacon(reveal, beacon.holds(reveal)));
      }
    };
  }

  /** Only for entropy that fits: a proof about anything else would tell nothing but the key's. */
  private Optional<Sealing> sealing(TaskDraws.Committed draw, Given given) {
    Entropy.Reveal entropy = draw.entropy(given);
    return draw.commit()
        .seal()
        .filter(seal -> DrawComputation.fits(draw.commit(), entropy))
        .map(seal ->
            new Sealing(
                keys.prove(seal.vrfKey(), DrawComputation.alpha(draw.commit(), entropy))
                    .orElseThrow(() -> new ProblemException(SealingRejection.VRF_KEY_MISSING)),
                keys.hex()));
  }
}
