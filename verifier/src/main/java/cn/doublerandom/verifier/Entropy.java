package cn.doublerandom.verifier;

import static cn.doublerandom.verifier.Code.ENTROPY_INVALID;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Where the 32 bytes R come from (protocol §4): what was promised, what came, whether it fits. */
final class Entropy {
  private static final String QUICKNET =
      "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
  private static final long QUICKNET_GENESIS = 1692803367;
  private static final long QUICKNET_PERIOD = 3;
  private static final int SAFE_INTEGER_BITS = 53;

  private Entropy() {}

  sealed interface Committed {
    String kind();

    /**
     * When it becomes public, in seconds; empty for a ceremony, whose first reveal the ledger
     * tells.
     *
     * @throws ArithmeticException for a round no second of which fits 64 bits
     */
    default OptionalLong publicAt() {
      return switch (this) {
        case Ceremony ceremony -> OptionalLong.empty();
        case Lottery lottery -> OptionalLong.of(Instant.parse(lottery.drawnAt).getEpochSecond());
        case Drand drand ->
            OptionalLong.of(
                Math.addExact(
                    QUICKNET_GENESIS, Math.multiplyExact(drand.round - 1, QUICKNET_PERIOD)));
      };
    }

    record Ceremony(String operator, List<Witness> witnesses) implements Committed {
      @Override
      public String kind() {
        return "ceremony";
      }
    }

    record Lottery(String source, String issue, String drawnAt, List<Group> groups)
        implements Committed {
      @Override
      public String kind() {
        return "lottery";
      }
    }

    record Drand(String chain, long round) implements Committed {
      @Override
      public String kind() {
        return "drand";
      }
    }

    static Committed read(Fields f) {
      String kind = f.text("kind");
      Committed committed =
          switch (kind) {
            case "ceremony" ->
                new Committed.Ceremony(
                    f.hex("operatorCommitment", 32),
                    f.objects(
                        "witnesses",
                        (w, i) -> new Witness(w.filled("by"), w.hex("commitment", 32))));
            case "lottery" ->
                new Committed.Lottery(
                    f.filled("source"),
                    f.filled("issue"),
                    f.time("drawnAt"),
                    f.objects(
                        "groups",
                        (g, i) ->
                            new Group(
                                g.number("count", 0, Long.MAX_VALUE),
                                g.number("min", 0, Long.MAX_VALUE),
                                g.number("max", 0, Long.MAX_VALUE))));
            case "drand" ->
                new Committed.Drand(f.hex("chain", 32), f.number("round", 1, Long.MAX_VALUE));
            default -> throw new Refused(Code.MALFORMED, f.path + ".kind is not known: " + kind);
          };
      f.end();
      return committed;
    }
  }

  record Witness(String by, String commitment) {}

  record Group(long count, long min, long max) {}

  sealed interface Revealed {
    record Ceremony(String secret, List<Contribution> contributions, Object raw)
        implements Revealed {}

    record Lottery(String source, String issue, List<List<Long>> numbers) implements Revealed {}

    record Drand(String chain, long round, String signature, String randomness)
        implements Revealed {}

    /** The kind must be the committed one: anything else is out of place. */
    static Revealed read(Fields f, Object raw, String kind) {
      f.must(kind.equals(f.text("kind")), "kind", "must be " + kind);
      Revealed revealed =
          switch (kind) {
            case "ceremony" ->
                new Revealed.Ceremony(
                    f.hex("operatorSecret", 32),
                    f.objects(
                        "contributions",
                        (c, i) ->
                            new Contribution(c.filled("by"), c.hex("nonce", 16), c.text("value"))),
                    raw);
            case "lottery" ->
                new Revealed.Lottery(f.filled("source"), f.filled("issue"), numbers(f));
            default ->
                new Revealed.Drand(
                    f.hex("chain", 32),
                    f.number("round", 1, Long.MAX_VALUE),
                    f.hex("signature", 48),
                    f.hex("randomness", 32));
          };
      f.end();
      return revealed;
    }

    private static List<List<Long>> numbers(Fields f) {
      List<?> raw = f.list("numbers");
      for (Object group : raw) {
        f.must(
            group instanceof List<?> numbers && numbers.stream().allMatch(Long.class::isInstance),
            "numbers",
            "must hold arrays of integers");
      }
      return raw.stream()
          .map(group -> ((List<?>) group).stream().map(Long.class::cast).toList())
          .toList();
    }
  }

  record Contribution(String by, String nonce, String value) {
    Map<String, Object> json() {
      return new TreeMap<>(Map.of("by", by, "nonce", nonce, "value", value));
    }
  }

