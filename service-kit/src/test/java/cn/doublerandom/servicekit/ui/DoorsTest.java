package cn.doublerandom.servicekit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody is offered a way he may not go. */
class DoorsTest {
  private static final Doors DOORS =
      Doors.read(
          List.of(
              "# address | roles",
              "/registry/ui/items/{code} | registrar legal-reviewer",
              "/registry/ui/items/help |",
              "/draw/ui/tasks/{task} | coordinator"));

  private static String to(String address) {
    return "<p><a class=\"lead\" href=\"" + address + "\" id=\"x\">道路<b>运输</b>$1</a></p>";
  }

  private static String shown(String address, String... roles) {
    return DOORS.shown(to(address), Set.of(roles));
  }

  @Test
  void a_link_for_another_role_is_its_words() {
    for (String address : List.of("/registry/ui/items/A-1", "/registry/ui/items/A-1?a=b#c")) {
      assertThat(shown(address, "approver")).isEqualTo("<p><span>道路<b>运输</b>$1</span></p>");
      assertThat(shown(address, "approver", "registrar")).isEqualTo(to(address));
    }
  }

  @Test
  void what_is_for_everybody_and_what_nobody_knows_stays_a_link() {
    for (String address :
        List.of("/registry/ui/items/help", "/registry/ui/items/A-1/more", "/desk", "#main")) {
      assertThat(shown(address, "approver")).isEqualTo(to(address));
    }
  }

  @Test
  void each_link_of_a_page_is_judged_alone() {
    assertThat(
            DOORS.shown(
                to("/draw/ui/tasks/2023001-001") + to("/registry/ui/items/A-1"),
                Set.of("coordinator")))
        .isEqualTo(to("/draw/ui/tasks/2023001-001") + "<p><span>道路<b>运输</b>$1</span></p>");
  }

  @Test
  void the_table_that_is_packed_is_read() {
    assertThat(Doors.DOORS.shown(to("/draw/ui/tasks/2023001-001"), Set.of("unit-lead")))
        .contains("<span>");
  }
}
