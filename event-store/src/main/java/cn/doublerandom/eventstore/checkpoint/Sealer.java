package cn.doublerandom.eventstore.checkpoint;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tiles full, signs a checkpoint where the ledger has grown, has it cosigned, and anchors
 * it elsewhere once an hour.
 *
 * <p>Before it signs it recomputes the root of its last checkpoint: a ledger that no longer holds
 * what was sealed is never signed again.
 */
public final class Sealer implements Worker.Job {
  public static final String PART = "checkpoint";

  private static final String WITNESS = "witness";

  private final TileLog log;
  private final Checkpoints checkpoints;
  private final NoteKey key;
  private final List<WitnessClient> witnesses;
  private final Anchor anchor;
  private final Settings settings;
  private final Vitals vitals;
  private final BooleanSupplier mayWrite;

  private boolean prepared;
  private @Nullable Instant lastAnchored;
  private @Nullable Instant lastAsked;
  private boolean troubled;

  /**
   * How often.
   *
   * @param every shortest time between two checkpoints
   * @param anchorEvery shortest time between two anchors
   * @param part under which its troubles are told; that of the ledger tells of an older database,
   *     too
   */
  public record Settings(Duration every, Duration anchorEvery, String part) {
    /** Of the ledger. */
    public Settings(Duration every, Duration anchorEvery) {
      this(every, anchorEvery, PART);
    }

    private boolean isOfLedger() {
      return part.equals(PART);
    }

    private String witnessPart() {
      return isOfLedger() ? WITNESS : part + "-" + WITNESS;
    }
  }

  /** Publishes a cosigned checkpoint where others keep it. */
  @FunctionalInterface
  public interface Anchor {
    /** Makes the place where anchors are kept, so that who listens there finds it. */
    default void prepare() throws Exception {}

    void publish(Checkpoint checkpoint, String cosigned) throws Exception;
  }

  public Sealer(
      TileLog log,
      Checkpoints checkpoints,
      NoteKey key,
      List<WitnessClient> witnesses,
      Anchor anchor,
      Settings settings,
      Vitals vitals,
      BooleanSupplier mayWrite) {
    this.log = log;
    this.checkpoints = checkpoints;
    this.key = key;
    this.witnesses = List.copyOf(witnesses);
    this.anchor = anchor;
    this.settings = settings;
    this.vitals = vitals;
    this.mayWrite = mayWrite;
  }

  @Override
  public boolean turn() throws Exception {
    if (!mayWrite.getAsBoolean()) {
      return false;
    }
    if (!prepared) {
      anchor.prepare();
      prepared = true;
    }
    if (log.extend()) {
      return true;
    }
    Optional<Checkpoint> latest = seal(Instant.now());
    if (latest.isPresent()) {
      askWitnesses(latest.get());
      anchor(latest.get());
    }
    return false;
  }

  /** The latest checkpoint, a new one where it is time. */
  Optional<Checkpoint> seal(Instant now) {
    Optional<Checkpoint> before = checkpoints.latest();
    long size = log.size();
    boolean due =
        before.map(b -> b.sealedAt().plus(settings.every()).isBefore(now)).orElse(size > 0);
    boolean grown = before.map(b -> b.size() != size).orElse(true);
    if (!due || (!grown && !troubled)) {
      return before;
    }
    if (before.isPresent()) {
      requireKept(before.get(), size);
      if (!grown) {
        return before;
      }
    }
    byte[] root = log.root(size);
    var next =
        new Checkpoint(
            size,
            HexFormat.of().formatHex(root),
            key.sign(Checkpoint.text(key.name(), size, root, log.heads(size))),
            now);
    checkpoints.add(next);
    return Optional.of(next);
  }

  private void requireKept(Checkpoint sealed, long size) {
    if (size < sealed.size()
        || !HexFormat.of().formatHex(log.root(sealed.size())).equals(sealed.root())) {
      String why =
          "the ledger no longer holds what the checkpoint of size %d sealed; nothing is signed"
              .formatted(sealed.size());
      vitals.trouble(settings.part(), why);
      troubled = true;
      throw new IllegalStateException(why);
    }
    // What was sealed is there, or is there again, as where a late standby caught up.
    vitals.well(settings.part());
    troubled = false;
  }

  private void askWitnesses(Checkpoint latest) throws InterruptedException {
    Instant now = Instant.now();
    if (lastAsked != null && lastAsked.plus(settings.every()).isAfter(now)) {
      return;
    }
    for (WitnessClient witness : witnesses) {
      String name = witness.url().toString();
      if (checkpoints.isCosigned(latest.size(), name)) {
        continue;
      }
      lastAsked = now;
      try {
        List<String> lines =
            witness.cosign(
                latest.note(),
                checkpoints.lastCosigned(name),
                from -> log.consistency(Math.min(from, latest.size()), latest.size()));
        checkpoints.addCosignature(latest.size(), name, String.join("\n", lines));
        vitals.well(settings.witnessPart());
        if (settings.isOfLedger()) {
          vitals.current(name);
        }
      } catch (WitnessClient.Contradicts e) {
        if (settings.isOfLedger()) {
          vitals.older(name, String.valueOf(e.getMessage()));
        }
        vitals.trouble(settings.witnessPart(), String.valueOf(e.getMessage()));
      } catch (IOException e) {
        vitals.trouble(settings.witnessPart(), e);
      }
    }
  }

  private void anchor(Checkpoint latest) throws Exception {
    Instant now = Instant.now();
    if (lastAnchored != null && lastAnchored.plus(settings.anchorEvery()).isAfter(now)) {
      return;
    }
    anchor.publish(latest, checkpoints.cosigned(latest));
    lastAnchored = now;
  }

  @Override
  public void close() {
    // holds nothing between turns
  }
}
