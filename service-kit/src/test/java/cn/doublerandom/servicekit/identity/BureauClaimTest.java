package cn.doublerandom.servicekit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.servicekit.identity.TokenRules.Fault;
import jakarta.json.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BureauClaimTest {
  private static final BureauKey MARKET = new BureauKey("130534.scjg");
  private static final Set<BureauKey> BOTH = Set.of(BureauKey.SEED, MARKET);
  private static final Set<String> COORDINATOR = Set.of(Roles.COORDINATOR);
  private static final Set<String> AUDITOR = Set.of(Roles.AUDITOR);

  private static List<BureauKey> bureaus(
      @Nullable Object claim, Set<String> roles, Set<BureauKey> served) {
    return switch (BureauClaim.read(claim, roles, served)) {
      case BureauClaim.Read.Of(var read) -> read.bureaus();
      case BureauClaim.Read.Refused(var fault) -> throw new AssertionError(fault);
    };
  }

  private static Fault fault(Object claim, Set<String> roles, Set<BureauKey> served) {
    return switch (BureauClaim.read(claim, roles, served)) {
      case BureauClaim.Read.Of(var read) -> throw new AssertionError(read);
      case BureauClaim.Read.Refused(var fault) -> fault;
    };
  }

  @Test
  void a_token_says_for_which_bureau_somebody_acts() {
    assertThat(bureaus("130534.scjg", COORDINATOR, BOTH)).containsExactly(MARKET);
    assertThat(bureaus("130534", COORDINATOR, BOTH)).containsExactly(BureauKey.SEED);
    assertThat(bureaus(List.of("130534.scjg"), AUDITOR, BOTH)).containsExactly(MARKET);
    assertThat(bureaus(Json.createArrayBuilder().add("130534").build(), AUDITOR, BOTH))
        .containsExactly(BureauKey.SEED);
  }

  @Test
  void a_token_of_before_there_were_several_is_of_the_seeds_bureau() {
    assertThat(bureaus(null, COORDINATOR, BOTH)).containsExactly(BureauKey.SEED);
    assertThat(BureauClaim.read(null, COORDINATOR, Set.of(MARKET)))
        .isEqualTo(new BureauClaim.Read.Refused(Fault.BUREAU_NOT_SERVED));
  }

  static Stream<Object> otherForms() {
    return Stream.of(
        "",
        " ",
        "130534 ",
        "130534~scjg",
        "130534,130534.scjg",
        "*",
        130534,
        true,
        List.of(),
        List.of("130534", ""),
        List.of("130534", 130534),
        List.of("130534", "130534"),
        Json.createArrayBuilder().add(130534).build(),
        Json.createObjectBuilder().add("130534", true).build());
  }

  @ParameterizedTest
  @MethodSource("otherForms")
  void a_claim_of_any_other_form_is_refused_and_never_read_as_none(Object claim) {
    assertThat(fault(claim, AUDITOR, BOTH)).isEqualTo(Fault.BUREAU_MALFORMED);
  }

  @Test
  void only_who_changes_nothing_may_see_several() {
    List<String> both = List.of("130534", "130534.scjg");
    assertThat(bureaus(both, AUDITOR, BOTH)).containsExactly(BureauKey.SEED, MARKET);
    assertThat(bureaus(both, Set.of(Roles.PLATFORM), BOTH)).hasSize(2);
    assertThat(fault(both, COORDINATOR, BOTH)).isEqualTo(Fault.BUREAUS_LISTED);
    assertThat(fault(both, Set.of(Roles.AUDITOR, Roles.COORDINATOR), BOTH))
        .isEqualTo(Fault.BUREAUS_LISTED);
    assertThat(fault(both, Set.of(), BOTH)).isEqualTo(Fault.BUREAUS_LISTED);
  }

  @Test
  void who_changes_something_names_one_bureau_and_lists_none_not_even_one() {
    assertThat(fault(List.of("130534"), COORDINATOR, BOTH)).isEqualTo(Fault.BUREAUS_LISTED);
    assertThat(
            fault(
                Json.createArrayBuilder().add("130534").build(),
                Set.of(Roles.AUDITOR, Roles.COORDINATOR),
                BOTH))
        .isEqualTo(Fault.BUREAUS_LISTED);
    assertThat(fault(List.of("130534"), Set.of(), BOTH)).isEqualTo(Fault.BUREAUS_LISTED);
  }

  @Test
  void a_bureau_that_is_not_served_here_is_nobodys() {
    Set<BureauKey> seed = Set.of(BureauKey.SEED);
    assertThat(fault("130534.scjg", COORDINATOR, seed)).isEqualTo(Fault.BUREAU_NOT_SERVED);
    assertThat(bureaus(List.of("130534.scjg", "130534"), AUDITOR, seed))
        .containsExactly(BureauKey.SEED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"130534.scjg", "130535", "130000"})
  void every_bureau_but_the_seeds_has_a_scope_of_its_own_name(String key) {
    assertThat(Asking.scope(new BureauKey(key))).isEqualTo(new Scope(key));
    assertThat(Asking.scope(BureauKey.SEED)).isEqualTo(Scope.HOME);
  }
}
