package cn.doublerandom.servicekit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.key.BureauLevel;
import cn.doublerandom.bureau.key.DocumentNumberForm;
import cn.doublerandom.eventstore.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedBureausTest {
  private static final BureauKey MARKET = new BureauKey("130534.scjg");

  private final ServedBureaus served = new ServedBureaus();

  private static ServedBureau registered(BureauKey key, boolean isOpen) {
    return new ServedBureau(
        new Bureau(
            key,
            "清河县某局",
            "11130534MB0000027X",
            BureauLevel.COUNTY,
            List.of(),
            new DocumentNumberForm("清〔{year}〕{number}号")),
        isOpen);
  }

  @Test
  void before_anything_was_read_the_bureau_that_keeps_the_register_is_served() {
    assertThat(served.keys()).containsExactly(BureauKey.SEED);
    assertThat(served.open()).containsExactly(BureauKey.SEED);
    assertThat(served.scopes()).containsExactly(Scope.HOME);
    assertThat(served.entry(BureauKey.SEED)).isEmpty();
  }

  @Test
  void a_bureau_that_is_registered_is_served_from_then_on() {
    served.are(List.of(registered(MARKET, true)));

    assertThat(served.keys()).containsExactly(BureauKey.SEED, MARKET);
    assertThat(served.isOpen(MARKET)).isTrue();
    assertThat(served.scopes()).containsExactlyInAnyOrder(Scope.HOME, new Scope("130534.scjg"));
    assertThat(served.entry(MARKET)).map(Bureau::name).contains("清河县某局");
  }

  @Test
  void a_practice_bureau_is_served_and_the_public_does_not_know_it() {
    BureauKey practice = new BureauKey("130534.practice");
    served.are(List.of(registered(MARKET, true), registered(practice, true)));

    assertThat(served.open()).contains(practice);
    assertThat(served.inPublic()).containsExactly(BureauKey.SEED, MARKET);
  }

  @Test
  void a_closed_bureau_is_known_and_does_nothing() {
    served.are(List.of(registered(BureauKey.SEED, true), registered(MARKET, false)));

    assertThat(served.keys()).contains(MARKET);
    assertThat(served.open()).containsExactly(BureauKey.SEED);
    assertThat(served.isOpen(MARKET)).isFalse();
  }
}
