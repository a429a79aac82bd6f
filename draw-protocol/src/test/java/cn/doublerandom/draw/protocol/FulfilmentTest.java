package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was promised is what is revealed, or there is no draw (double-random/1 §4). */
class FulfilmentTest {
  private static final String BY = "2023-09-20T16:00:00Z";
  private static final String SECRET = "30".repeat(32);
  private static final Contribution A = new Contribution("纪检监察室", "ab".repeat(16), "7919");
  private static final Contribution B = new Contribution("企业代表", "cd".repeat(16), "");
  private static final CeremonyPromise CEREMONY =
      new CeremonyPromise(
          Hashes.ofSecret(SECRET),
          List.of(new Witness(A.by(), A.commitment()), new Witness(B.by(), B.commitment())));
  private static final CeremonyReveal REVEALED = new CeremonyReveal(SECRET, List.of(A, B));
  private static final LotteryPromise LOTTERY =
      new LotteryPromise(
          "ssq",
          "2023108",
          "2023-09-19T13:15:00Z",
          List.of(new Group(6, 1, 33), new Group(1, 1, 16)));
  private static final LotteryReveal NUMBERS =
      numbers(List.of(List.of(3, 7, 11, 19, 22, 30), List.of(16)));
  private static final DrandPromise DRAND = new DrandPromise(Entropy.QUICKNET, 1000);
  private static final DrandReveal ROUND =
      new DrandReveal(
          Entropy.QUICKNET,
          1000,
          "ab".repeat(48),
          "2b5194b12b01058a369ef70fdb8b9b3e1fbadf6d08b23c1d602d7b567163cffc");

  private static LotteryReveal numbers(List<List<Integer>> numbers) {
    return new LotteryReveal("ssq", "2023108", numbers);
  }

