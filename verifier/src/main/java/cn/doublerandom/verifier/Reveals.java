package cn.doublerandom.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What the ledger told of a ceremony: who promised, and what was revealed when (protocol §4). */
final class Reveals {
  /** Pseudonyms by the name of the witness; empty in a ledger from before this was told. */
  private final Map<String, String> promised = new HashMap<>();

  private final List<Reveal> reveals = new ArrayList<>();

  /**
   * One reveal.
   *
   * @param seq entry of the ledger
   * @param at second it was recorded in
   * @param size of the checkpoint it names
   * @param root of that checkpoint
   */
  private record Reveal(
      long seq, Entropy.Contribution contribution, long at, long size, String root) {}

  /** Takes the witnesses a commit announces, where it does. */
  void promised(Map<?, ?> commit) {
    if (commit.get("witnesses") instanceof List<?> witnesses) {
      for (Object one : witnesses) {
        Refused.unless(one instanceof Map, Code.MALFORMED, "a witness is not an object");
        var witness = (Map<?, ?>) one;
        promised.put(Line.text(witness, "by"), Line.text(witness, "pseudonym"));
      }
    }
  }

  /** Takes one reveal. */
  void add(String drawId, long seq, Map<?, ?> value) {
    String by = Line.text(value, "by");
    Refused.unless(
        Line.text(value, "pseudonym").equals(promised.get(by)),
        Code.LEDGER,
        drawId + ": " + by + " was revealed by somebody who did not promise it");
    Refused.unless(
        value.get("checkpoint") instanceof Map<?, ?> named && named.get("size") instanceof Long,
        Code.MALFORMED,
        drawId + ": a reveal names no checkpoint");
    var checkpoint = (Map<?, ?>) value.get("checkpoint");
    reveals.add(
        new Reveal(
            seq,
            new Entropy.Contribution(by, Line.text(value, "nonce"), Line.text(value, "value")),
            second(Line.text(value, "recordedAt")),
            (Long) checkpoint.get("size"),
            Line.text(checkpoint, "root")));
  }

  private static long second(String time) {
    try {
      return Instant.parse(time).getEpochSecond();
    } catch (DateTimeException e) {
      throw new Refused(Code.MALFORMED, "recordedAt is no time: " + time);
    }
  }

  /**
   * What is to be said of the times; refused where they do not hold.
   *
   * @param committedAs number of the commit in the ledger that was seen
   * @param shift by how much its entries have a greater number here; 0 where it is the same ledger
   */
  String inTime(
      String drawId,
      long committedAs,
      long shift,
      List<Entropy.Contribution> contributions,
      Sightings sightings) {
    if (promised.isEmpty()) {
      return ", reveal time not checked";
    }
    Set<Entropy.Contribution> told = new HashSet<>();
    reveals.forEach(reveal -> told.add(reveal.contribution()));
    Refused.unless(
        reveals.size() == contributions.size() && told.equals(new HashSet<>(contributions)),
        Code.LEDGER,
        drawId + ": what the witnesses revealed is not what the ledger told");
    if (!sightings.isWatched()) {
      return ", reveal time not checked: no key of an outside witness";
    }
    long least = Long.MAX_VALUE;
    for (Reveal reveal : reveals) {
      least = Math.min(least, ahead(drawId, committedAs, shift, reveal, sightings));
    }
    return ", its commit witnessed " + least + " s before the first reveal";
  }

  /** Seconds between the sighting of the commit and the reveal; at least sixty. */
  private static long ahead(
      String drawId, long committedAs, long shift, Reveal reveal, Sightings sightings) {
    long seq = reveal.seq() - shift;
    OptionalLong seen = sightings.of(reveal.size(), reveal.root());
    Refused.unless(
        seen.isPresent(),
        Code.LEDGER,
        drawId
            + ": a reveal names the checkpoint of size "
            + reveal.size()
            + ", and nobody whose key is given cosigned that; name the key of who did");
    Refused.unless(
        reveal.size() >= committedAs && reveal.size() < seq,
        Code.LEDGER,
        drawId + ": a reveal names a checkpoint that does not show its commit");
    long ahead = reveal.at() - seen.getAsLong();
    Refused.unless(
        ahead >= DrawHistory.AHEAD,
        Code.LEDGER,
        drawId + ": revealed " + ahead + " s after its commit was witnessed");
    OptionalLong after = sightings.firstContaining(seq);
    Refused.unless(
        after.isPresent() && reveal.at() <= after.getAsLong(),
        Code.LEDGER,
        drawId + ": a reveal is dated later than a checkpoint that contains it");
    return ahead;
  }
}
