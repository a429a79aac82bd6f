package cn.doublerandom.eventstore.checkpoint;

import cn.doublerandom.eventstore.ledger.Continuity;
import java.util.Optional;

/**
 * What an outside witness remembers of a ledger, asked with the last checkpoint the database holds:
 * a witness that has seen more, or something else, knows what the database has lost.
 */
public final class WitnessMemory implements Continuity.Outside {
  private static final int ATTEMPTS = 3;

  private final WitnessClient witness;
  private final Checkpoints checkpoints;
  private final TileLog log;

  public WitnessMemory(WitnessClient witness, Checkpoints checkpoints, TileLog log) {
    this.witness = witness;
    this.checkpoints = checkpoints;
    this.log = log;
  }

  @Override
  public String name() {
    return witness.url().toString();
  }

  @Override
  public Optional<String> missing() throws Exception {
    Optional<Checkpoint> latest = checkpoints.latest();
    Optional<String> contradiction = Optional.empty();
    // Another replica may have sealed more between the look and the question.
    for (int attempt = 0; attempt < ATTEMPTS && latest.isPresent(); attempt++) {
      contradiction = ask(latest.get());
      Optional<Checkpoint> now = checkpoints.latest();
      if (contradiction.isEmpty() || now.equals(latest)) {
        return contradiction;
      }
      latest = now;
    }
    return contradiction;
  }

  private Optional<String> ask(Checkpoint latest) throws Exception {
    long size = latest.size();
    try {
      witness.cosign(latest.note(), size, from -> log.consistency(from, size));
      return Optional.empty();
    } catch (WitnessClient.Contradicts e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
