package cn.doublerandom.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
  private static final Instant MORNING = Instant.parse("2023-03-15T01:00:00Z");

  @Test
  void who_rests_for_half_an_hour_is_signed_in_no_more() {
    Session session = Session.begin("coordinator", MORNING);

    assertThat(session.isOver(MORNING.plus(Duration.ofMinutes(30)).minusSeconds(1))).isFalse();
    assertThat(session.isOver(MORNING.plus(Duration.ofMinutes(30)))).isTrue();
  }

  @Test
  void who_works_on_stays_signed_in_for_eight_hours_and_not_a_second_longer() {
    Session session = Session.begin("coordinator", MORNING);
    Instant end = MORNING.plus(Duration.ofHours(8));
    for (Instant now = MORNING; now.isBefore(end); now = now.plus(Duration.ofMinutes(29))) {
      assertThat(session.isOver(now)).isFalse();
      session = session.used(now);
    }

    assertThat(session.used(end.minusSeconds(1)).isOver(end.minusSeconds(1))).isFalse();
    assertThat(session.used(end.minusSeconds(1)).isOver(end)).isTrue();
  }

  @Test
  void a_use_is_noted_once_a_minute() {
    Session session = Session.begin("coordinator", MORNING);

    assertThat(session.isToBeRenewed(MORNING.plusSeconds(59))).isFalse();
    assertThat(session.isToBeRenewed(MORNING.plusSeconds(60))).isTrue();
  }

  @Test
  void what_was_used_before_it_began_or_is_to_be_used_later_counts_for_nothing() {
    var backwards = new Session("coordinator", "", MORNING, MORNING.minusSeconds(1));
    var later = new Session("coordinator", "", MORNING, MORNING.plusSeconds(61));

    assertThat(backwards.isOver(MORNING)).isTrue();
    assertThat(later.isOver(MORNING)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../key", "a/b", "a b", "a\nb", "-a", "张三"})
  void an_account_is_a_plain_name_that_leads_out_of_no_directory(String account) {
    assertThatIllegalArgumentException().isThrownBy(() -> Session.begin(account, MORNING));
  }

  private static byte[] without(byte[] cookie, int members) {
    String text = new String(cookie, StandardCharsets.UTF_8);
    for (int member = 0; member < members; member++) {
      text = text.substring(0, text.lastIndexOf('\n'));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_cookie_of_before_somebody_could_choose_a_bureau_or_act_for_another_still_counts() {
    Session session = Session.begin("coordinator", MORNING).in("130535");

    assertThat(Session.of(session.bytes())).contains(session);
    assertThat(Session.of(without(session.bytes(), 1))).contains(session);
    assertThat(Session.of(without(session.bytes(), 2))).contains(session.in(""));
    assertThat(Session.of(without(session.bytes(), 3))).isEmpty();
  }

  @Test
  void who_acts_for_another_is_in_no_role_of_his_own_until_he_chooses_one() {
    Session acting = Session.begin("li", MORNING).acting("registrar").actingFor("wang");

    assertThat(Session.of(acting.bytes())).contains(acting);
    assertThat(acting.role()).isEmpty();
    assertThat(acting.used(MORNING.plusSeconds(60)).principal()).isEqualTo("wang");
    assertThat(acting.acting("registrar").principal()).isEmpty();
    assertThat(acting.in("130535").principal()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> acting.actingFor("li 代 wang"));
  }
}
