package cn.doublerandom.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the officers of a team are called. */
class PersonNamesTest {
  private static final NameBook BOOK =
      account -> Map.of("JC001", "示例人员一（JC001）").getOrDefault(account, account);

  @Test
  void beside_a_member_with_a_name_it_is_said_of_the_other_that_his_is_not_known() {
    List<String> team = List.of("JC001", "JC003");
    assertThat(PersonNames.named(team, BOOK, Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("示例人员一（JC001）、JC003（姓名未知）");
    assertThat(PersonNames.named(team, BOOK, Locale.ENGLISH))
        .isEqualTo("示例人员一（JC001）, JC003 (name not known)");
  }

  @Test
  void what_stands_in_a_row_is_apart_as_the_language_has_it() {
    assertThat(PersonNames.named("JC001、JC003", BOOK, Locale.ENGLISH))
        .isEqualTo("示例人员一（JC001）, JC003");
    assertThat(PersonNames.named("JC001、JC003", BOOK, Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("示例人员一（JC001）、JC003");
    assertThat(PersonNames.listed("A、6", Locale.ENGLISH)).isEqualTo("A, 6");
    assertThat(PersonNames.listed("A、6", Locale.SIMPLIFIED_CHINESE)).isEqualTo("A、6");
  }

  @Test
  void where_nobody_is_named_the_numbers_stand_alone() {
    assertThat(PersonNames.named(List.of("JC003", "JC004"), BOOK, Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("JC003、JC004");
    assertThat(PersonNames.named(List.of("JC001"), null, null)).isEqualTo("JC001");
  }

  @Test
  void what_the_house_did_by_itself_is_the_systems_and_not_that_of_a_topic() {
    for (String actor : List.of("draw.events.v1", "deadlines", "timer follow_up")) {
      assertThat(PersonNames.named(actor, BOOK, Locale.SIMPLIFIED_CHINESE)).isEqualTo("系统");
      assertThat(PersonNames.named(actor, null, Locale.ENGLISH)).isEqualTo("the system");
    }
  }

  @Test
  void who_came_by_a_code_or_a_link_is_said_in_words() {
    assertThat(PersonNames.named("subject-by-code", BOOK, Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("检查对象（凭码）");
    assertThat(PersonNames.named("receiver-by-link、JC001", BOOK, Locale.ENGLISH))
        .isEqualTo("the receiver, by link, 示例人员一（JC001）");
  }

  @Test
  void who_is_known_by_a_name_has_it_whatever_his_account_is_called() {
    NameBook book = account -> account.equals("calendar") ? "示例人员九（calendar）" : account;
    assertThat(PersonNames.named("calendar", book, Locale.ENGLISH)).isEqualTo("示例人员九（calendar）");
  }
}
