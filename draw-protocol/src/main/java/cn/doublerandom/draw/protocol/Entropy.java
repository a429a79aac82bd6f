package cn.doublerandom.draw.protocol;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where chance comes from (protocol §4): promised in the commit, revealed afterwards, and worth 32
 * bytes only where the two fit.
 */
public final class Entropy {
  public static final String QUICKNET =
      "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
  private static final Instant QUICKNET_GENESIS = Instant.ofEpochSecond(1_692_803_367L);
  private static final int QUICKNET_PERIOD_SECONDS = 3;
  private static final int LEAST_WITNESSES = 2;
  private static final BigInteger LEAST_OUTCOMES = BigInteger.ONE.shiftLeft(24);

  private Entropy() {}

  /** What a commit says about the entropy to come. */
  public sealed interface Promise {
    Map<String, Object> json();

    static Promise of(Map<?, ?> json) {
      Members m = Members.of(json);
      return switch (m.text("kind")) {
        case "ceremony" ->
            new CeremonyPromise(m.text("operatorCommitment"), m.objects("witnesses", Witness::of));
        case "lottery" ->
            new LotteryPromise(
                m.text("source"),
                m.text("issue"),
                m.text("drawnAt"),
                m.objects("groups", Group::of));
        case "drand" -> new DrandPromise(m.text("chain"), m.number("round"));
        default -> throw new IllegalArgumentException("unknown entropy " + m.text("kind"));
      };
    }
  }

  /**
   * An operator and at least two witnesses each commit to a value of their own.
   *
   * @param operatorCommitment hash of the operator's secret, 64 hex digits
   */
  public record CeremonyPromise(String operatorCommitment, List<Witness> witnesses)
      implements Promise {
    public CeremonyPromise {
      witnesses = List.copyOf(witnesses);
    }

    /** Whether there are enough witnesses and no name appears twice. */
    public boolean isSound() {
      Set<String> names = new HashSet<>();
      return witnesses.size() >= LEAST_WITNESSES
          && witnesses.stream().allMatch(w -> names.add(w.by()));
    }

    @Override
    public Map<String, Object> json() {
      return Map.of(
          "kind",
          "ceremony",
          "operatorCommitment",
          operatorCommitment,
          "witnesses",
          witnesses.stream().map(Witness::json).toList());
    }
  }

  /** A public lottery whose numbers nobody in the county can bend. */
  public record LotteryPromise(String source, String issue, String drawnAt, List<Group> groups)
      implements Promise {
    public LotteryPromise {
      groups = List.copyOf(groups);
    }

    /** Whether its groups can be drawn at all and give at least 2^24 outcomes. */
    public boolean isSound() {
      BigInteger outcomes = BigInteger.ONE;
      for (Group group : groups) {
        if (!group.isPossible()) {
          return false;
        }
        outcomes = outcomes.multiply(group.outcomes());
      }
      return outcomes.compareTo(LEAST_OUTCOMES) >= 0;
    }

    @Override
    public Map<String, Object> json() {
      return Map.of(
          "kind", "lottery",
          "source", source,
          "issue", issue,
          "drawnAt", drawnAt,
          "groups", groups.stream().map(Group::json).toList());
    }
  }

  /** A round of the drand beacon, of the one pinned chain. */
  public record DrandPromise(String chain, long round) implements Promise {
    @Override
    public Map<String, Object> json() {
      return Map.of("kind", "drand", "chain", chain, "round", round);
    }
  }

  /**
   * A witness and the hash of what that witness will reveal.
   *
   * @param commitment 64 hex digits
   */
  public record Witness(String by, String commitment) {
    Map<String, Object> json() {
      return Map.of("by", by, "commitment", commitment);
    }

    static Witness of(Members m) {
      return new Witness(m.text("by"), m.text("commitment"));
    }
  }

  /** Numbers drawn together: {@code count} of {@code min..max}. */
  public record Group(int count, int min, int max) {
    Map<String, Object> json() {
      return Map.of("count", count, "min", min, "max", max);
    }

    static Group of(Members m) {
      return new Group(m.count("count"), m.count("min"), m.count("max"));
    }

    private boolean isPossible() {
      return 0 <= min && min <= max && count >= 1 && count <= (long) max - min + 1;
    }

    private BigInteger outcomes() {
      BigInteger outcomes = BigInteger.ONE;
      for (int i = 1; i <= count; i++) {
        outcomes =
            outcomes
                .multiply(BigInteger.valueOf((long) max - min + 1 - count + i))
                .divide(BigInteger.valueOf(i));
      }
      return outcomes;
    }
  }

  /** What came. */
  public sealed interface Reveal {
    Map<String, Object> json();

    static Reveal of(Map<?, ?> json) {
      Members m = Members.of(json);
      return switch (m.text("kind")) {
        case "ceremony" ->
            new CeremonyReveal(
                m.text("operatorSecret"), m.objects("contributions", Contribution::of));
        case "lottery" ->
            new LotteryReveal(
                m.text("source"),
                m.text("issue"),
                m.list(
                    "numbers",
                    group ->
                        ((List<?>) group).stream().map(n -> ((Number) n).intValue()).toList()));
        case "drand" ->
            new DrandReveal(
                m.text("chain"), m.number("round"), m.text("signature"), m.text("randomness"));
        default -> throw new IllegalArgumentException("unknown entropy " + m.text("kind"));
      };
    }
  }

  public record CeremonyReveal(String operatorSecret, List<Contribution> contributions)
      implements Reveal {
    public CeremonyReveal {
      contributions = List.copyOf(contributions);
    }

    @Override
    public Map<String, Object> json() {
      return Map.of(
          "kind",
          "ceremony",
          "operatorSecret",
          operatorSecret,
          "contributions",
          contributions.stream().map(Contribution::json).toList());
    }
  }

  public record LotteryReveal(String source, String issue, List<List<Integer>> numbers)
      implements Reveal {
    public LotteryReveal {
      numbers = List.copyOf(numbers);
    }

    @Override
    public Map<String, Object> json() {
      return Map.of("kind", "lottery", "source", source, "issue", issue, "numbers", numbers);
    }
  }

  public record DrandReveal(String chain, long round, String signature, String randomness)
      implements Reveal {
    @Override
    public Map<String, Object> json() {
      return Map.of(
          "kind", "drand",
          "chain", chain,
          "round", round,
          "signature", signature,
          "randomness", randomness);
    }
  }

  /**
   * What one witness reveals.
   *
   * @param nonce 32 hex digits the witness keeps secret until then
   * @param value anything the witness likes, up to 1024 characters, possibly empty
   */
  public record Contribution(String by, String nonce, String value) {
    public Map<String, Object> json() {
      return Map.of("by", by, "nonce", nonce, "value", value);
    }

    public String commitment() {
      return Hashes.ofJson("contribution", json());
    }

    static Contribution of(Members m) {
      return new Contribution(m.text("by"), m.text("nonce"), m.text("value"));
    }
  }

  /** When a round of quicknet comes into being. */
  public static Instant timeOf(DrandPromise drand) {
    return QUICKNET_GENESIS.plusSeconds(
        Math.multiplyExact(drand.round() - 1, (long) QUICKNET_PERIOD_SECONDS));
  }
}