  /** The 32 bytes R, or a refusal with ENTROPY_INVALID. */
  static byte[] check(Commit commit, Revealed revealed) {
    return switch (revealed) {
      case Revealed.Ceremony ceremony -> ceremony((Committed.Ceremony) commit.entropy(), ceremony);
      case Revealed.Lottery lottery ->
          lottery((Committed.Lottery) commit.entropy(), lottery, commit.executeBy());
      case Revealed.Drand drand ->
          drand((Committed.Drand) commit.entropy(), drand, commit.executeBy());
    };
  }

  private static byte[] ceremony(Committed.Ceremony committed, Revealed.Ceremony revealed) {
    List<Witness> witnesses = committed.witnesses();
    must(witnesses.size() >= 2, "a ceremony needs two witnesses");
    Set<String> names = new HashSet<>();
    must(witnesses.stream().allMatch(w -> names.add(w.by())), "witnesses must be distinct");
    must(
        Hash.hex(Hash.tagged("secret", Hash.bytes(revealed.secret()))).equals(committed.operator()),
        "the operator's secret is not the committed one");
    must(
        witnesses.size() == revealed.contributions().size(),
        "each witness contributes exactly once");
    for (int i = 0; i < witnesses.size(); i++) {
      Contribution contribution = revealed.contributions().get(i);
      must(
          contribution.by().equals(witnesses.get(i).by()),
          "contributions are not in the order of the witnesses");
      must(
          Hash.hex(Hash.tagged("contribution", Json.canonical(contribution.json())))
              .equals(witnesses.get(i).commitment()),
          "the contribution of " + contribution.by() + " is not the committed one");
    }
    var all = new TreeMap<String, Object>();
    all.put("contributions", revealed.contributions().stream().map(Contribution::json).toList());
    all.put("operatorSecret", revealed.secret());
    return Hash.tagged("ceremony", Json.canonical(all));
  }

  private static byte[] lottery(
      Committed.Lottery committed, Revealed.Lottery revealed, String executeBy) {
    must(committed.drawnAt().compareTo(executeBy) < 0, "drawnAt must be before executeBy");
    BigInteger outcomes = BigInteger.ONE;
    BigInteger enough = BigInteger.TWO.pow(24);
    for (Group g : committed.groups()) {
      must(
          g.min() <= g.max() && g.count() >= 1 && g.count() <= g.max() - g.min() + 1,
          "a lottery group is impossible");
      outcomes = outcomes.multiply(combinations(g.max() - g.min() + 1, g.count())).min(enough);
    }
    must(outcomes.compareTo(enough) >= 0, "the lottery has fewer than 2^24 outcomes");
    must(
        revealed.source().equals(committed.source()) && revealed.issue().equals(committed.issue()),
        "not the committed lottery and issue");
    must(
        revealed.numbers().size() == committed.groups().size(),
        "the number of lottery groups differs");
    var text = new StringBuilder();
    for (int i = 0; i < committed.groups().size(); i++) {
      Group g = committed.groups().get(i);
      List<Long> numbers = revealed.numbers().get(i);
      must(numbers.size() == g.count(), "a lottery group has the wrong count");
      long last = g.min() - 1;
      for (long number : numbers) {
        must(number > last && number <= g.max(), "lottery numbers must ascend within their range");
        last = number;
        text.append(number).append('.');
      }
      text.append('/');
    }
    return Hash.sha256(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** C(n, k), cut off at 2^53 because only "at least 2^24" is asked. */
  private static BigInteger combinations(long n, long k) {
    BigInteger result = BigInteger.ONE;
    long smaller = Math.min(k, n - k);
    for (long i = 1; i <= smaller; i++) {
      result = result.multiply(BigInteger.valueOf(n - smaller + i)).divide(BigInteger.valueOf(i));
      if (result.bitLength() > SAFE_INTEGER_BITS) {
        return result;
      }
    }
    return result;
  }

  private static byte[] drand(Committed.Drand committed, Revealed.Drand revealed, String until) {
    must(committed.chain().equals(QUICKNET), "the chain is not quicknet");
    BigInteger at =
        BigInteger.valueOf(committed.round() - 1)
            .multiply(BigInteger.valueOf(QUICKNET_PERIOD))
            .add(BigInteger.valueOf(QUICKNET_GENESIS));
    must(
        at.compareTo(BigInteger.valueOf(Instant.parse(until).getEpochSecond())) < 0,
        "the drand round must be before executeBy");
    must(
        revealed.chain().equals(committed.chain()) && revealed.round() == committed.round(),
        "not the committed drand round");
    must(
        Hash.hex(Hash.sha256(Hash.bytes(revealed.signature()))).equals(revealed.randomness()),
        "randomness is not the hash of the signature");
    return Hash.bytes(revealed.randomness());
  }

  private static void must(boolean holds, String why) {
    Refused.unless(holds, ENTROPY_INVALID, why);
  }
}
