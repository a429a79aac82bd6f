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
}