  private static void isUnfit(String why, Promise promise, Reveal reveal, String by) {
    assertThatThrownBy(() -> Fulfilment.bytes(promise, reveal, by))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  private static void isUnfit(String why, Promise promise, Reveal reveal) {
    isUnfit(why, promise, reveal, BY);
  }

  @Test
  void the_numbers_of_a_lottery_are_hashed_as_everybody_reads_them() {
    // printf '3.7.11.19.22.30./16./' | sha256sum
    assertThat(Hashes.hex(Fulfilment.bytes(LOTTERY, NUMBERS, BY)))
        .isEqualTo("ac1bebd41a2a6885edcc978dbbc4cf9934b563a28267836a060e4a293f378ef7");
  }

  @Test
  void numbers_that_cannot_have_been_drawn_are_refused() {
    String why = "numbers must ascend within their range";
    for (List<Integer> impossible :
        List.of(
            List.of(3, 7, 11, 19, 22),
            List.of(7, 3, 11, 19, 22, 30),
            List.of(3, 3, 11, 19, 22, 30),
            List.of(0, 7, 11, 19, 22, 30),
            List.of(3, 7, 11, 19, 22, 34))) {
      isUnfit(why, LOTTERY, numbers(List.of(impossible, List.of(16))));
    }
    isUnfit(why, LOTTERY, numbers(List.of(List.of(3, 7, 11, 19, 22, 30), List.of(17))));
    isUnfit("another number of groups", LOTTERY, numbers(List.of(List.of(3, 7, 11, 19, 22, 30))));
    assertThat(
            Fulfilment.bytes(LOTTERY, numbers(List.of(List.of(1, 2, 3, 4, 5, 33), List.of(1))), BY))
        .hasSize(32);
  }

  @Test
  void the_issue_that_was_promised_is_drawn_before_the_draw_must_be_made() {
    isUnfit(
        "another issue was promised",
        LOTTERY,
        new LotteryReveal("ssq", "2023109", NUMBERS.numbers()));
    isUnfit(
        "another issue was promised",
        LOTTERY,
        new LotteryReveal("dlt", "2023108", NUMBERS.numbers()));
    isUnfit("drawn after executeBy", LOTTERY, NUMBERS, LOTTERY.drawnAt());
    assertThat(Fulfilment.bytes(LOTTERY, NUMBERS, "2023-09-19T13:15:01Z")).hasSize(32);
  }

  @ParameterizedTest
  @CsvSource({
    "6, 1, 33, false",
    "1, 1, 16777215, false",
    "1, 1, 16777216, true",
    "1, 0, 16777215, true",
    "3, 0, 465, false",
    "3, 0, 466, true",
    "0, 1, 33, false",
    "34, 1, 33, false",
    "1, -1, 99999999, false",
    "1, 9, 8, false"
  })
  void a_lottery_has_at_least_two_to_the_24th_outcomes_and_no_impossible_group(
      int count, int min, int max, boolean isSound) {
    assertThat(
            new LotteryPromise("x", "1", LOTTERY.drawnAt(), List.of(new Group(count, min, max)))
                .isSound())
        .isEqualTo(isSound);
  }

  @Test
  void a_lottery_with_too_few_outcomes_gives_no_chance() {
    var few = new LotteryPromise("x", "1", LOTTERY.drawnAt(), List.of(new Group(1, 1, 10)));
    isUnfit(
        "an impossible group, or fewer than 2^24 outcomes",
        few,
        new LotteryReveal("x", "1", List.of(List.of(1))));
  }

  @Test
  void a_ceremony_is_fulfilled_by_the_secret_and_the_contributions_that_were_promised() {
    assertThat(Fulfilment.bytes(CEREMONY, REVEALED, BY)).hasSize(32);
    isUnfit(
        "the secret is not the committed one",
        CEREMONY,
        new CeremonyReveal("31".repeat(32), List.of(A, B)));
    for (List<Contribution> others :
        List.of(
            List.of(A),
            List.of(B, A),
            List.of(A, new Contribution(B.by(), B.nonce(), "1")),
            List.of(A, new Contribution("公众代表", B.nonce(), B.value())))) {
      isUnfit(
          "a contribution is not the committed one", CEREMONY, new CeremonyReveal(SECRET, others));
    }
  }

  @Test
  void a_ceremony_needs_two_witnesses_with_different_names() {
    Witness one = CEREMONY.witnesses().getFirst();
    for (List<Witness> witnesses : List.of(List.<Witness>of(), List.of(one), List.of(one, one))) {
      var promise = new CeremonyPromise(CEREMONY.operatorCommitment(), witnesses);
      assertThat(promise.isSound()).isFalse();
      isUnfit("a ceremony needs two witnesses with different names", promise, REVEALED);
    }
    assertThat(CEREMONY.isSound()).isTrue();
  }

  @Test
  void a_round_of_the_beacon_is_the_promised_one_and_its_randomness_the_hash_of_its_signature() {
    assertThat(Hashes.hex(Fulfilment.bytes(DRAND, ROUND, BY))).isEqualTo(ROUND.randomness());
    isUnfit("the chain is not quicknet", new DrandPromise("00".repeat(32), 1000), ROUND);
    isUnfit(
        "another round was promised",
        DRAND,
        new DrandReveal(Entropy.QUICKNET, 1001, ROUND.signature(), ROUND.randomness()));
    isUnfit(
        "another round was promised",
        DRAND,
        new DrandReveal("00".repeat(32), 1000, ROUND.signature(), ROUND.randomness()));
    isUnfit(
        "randomness is not the hash of the signature",
        DRAND,
        new DrandReveal(Entropy.QUICKNET, 1000, "ac".repeat(48), ROUND.randomness()));
  }

  @Test
  void a_round_is_over_before_the_draw_must_be_made() {
    // Genesis 2023-08-23T15:09:27Z, a round every three seconds, the first at genesis.
    assertThat(Entropy.timeOf(new DrandPromise(Entropy.QUICKNET, 1)))
        .isEqualTo(Instant.parse("2023-08-23T15:09:27Z"));
    assertThat(Entropy.timeOf(DRAND)).isEqualTo(Instant.parse("2023-08-23T15:59:24Z"));
    isUnfit("the round is after executeBy", DRAND, ROUND, "2023-08-23T15:59:24Z");
    assertThat(Fulfilment.bytes(DRAND, ROUND, "2023-08-23T15:59:25Z")).hasSize(32);
  }

  @Test
  void no_source_stands_in_for_another() {
    String why = "another kind of entropy was promised";
    isUnfit(why, CEREMONY, NUMBERS);
    isUnfit(why, CEREMONY, ROUND);
    isUnfit(why, LOTTERY, REVEALED);
    isUnfit(why, LOTTERY, ROUND);
    isUnfit(why, DRAND, REVEALED);
    isUnfit(why, DRAND, NUMBERS);
  }

  @Test
  void what_was_promised_and_revealed_is_read_as_it_was_written() {
    for (Promise promise : List.of(CEREMONY, LOTTERY, DRAND)) {
      assertThat(Promise.of(promise.json())).isEqualTo(promise);
    }
    for (Reveal reveal : List.of(REVEALED, NUMBERS, ROUND)) {
      assertThat(Reveal.of(reveal.json())).isEqualTo(reveal);
    }
    assertThatThrownBy(() -> Promise.of(Map.of("kind", "dice"))).hasMessage("unknown entropy dice");
    assertThatThrownBy(() -> Reveal.of(Map.of("kind", "dice"))).hasMessage("unknown entropy dice");
    assertThatThrownBy(() -> Promise.of(Map.of())).hasMessage("member kind is missing");
  }
}
