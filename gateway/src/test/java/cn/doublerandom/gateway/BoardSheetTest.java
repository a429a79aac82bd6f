package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What services say is laid together by what it is about. */
class BoardSheetTest {
  private static BoardSaid.Placed figure(String group, String label, String at) {
    return new BoardSaid.Placed(group, new Glance.Figure(label, "1", "", "ok", at));
  }

  private static BoardSaid said(Part part, String fault, BoardSaid.Placed... figures) {
    return new BoardSaid(part, List.of(), List.of(figures), List.of(), fault, false);
  }

  @Test
  void figures_about_the_same_stand_together_in_the_order_of_the_services() {
    BoardSheet sheet =
        BoardSheet.of(
            List.of(
                said(Part.DRAW, "", figure("COVERAGE", "预计", ""), figure("DEADLINES", "抽取", "")),
                said(Part.PUBLICATION, "", figure("COVERAGE", "至今", ""))),
            at -> true,
            false);

    assertThat(sheet.groups())
        .extracting(BoardSheet.Group::key)
        .containsExactly("DEADLINES", "COVERAGE");
    assertThat(sheet.groups().getLast().figures())
        .extracting(Glance.Figure::label)
        .containsExactly("预计", "至今");
  }

  @Test
  void a_page_that_is_not_for_the_reader_leaves_the_number_without_a_link() {
    BoardSheet sheet =
        BoardSheet.of(
            List.of(
                said(
                    Part.DRAW,
                    "",
                    figure("DEADLINES", "a", "/draw/a"),
                    figure("DEADLINES", "b", "/draw/b"))),
            at -> at.equals("/draw/b"),
            false);

    assertThat(sheet.groups().getFirst().figures())
        .extracting(Glance.Figure::at)
        .containsExactly("", "/draw/b");
  }

  @Test
  void a_service_that_failed_is_named_and_has_a_line_of_its_own() {
    BoardSheet sheet =
        BoardSheet.of(
            List.of(said(Part.REGISTRY, "它停了。"), said(Part.DRAW, "", figure("MEMORY", "积压", ""))),
            at -> true,
            false);

    assertThat(sheet.faults()).containsExactly("它停了。");
    assertThat(sheet.heads()).containsExactly("积压");
    assertThat(sheet.parts()).extracting(line -> line.figures().size()).containsExactly(0, 1);
  }

  @Test
  void the_edition_is_of_what_was_said_and_of_nothing_else() {
    BoardSaid one = said(Part.DRAW, "", figure("COVERAGE", "预计", ""));
    BoardSaid named =
        new BoardSaid(
            Part.DRAW,
            List.of(new Glance.Bureau("130534", "局")),
            one.figures(),
            one.series(),
            "",
            false);
    String edition = BoardTopic.edition(List.of(one));

    assertThat(edition).matches("[0-9a-f]{16}").isEqualTo(BoardTopic.edition(List.of(named)));
    assertThat(BoardTopic.edition(List.of(said(Part.DRAW, "它停了。", figure("COVERAGE", "预计", "")))))
        .isNotEqualTo(edition);
  }
}
