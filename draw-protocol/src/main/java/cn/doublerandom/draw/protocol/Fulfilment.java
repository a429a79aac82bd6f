package cn.doublerandom.draw.protocol;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.draw.protocol.Entropy.CeremonyPromise;
import cn.doublerandom.draw.protocol.Entropy.CeremonyReveal;
import cn.doublerandom.draw.protocol.Entropy.Contribution;
import cn.doublerandom.draw.protocol.Entropy.DrandPromise;
import cn.doublerandom.draw.protocol.Entropy.DrandReveal;
import cn.doublerandom.draw.protocol.Entropy.Group;
import cn.doublerandom.draw.protocol.Entropy.LotteryPromise;
import cn.doublerandom.draw.protocol.Entropy.LotteryReveal;
import cn.doublerandom.draw.protocol.Entropy.Promise;
import cn.doublerandom.draw.protocol.Entropy.Reveal;
import cn.doublerandom.draw.protocol.Entropy.Witness;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The 32 bytes a reveal is worth, where it fits what was promised (protocol §4). */
final class Fulfilment {
  private Fulfilment() {}

  /**
   * The 32 bytes R.
   *
   * @throws IllegalArgumentException where the reveal does not fit the promise
   */
  static byte[] bytes(Promise promise, Reveal reveal, String executeBy) {
    return switch (promise) {
      case CeremonyPromise ceremony when reveal instanceof CeremonyReveal r ->
          ceremony(ceremony, r);
      case LotteryPromise lottery when reveal instanceof LotteryReveal r ->
          lottery(lottery, r, executeBy);
      case DrandPromise drand when reveal instanceof DrandReveal r -> drand(drand, r, executeBy);
      case CeremonyPromise c -> throw unfit("another kind of entropy was promised");
      case LotteryPromise l -> throw unfit("another kind of entropy was promised");
      case DrandPromise d -> throw unfit("another kind of entropy was promised");
    };
  }

  private static byte[] ceremony(CeremonyPromise promise, CeremonyReveal reveal) {
    require(promise.isSound(), "a ceremony needs two witnesses with different names");
    require(
        Hashes.ofSecret(reveal.operatorSecret()).equals(promise.operatorCommitment()),
        "the secret is not the committed one");
    List<Witness> fulfilled =
        reveal.contributions().stream().map(c -> new Witness(c.by(), c.commitment())).toList();
    require(fulfilled.equals(promise.witnesses()), "a contribution is not the committed one");
    return Hashes.tagged(
        "ceremony",
        CanonicalJson.bytes(
            Map.of(
                "contributions", reveal.contributions().stream().map(Contribution::json).toList(),
                "operatorSecret", reveal.operatorSecret())));
  }

  private static byte[] lottery(LotteryPromise promise, LotteryReveal reveal, String executeBy) {
    require(promise.drawnAt().compareTo(executeBy) < 0, "drawn after executeBy");
    require(
        reveal.source().equals(promise.source()) && reveal.issue().equals(promise.issue()),
        "another issue was promised");
    require(reveal.numbers().size() == promise.groups().size(), "another number of groups");
    require(promise.isSound(), "an impossible group, or fewer than 2^24 outcomes");
    List<String> text = new ArrayList<>();
    for (int g = 0; g < promise.groups().size(); g++) {
      Group group = promise.groups().get(g);
      List<Integer> numbers = reveal.numbers().get(g);
      require(
          numbers.size() == group.count()
              && numbers.stream().sorted().distinct().toList().equals(numbers)
              && numbers.getFirst() >= group.min()
              && numbers.getLast() <= group.max(),
          "numbers must ascend within their range");
      numbers.forEach(number -> text.add(number + "."));
      text.add("/");
    }
    return Hashes.sha256(String.join("", text).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] drand(DrandPromise promise, DrandReveal reveal, String executeBy) {
    require(promise.chain().equals(Entropy.QUICKNET), "the chain is not quicknet");
    require(
        Entropy.timeOf(promise).isBefore(Instant.parse(executeBy)), "the round is after executeBy");
    require(
        reveal.chain().equals(promise.chain()) && reveal.round() == promise.round(),
        "another round was promised");
    require(
        Hashes.hex(Hashes.sha256(Hashes.bytes(reveal.signature()))).equals(reveal.randomness()),
        "randomness is not the hash of the signature");
    return Hashes.bytes(reveal.randomness());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw unfit(otherwise);
    }
  }

  private static IllegalArgumentException unfit(String why) {
    return new IllegalArgumentException(why);
  }
}
