package cn.doublerandom.verifier;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The draws as the ledger told them: what was committed, revealed, executed, opened, voided. */
final class DrawHistory {
  /** Seconds by which a commit is in the ledger before its entropy exists (protocol §4). */
  static final long AHEAD = 60;

  private final Map<String, Told> draws = new HashMap<>();
  private final Map<String, String> open = new HashMap<>();

  private Optional<CopyOf> copy = Optional.empty();

  /** Draws up to the copy have their times in the ledger that was copied. */
  void copied(CopyOf of) {
    copy = Optional.of(of);
  }

  /** What the ledger said of a draw. */
  private static final class Told {
    private long committedAs;
    private String commitHash = "";
    private String resultHash = "";
    private String sealedHash = "";
    private boolean voided;
    private final Reveals reveals = new Reveals();
  }

  /** One announcement of the draw-service, in the order of the ledger. */
  void event(String type, long seq, Map<?, ?> value) {
    String drawId = Line.text(value, "drawId");
    String task = drawId.substring(0, Math.max(0, drawId.lastIndexOf('-')));
    Told told = draws.computeIfAbsent(drawId, id -> new Told());
    switch (type) {
      case "cn.doublerandom.DrawCommitted.v1" -> {
        Refused.unless(
            told.commitHash.isEmpty() && open.put(task, drawId) == null,
            Code.LEDGER,
            drawId + " is not the only open commit of its task");
        told.commitHash = Line.text(value, "commitHash");
        told.committedAs = seq;
        told.reveals.promised(value);
      }
      case "cn.doublerandom.ContributionRevealed.v1" -> {
        Refused.unless(
            drawId.equals(open.get(task)) && told.commitHash.equals(Line.text(value, "commitHash")),
            Code.LEDGER,
            drawId + ": a witness revealed without the commit before it");
        told.reveals.add(drawId, seq, value);
      }
      case "cn.doublerandom.DrawExecuted.v1" -> {
        executed(drawId, task, told, value);
        told.resultHash = Line.text(value, "resultHash");
      }
      case "cn.doublerandom.DrawSealed.v1" -> {
        executed(drawId, task, told, value);
        told.sealedHash = Line.text(value, "sealedHash");
      }
      case "cn.doublerandom.DrawOpened.v1" -> {
        Refused.unless(
            told.sealedHash.equals(
                sealed(Line.hash(value, "salt"), Line.hash(value, "resultHash"))),
            Code.SEALED_HASH,
            drawId + " was opened to something else than what was sealed");
        told.resultHash = Line.text(value, "resultHash");
      }
      case "cn.doublerandom.DrawVoided.v1" -> {
        open.remove(task, drawId);
        told.voided = true;
        if (!told.sealedHash.isEmpty() && told.resultHash.isEmpty()) {
          told.resultHash = Line.text(value, "wouldBeResultHash");
        }
      }
      default -> {
        // other draws' events say nothing about order
      }
    }
  }

  private void executed(String drawId, String task, Told told, Map<?, ?> value) {
    Refused.unless(
        drawId.equals(open.remove(task)) && told.commitHash.equals(Line.text(value, "commitHash")),
        Code.LEDGER,
        drawId + " was executed without its commit before it");
  }

  private static String sealed(byte[] salt, byte[] resultHash) {
    return Hash.hex(Hash.tagged("sealed", salt, resultHash));
  }

  /** Every executed draw must be among the bundles. */
  void requireBundles(Set<String> seen) {
    draws.forEach((drawId, told) ->
        Refused.unless(
            told.resultHash.isEmpty() || seen.contains(drawId),
            Code.LEDGER,
            drawId + " was executed, but its bundle is not among the files"));
  }

  /** What is to be said of a bundle that verifies; refused where the ledger told otherwise. */
  String remark(Bundle bundle, Sightings sightings) {
    String drawId = bundle.commit().drawId();
    Told told = draws.getOrDefault(drawId, new Told());
    Refused.unless(
        told.commitHash.equals(bundle.commitHash()) && told.resultHash.equals(bundle.resultHash()),
        Code.LEDGER,
        drawId + ": the ledger told other hashes, or none");
    String voided = told.voided ? ", voided afterwards" : "";
    Optional<CopyOf> from = copy.filter(one -> one.covers(told.committedAs));
    if (from.isEmpty()) {
      return inTime(bundle, told, told.committedAs, sightings) + voided;
    }
    return (from.get().isFollowed()
            ? inTime(
                bundle, told, from.get().before(told.committedAs), from.get().sightings(sightings))
            : ", its times stand in the ledger this is a copy of")
        + voided;
  }

  /** Order is what closes fraud: the commit was witnessed before its entropy came into being. */
  private static String inTime(Bundle bundle, Told told, long committedAs, Sightings sightings) {
    if (bundle.result().entropy() instanceof Entropy.Revealed.Ceremony ceremony) {
      long shift = told.committedAs - committedAs;
      return told.reveals.inTime(
          bundle.commit().drawId(), committedAs, shift, ceremony.contributions(), sightings);
    }
    OptionalLong entropy = bundle.commit().entropy().publicAt();
    if (entropy.isEmpty() || !sightings.isWatched()) {
      return "";
    }
    long seen = sightings.first(committedAs).orElse(Long.MAX_VALUE);
    Refused.unless(
        seen <= entropy.getAsLong() - AHEAD,
        Code.LEDGER,
        bundle.commit().drawId()
            + ": no witness saw its commit a minute before its entropy was public");
    return ", its commit witnessed " + (entropy.getAsLong() - seen) + " s before its entropy";
  }
}
