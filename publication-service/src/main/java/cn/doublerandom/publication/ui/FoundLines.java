package cn.doublerandom.publication.ui;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.publication.application.FoundResult;
import cn.doublerandom.servicekit.page.Moulded;
import cn.doublerandom.servicekit.page.Moulds;
import cn.doublerandom.servicekit.page.Utf8;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of the search of results: one differs from the next by its words, and how it stands. */
@ApplicationScoped
class FoundLines {
  private static final List<String> PLACES =
      List.of("number", "result", "name", "firm", "draw", "task", "codes", "on");

  private final Moulds moulds;
  private final Template line;
  private final Desk desk;

  @Inject
  FoundLines(Moulds moulds, @Location("portal/search-line.html") Template line, Desk desk) {
    this.moulds = moulds;
    this.line = line;
    this.desk = desk;
  }

  /**
   * All of a page.
   *
   * @param bureau whose page it is, where several are served
   */
  Utf8 html(Rows<FoundResult> rows, Optional<Bureau> bureau) {
    String named = bureau.map(one -> one.key().text()).orElse("");
    boolean english = desk.readsEnglish();
    Map<FoundResult.State, Moulded.Rows> lines = new EnumMap<>(FoundResult.State.class);
    Utf8 html = new Utf8();
    long number = rows.from();
    for (FoundResult one : rows.items()) {
      lines
          .computeIfAbsent(one.state(), state -> line(state, named))
          .write(
              html,
              List.of(
                  Long.toString(number),
                  one.id(),
                  one.subjectName(),
                  one.subjectId(),
                  one.drawId(),
                  one.taskName().isEmpty() ? one.drawId() : one.taskName(),
                  said(one, english),
                  one.on()));
      number++;
    }
    return html;
  }

  /** The lines of one state; the places in the order in which their words are given. */
  private Moulded.Rows line(FoundResult.State state, String bureau) {
    Moulded row = moulds.of(line);
    for (String place : PLACES) {
      row.data(place, row.open(""));
    }
    row.data("state", state.name())
        .data("over", state.isOver())
        .data("bureau", bureau)
        .setLocale(desk.locale());
    return row.rows();
  }

  private static String said(FoundResult one, boolean english) {
    return english ? ResultCode.english(one.codes()) : ResultCode.text(one.codes());
  }
}
