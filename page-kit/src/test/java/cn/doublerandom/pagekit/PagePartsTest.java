package cn.doublerandom.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What pages are put together from. */
class PagePartsTest {
  private static final Menu MENU =
      Menu.read(
          new ByteArrayInputStream(
              """
              role registrar | 名录管理人员 | Registrar
              role auditor | 审计人员 | Auditor
              /desk | 待办 | To do |
              = 一单两库 | Registers
              /registry/ui/subjects | 检查对象 | Subjects | registrar auditor
              # /registry/ui/later | 以后 | Later | registrar
              /registry/ui/subjects/imports | 导入 | Import | registrar
              ? /registry/ui/subjects | registrar
              @ /registry/ui/subjects | /help/registrar#subjects | registrar
              @ /registry/ui/subjects | /help/auditor
              @ /registry/ui/subjects/imports | /help/registrar#import | registrar
              = 抽取 | Draw
              /draw/ui/draws | 抽取 | Draws | registrar
              + /draw/ui/tasks | /draw/ui/draws
              """
                  .getBytes(StandardCharsets.UTF_8)));

  private static List<String> addresses(List<Menu.Group> groups) {
    return groups.stream()
        .flatMap(group -> group.lines().stream())
        .map(Menu.Line::address)
        .toList();
  }

  @Test
  void a_menu_shows_what_a_role_may_do_and_nothing_else() {
    assertThat(addresses(MENU.shown(List.of("registrar"), "/desk", false)))
        .containsExactly(
            "/desk", "/registry/ui/subjects", "/registry/ui/subjects/imports", "/draw/ui/draws");
    assertThat(addresses(MENU.shown(List.of("auditor"), "/desk", false)))
        .containsExactly("/desk", "/registry/ui/subjects");
    assertThat(addresses(MENU.shown(List.of("witness"), "/desk", false))).containsExactly("/desk");
    assertThat(MENU.searchOf(List.of("registrar"))).isEqualTo("/registry/ui/subjects");
    assertThat(MENU.searchOf(List.of("auditor"))).isEmpty();
  }

  private static Frame frame(String path) {
    return new Frame(
        "",
        "",
        "",
        "",
        List.of(),
        List.of(),
        MENU.shown(List.of("registrar"), path, false),
        PageAddress.of(path),
        "",
        false,
        false,
        false,
        "");
  }

  @Test
  void a_frame_of_an_exercise_looks_like_one() {
    assertThat(new PublicFrame(PageAddress.of("/"), false, true, true).look())
        .isEqualTo(" large practice");
    assertThat(new PublicFrame(PageAddress.of("/"), false, false, false).look()).isEmpty();
  }

  @Test
  void a_group_that_is_called_as_its_line_is_said_once_above_a_page() {
    assertThat(frame("/registry/ui/subjects/X1").group()).isEqualTo("一单两库");
    assertThat(frame("/draw/ui/draws").group()).isEmpty();
    assertThat(frame("/draw/ui/draws").isPlaced()).isTrue();
    assertThat(frame("/desk").isPlaced()).isFalse();
  }

  @Test
  void a_page_below_another_address_belongs_to_the_line_that_is_named() {
    Frame task = frame("/draw/ui/tasks/2023001-001/draw");
    assertThat(task.place().address()).isEqualTo("/draw/ui/draws");
    assertThat(frame("/draw/ui/tasksheet").isPlaced()).isFalse();
  }

  @Test
  void a_page_belongs_to_the_line_its_address_begins_with() {
    assertThat(MENU.at("/registry/ui/subjects/X1").orElseThrow().words().chinese())
        .isEqualTo("检查对象");
    assertThat(MENU.at("/registry/ui/subjects/imports/7").orElseThrow().words().chinese())
        .isEqualTo("导入");
    assertThat(MENU.at("/registry/ui/subjectsX")).isEmpty();
    assertThat(MENU.words(List.of("auditor", "stranger", "registrar"), true))
        .containsExactly("Registrar", "Auditor", "stranger");
  }

  @Test
  void the_handbook_speaks_of_a_page_to_each_role_as_near_to_it_as_it_can() {
    assertThat(MENU.helpOf(List.of("auditor", "registrar"), "/registry/ui/subjects/X1"))
        .isEqualTo("/help/registrar#subjects");
    assertThat(MENU.helpOf(List.of("auditor"), "/registry/ui/subjects")).isEqualTo("/help/auditor");
    assertThat(MENU.helpOf(List.of("registrar"), "/registry/ui/subjects/imports/7"))
        .isEqualTo("/help/registrar#import");
    assertThat(MENU.helpOf(List.of("registrar"), "/registry/ui/subjectsX")).isEmpty();
    assertThat(MENU.entries()).hasSize(4);
  }

  @Test
  void a_link_changes_one_thing_of_an_address() {
    PageAddress here =
        new PageAddress("/x", Map.of("search", List.of("清河&A")))
            .with("after", "c")
            .with("from", 51);

    assertThat(here.without("after").without("from").toString())
        .isEqualTo("/x?search=%E6%B8%85%E6%B2%B3%26A");
    assertThat(here.sortedBy("name").toString())
        .doesNotContain("after", "from")
        .contains("sort=name");
    assertThat(here.sortedBy("name").sortedBy("name").value("sort")).isEqualTo("-name");
    assertThat(here.sortedBy("name").sorting("name")).isEqualTo("ascending");
    assertThat(here.sortedBy("name").sorting("code")).isEqualTo("none");
  }

  @Test
  void a_form_keeps_its_version_until_its_writer_was_told_of_anothers_change() {
    FilledForm typed = FilledForm.empty("k", "3").with("name", "甲").with("code", "1");

    FilledForm refused = typed.refused(List.of(new FilledForm.Fault("name", "错")), false);
    FilledForm late = typed.refused(List.of(new FilledForm.Fault("", "已被他人修改")), true);

    assertThat(refused.over("4", Map.of("name", "乙")).version()).isEqualTo("3");
    assertThat(refused.over("4", Map.of("name", "乙")).other("name")).isEmpty();
    assertThat(late.over("4", Map.of("name", "乙", "code", "1")).version()).isEqualTo("4");
    assertThat(late.over("4", Map.of("name", "乙", "code", "1")).theirs())
        .isEqualTo(Map.of("name", "乙"));
    assertThat(late.over("4", Map.of("name", "乙")).value("name")).isEqualTo("甲");
  }

  @Test
  void a_chart_has_zero_in_the_picture_and_its_target_too() {
    var chart =
        new Chart(
            "t",
            "",
            Chart.Form.BARS,
            List.of(new Chart.Point("a", 0, "0"), new Chart.Point("b", 50, "50")),
            100,
            "s");

    assertThat(chart.marks()).extracting(Chart.Mark::y).containsExactly(200.0, 112.0);
    assertThat(chart.marks().getFirst().height()).isZero();
    assertThat(chart.aim()).isEqualTo(24.0);
    assertThat(new Chart("t", "", Chart.Form.LINE, List.of(), -1, "").path()).isEmpty();
  }

  @Test
  void numbers_and_codes_are_written_as_they_are_read() {
    assertThat(Figures.grouped(1_204)).isEqualTo("1,204");
    assertThat(Figures.spaced("91130534MA01")).isEqualTo("9113 0534 MA01");
    assertThat(new Rows<>(List.of("a", "b"), 51, 1_204, null).to()).isEqualTo(52);
  }
}
